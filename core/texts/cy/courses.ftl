# Cyrsiau fel y mae AD yn eu cadw, a’r hyn y mae AD yn ei ddilysu.

courses-title = Cyrsiau
courses-none = Does dim cyrsiau eto. Ychwanegwch y cyntaf, neu mewnforiwch yr hyn y mae pobl wedi’i gwblhau.
courses-retired = Ddim yn cael eu cynnig mwyach: { $names }
courses-waiting = I’w dilysu ({ $count })
courses-how = Dywedwch “hr cyrsiau ychwanegu Diogelwch tân”, “hr cyrsiau newid Diogelwch tân”, “hr cyrsiau dileu Diogelwch tân”, neu “hr cwblhaodd diogelwch tân 12 Tach: enwau neu gyfeiriadau e-bost”.
course-add-title = Ychwanegu cwrs
course-change-title = Newid { $course }
course-change = Newid
course-retire = Peidio â’i gynnig
course-bring-back = Ei gynnig eto
course-kept = Cadwyd. Bydd nodiadau atgoffa’n dilyn hyn o nawr ymlaen.
course-retired = Nid yw’n cael ei gynnig mwyach, ac nid oes neb yn cael ei atgoffa ohono. Mae’r hyn a gwblhawyd yn aros.
course-back = Mae’n cael ei gynnig eto.
course-is-retired = Ddim yn cael ei gynnig mwyach.
course-counts = yn cyfrif am { $months }
course-counts-for-good = yn cyfrif am byth
course-months = { $count } { $count ->
    [two] fis
   *[other] mis
  }
course-days = { $count } { $count ->
    [two] ddiwrnod
   *[other] diwrnod
  }
course-everyone = pawb
course-asked-nobody = ni ofynnir i neb eto
course-team-gone = tîm nad yw yno mwyach
course-kind-mandatory = Gorfodol
course-kind-development = Datblygu
course-kind-unclear = A yw’n orfodol, neu ar gyfer datblygu?
course-title-taken = Mae cwrs o’r enw “{ $title }” eisoes. Dywedwch “hr cyrsiau newid { $title }” i’w newid.
course-months-unclear = Nid yw “{ $written }” yn gyfnod rwy’n ei adnabod. Dywedwch “12 mis”, “3 blynedd” neu “am byth”.
course-days-unclear = Nid yw “{ $written }” yn nifer o ddiwrnodau. Dywedwch rif o 0 i { $most }.
course-who-unknown = Nid wyf yn gwybod am dîm, teitl swydd na math o gyflogaeth “{ $written }”.{ $nearest ->
    [none] {""}
   *[other] {" "}Ai “{ $nearest }” oedd gennych mewn golwg?
  } Gallwch ddweud “pawb”, neu sawl un gyda choma rhyngddynt.

keep-course-intro = Gellir ychwanegu’r hyn a adewch allan yn nes ymlaen. Caiff pobl eu hatgoffa 60, 30 a 7 diwrnod cynt, ac ar y diwrnod.
keep-course-title-ask = Beth yw enw’r cwrs?
keep-course-title-label = Teitl
keep-course-title-hint = Fel y bydd pobl yn ei ddweud.
keep-course-welsh-ask = Beth yw ei enw yn Gymraeg?
keep-course-welsh-label = Teitl yn Gymraeg
keep-course-welsh-hint = Gadewch ef allan os yw’r un peth.
keep-course-kind-ask = A yw’n orfodol, neu ar gyfer datblygiad pobl?
keep-course-kind-label = Math
keep-course-kind-hint = Mae rheolwyr llinell yn clywed am rai gorfodol sy’n hwyr.
keep-course-months-ask = Am ba hyd y mae’n cyfrif?
keep-course-months-label = Yn cyfrif am
keep-course-months-hint = “12 mis”, “3 blynedd” neu “am byth”.
keep-course-who-ask = Pwy sy’n gorfod ei wneud?
keep-course-who-label = Pwy sy’n gorfod ei wneud
keep-course-who-hint = “pawb”, neu dimau, teitlau swyddi a mathau o gyflogaeth gyda choma rhyngddynt; “neb” os nad oes neb.
keep-course-days-ask = O fewn sawl diwrnod?
keep-course-days-label = O fewn
keep-course-days-hint = O heddiw; i newydd-ddyfodiaid o’u diwrnod cyntaf.
keep-course-window-ask = Sawl diwrnod cyn iddo ddod i ben y gellir ei adnewyddu?
keep-course-window-label = Adnewyddu o
keep-course-window-hint = Diwrnodau cyn iddo ddod i ben; 60 oni bai eich bod yn dweud yn wahanol.
keep-course-verified-ask = A yw AD yn edrych ar bob tystysgrif cyn iddi gyfrif?
keep-course-verified-label = AD yn dilysu
keep-course-verified-hint = Maent o dan “hr dilysu”.
keep-course-link-ask = Ble mae’n cael ei gynnig?
keep-course-link-label = Dolen
keep-course-link-hint = Yn cael ei dangos ym mhob nodyn atgoffa.
keep-course-skills-ask = Pa sgiliau y mae’n eu rhoi?
keep-course-skills-label = Sgiliau
keep-course-skills-hint = Gyda choma rhyngddynt.
keep-course-submit = Cadw

