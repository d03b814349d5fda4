# Yr hyn a ddywedodd pobl sy’n defnyddio gwasanaeth: ffigurau a sylwadau ger y canlyniadau, a ffurflen AD i’w mewnforio.

service-title = Beth mae defnyddwyr gwasanaeth yn ei ddweud, 90 diwrnod diwethaf
service-of-five = { $average } allan o 5
service-of-ten = { $average } allan o 10
service-answers = { $count ->
    [zero] dim atebion
    [one] 1 ateb
    [two] 2 ateb
    [few] 3 ateb
    [many] 6 ateb
   *[other] { $count } ateb
}
service-few-answers = { $count ->
    [zero] dim atebion
    [one] 1 ateb yn unig
    [two] 2 ateb yn unig
    [few] 3 ateb yn unig
    [many] 6 ateb yn unig
   *[other] { $count } ateb yn unig
}
service-up = { $by } yn uwch na’r 90 diwrnod cynt
service-down = { $by } yn is na’r 90 diwrnod cynt
service-same = yr un fath â’r 90 diwrnod cynt
service-nothing-before = dim i gymharu ag ef cyn hynny
service-few-before = { $count ->
    [zero] dim atebion bryd hynny
    [one] 1 ateb yn unig bryd hynny
    [two] 2 ateb yn unig bryd hynny
    [few] 3 ateb yn unig bryd hynny
    [many] 6 ateb yn unig bryd hynny
   *[other] { $count } ateb yn unig bryd hynny
}
service-points = { $shown } { $count ->
    [two] bwynt
    [few] phwynt
    [many] phwynt
   *[other] pwynt
  } canran

service-import = Mewnforio adborth am wasanaethau
service-import-title = Adborth defnyddwyr gwasanaeth
service-import-intro = Gludwch resi o’ch arolwg gydag enwau’r colofnau: source, reference, received_on, score, scale (1 to 5, 0 to 10 neu percent), yna team, neu email ac objective, a text. Nid yw ailadrodd yn newid dim; mae’r un cyfeirnod eto yn ei gywiro.
reads-service = Fe’i darllenir gan berchennog yr amcan a’i reolwr llinell, neu gan arweinydd y tîm. Dim ond ffigurau o bum ateb neu fwy y mae sianel tîm yn eu darllen.
service-import-done = Mae adborth defnyddwyr gwasanaeth i mewn
service-import-refused = Ni fewnforiwyd dim eto
import-service-submit = Dod â nhw i mewn
import-service-rows-ask = Gludwch y rhesi yma, gydag enwau’r colofnau.
import-service-rows-label = Eich rhesi
import-service-rows-hint = source,reference,received_on,score,scale,team,email,objective,text: un ateb ar bob llinell.
