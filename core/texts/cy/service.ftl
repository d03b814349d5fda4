# Yr hyn a ddywedodd pobl sy’n defnyddio gwasanaeth: ffigurau a sylwadau ger y canlyniadau, a’r ffeiliau sy’n eu cynnwys.

service-title = Beth mae defnyddwyr gwasanaeth yn ei ddweud
service-window = Y 90 diwrnod diwethaf, yn ôl ble y gofynnwyd.
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
service-points = { $count ->
    [one] { $shown } pwynt canran
   *[other] { $shown } phwynt canran
}

service-import = Mewnforio adborth am wasanaethau
service-import-title = Adborth defnyddwyr gwasanaeth
service-import-intro = Gludwch resi o’ch arolwg gydag enwau’r colofnau: source, reference, received_on, score, scale (1 to 5, 0 to 10 neu percent), yna team, neu email ac objective, a text. Nid yw ailadrodd yn newid dim; mae’r un cyfeirnod eto yn ei gywiro.
service-import-done = Mae adborth defnyddwyr gwasanaeth i mewn
service-import-refused = Ni fewnforiwyd dim eto
import-service-rows-ask = Gludwch y rhesi yma, gydag enwau’r colofnau.
import-service-rows-label = Eich rhesi
import-service-rows-hint = source,reference,received_on,score,scale,team,email,objective,text: un ateb ar bob llinell.

import-wrong-too-long = mae { $written } nod ynddo.
import-fix-too-long = Byrhewch ef i { $allowed } nod neu lai.
import-wrong-unknown-scale = nid yw “{ $written }” yn raddfa hysbys.
import-fix-unknown-scale = Ysgrifennwch 1 to 5, 0 to 10 neu percent. Efallai fod taenlen wedi troi 1-5 yn ddyddiad.
import-wrong-off-scale = nid yw { $written } ar ei raddfa.
import-fix-off-scale = Rhowch sgôr o { $lowest } i { $highest }, neu cywirwch y raddfa.
import-wrong-not-received-yet = mae “{ $written }” eto i ddod.
import-fix-not-received-yet = Rhowch y diwrnod y daeth yr ateb i mewn.
import-wrong-repeated-answer = mae gan y ffynhonnell “{ $written }” ddwywaith, yn gyntaf yn rhif { $first }.
import-fix-repeated-answer = Cadwch un o’r ddau.
import-wrong-no-subject = nid yw’n sôn am dîm nac am amcan.
import-fix-no-subject = Llenwch y tîm, neu deitl yr amcan gydag e-bost ei berchennog.
import-wrong-two-subjects = mae’n sôn am dîm ac am amcan ar yr un pryd.
import-fix-two-subjects = Cadwch y tîm, neu’r e-bost a’r amcan.
import-wrong-half-subject = adnabyddir amcan yn ôl ei deitl ac e-bost ei berchennog, ac mae un ohonynt ar goll.
import-fix-half-subject = Llenwch y ddau.
import-wrong-team-not-found = nid oes tîm o’r enw “{ $written }”.
import-fix-team-not-found = { $nearest ->
    [none] Cywirwch ei enw, neu mewnforiwch bobl y tîm yn gyntaf.
   *[other] Ysgrifennwch “{ $nearest }” os dyna a olygir, neu mewnforiwch bobl y tîm yn gyntaf.
}
import-wrong-objective-not-found = nid oes gan { $email } amcan o’r enw “{ $written }”.
import-fix-objective-not-found = { $nearest ->
    [none] Rhowch ei deitl fel y mae’r perchennog yn ei weld, neu enwch dîm yn lle hynny.
   *[other] Ysgrifennwch “{ $nearest }” os dyna a olygir, neu enwch dîm yn lle hynny.
}
import-wrong-no-such-objective = nid oes amcan o’r fath yn hysbys.
import-fix-no-such-objective = Gwiriwch ei deitl ac e-bost ei berchennog, neu enwch dîm yn lle hynny.