verify-title = Hyfforddiant i’w ddilysu
verify-none = Does dim yn aros amdanoch.
verify-line = { $course }, gwnaed ar { $day }
verify-before-start = Cyn eu diwrnod cyntaf yma, { $start }.
verify-no-evidence = Ni roddwyd dim sy’n ei ddangos.
verify-accept = Derbyn
verify-send-back = Anfon yn ôl
verify-own = Eich hyfforddiant chi yw hwn, felly rhaid i rywun arall yn AD edrych arno.
verify-is-accepted = Mae { $course } { $name } yn cyfrif nawr. Maent wedi cael gwybod.
verify-is-sent-back = Aeth { $course } yn ôl at { $name } gyda’ch geiriau.
verify-accepted-title = Mae eich hyfforddiant yn cyfrif
verify-accepted = Mae AD wedi edrych ar { $course }, a wnaed ar { $day }: mae’n cyfrif.
verify-sent-back-title = Mae angen edrych eto ar eich hyfforddiant
verify-sent-back = Ni allai AD dderbyn { $course }, a wnaed ar { $day }, eto:
send-back-training-intro = { $course } { $name }. Byddant yn darllen yr hyn a ddywedwch, a gallant ei gofnodi eto.
send-back-training-reason-ask = Beth sydd ar goll?
send-back-training-reason-label = Beth sydd ar goll
send-back-training-reason-hint = Er enghraifft: “Anfonwch rif y dystysgrif.”
send-back-training-submit = Anfon yn ôl
reads-send-back = Darllenir gan y person a’i cofnododd, a chan AD.

bulk-title = Cofnodwyd cwblhau
bulk-heading = { $course }, gwnaed ar { $day }.
bulk-done = { $count ->
    [one] Cofnodwyd ar gyfer { $names }.
   *[other] Cofnodwyd ar gyfer { $count } o bobl: { $names }.
  }
bulk-before = Cofnodwyd o’r blaen: { $names }.
bulk-missed = { $count ->
    [one] Nid yw un llinell yn enwi neb y tu hwnt i amheuaeth, felly ni chofnodwyd dim ar ei chyfer:
   *[other] Nid yw { $count } { $count ->
      [two] linell
     *[other] llinell
    } yn enwi neb y tu hwnt i amheuaeth, felly ni chofnodwyd dim ar eu cyfer:
  }
bulk-missed-how = Dywedwch ef eto gyda’r rhain yn unig, yn ôl e-bost.
bulk-nobody = neb rwy’n ei adnabod
bulk-nearly = ai { $name } oedd gennych mewn golwg?
bulk-several = sawl person: { $emails }
bulk-own = eich un chi, felly rhywun arall yn AD sy’n ei gofnodi
bulk-too-many = { $most } ar y mwyaf ar y tro
bulk-how = Dywedwch y cwrs, y diwrnod, ac ar ôl colon pwy a’i gwnaeth: “hr cwblhaodd diogelwch tân 12 Tach: Amira Hassan, ben@council.example”. Gallwch ludo rhestr, un person i bob llinell.
bulk-which = Nid wyf yn gwybod am gwrs o’r enw “{ $said }”, felly ni chofnodwyd dim.
bulk-which-near = Yr agosaf: { $titles }.
bulk-which-none = Dywedwch “hr cyrsiau” i’w gweld i gyd.
