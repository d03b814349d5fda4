# Targedau a fethwyd, yr hyn a ddysgir ohonynt, a’r camau y cytunir arnynt.

missed-below = heb ei gyrraedd mewn pryd
missed-off-track = oddi ar y trywydd ddwywaith yn olynol
missed-outside = y tu hwnt i reolaeth
missed-outside-your = y tu hwnt i’ch rheolaeth
missed-outside-their = y tu hwnt i’w rheolaeth
missed-outside-what = { $outside }: { $what }
missed-talk-form = Edrych arno mewn ffurflen
missed-talk-chat = Edrych arno yma
missed-talk-later = Wedyn
missed-talk-list = Edrych ar beth oedd yn y ffordd
missed-offer-title = Beth oedd yn y ffordd?
missed-offer-below = Aeth y dyddiad ar gyfer “{ $title }” heibio ar { $date }, islaw ei darged.
missed-offer-off-track = Mae “{ $title }” wedi bod oddi ar y trywydd mewn dau wiriad yn olynol.
missed-offer-why = Mae targed a fethwyd yn gyfle i ddarganfod beth oedd yn y ffordd a beth fyddai’n helpu. Mae’n cymryd dwy funud, a gallwch neidio dros unrhyw gwestiwn.
missed-offer-more = { $count ->
    [one] Mae un amcan arall yn yr un sefyllfa. Dywedwch “dysgu” i edrych arno pan fydd yn gyfleus.
    [two] Mae dau amcan arall yn yr un sefyllfa. Dywedwch “dysgu” i edrych arnynt pan fydd yn gyfleus.
   *[other] Mae { $count } amcan arall yn yr un sefyllfa. Dywedwch “dysgu” i edrych arnynt pan fydd yn gyfleus.
  }
missed-none-title = Dim i edrych arno
missed-none = Ni fethwyd yr un o’ch amcanion, neu rydych wedi edrych ar bob un yn barod.

learn-intro = Mae targed a fethwyd yn gyfle i ddarganfod beth oedd yn y ffordd. Nid oes atebion anghywir yma.
learn-submit = Anfon
learn-reads = Darllenir gennych chi a’ch rheolwr llinell. “Y tu hwnt i reolaeth” yw’r mwyaf a ddywed crynodeb y tîm, byth eich geiriau.
learn-happened-label = Beth ddigwyddodd?
learn-happened-hint = Mae ychydig eiriau yn ddigon.
learn-happened-ask = Beth ddigwyddodd? Mae ychydig eiriau yn ddigon.
learn-outside-control-label = A oedd rhywbeth y tu hwnt i’ch rheolaeth yn rhan ohono?
learn-outside-control-hint = Mae hyn yn sefyll wrth ochr y ffigur lle bynnag y’i dangosir.
learn-outside-control-ask = A oedd rhywbeth y tu hwnt i’ch rheolaeth yn rhan ohono?
learn-outside-factor-label = Os felly, ar beth neu ar bwy roedd yn dibynnu?
learn-outside-factor-hint = Mewn gair neu ddau, er enghraifft “cyflenwr”, “tywydd” neu “tîm arall”.
learn-outside-factor-ask = Ar beth neu ar bwy roedd yn dibynnu? Mewn gair neu ddau, er enghraifft “cyflenwr”, “tywydd” neu “tîm arall”.
learn-prevention-label = Beth fyddai’n ei atal y tro nesaf?
learn-prevention-hint = Rhywbeth y gellid ei wneud yn wahanol, gan unrhyw un.
learn-prevention-ask = Beth fyddai’n ei atal y tro nesaf? Meddyliwch am unrhyw un, nid amdanoch eich hun yn unig.
learn-help-needed-label = Pa help sydd ei angen arnoch?
learn-help-needed-hint = Amser, pobl, penderfyniad, hyfforddiant, rhywbeth i’w glirio o’r ffordd.
learn-help-needed-ask = Pa help sydd ei angen arnoch? Amser, pobl, penderfyniad, hyfforddiant, rhywbeth i’w glirio o’r ffordd.
learn-action-label = Beth yw un peth i’w wneud amdano?
learn-action-hint = Byddaf yn gofyn amdano yn y gwiriadau nesaf nes ei fod wedi’i wneud. Gadewch yn wag os nad oes dim.
learn-action-ask = Beth yw un peth i’w wneud amdano? Byddaf yn gofyn amdano yn y gwiriadau nesaf nes ei fod wedi’i wneud. Dywedwch “neidio” os nad oes dim.
learn-action-owner-label = Pwy fydd yn ei wneud?
learn-action-owner-hint = Heb ddewis, chi biau’r cam.
learn-action-owner-ask = Pwy fydd yn ei wneud?
learn-action-by-label = Erbyn pryd?
learn-action-by-hint = Mae ei angen os enwoch rywbeth i’w wneud.
learn-action-by-ask = Erbyn pryd? Er enghraifft “dydd Gwener nesaf” neu “31 Mawrth”.
learn-action-needs-date = Dywedwch erbyn pryd, neu gadewch y peth i’w wneud yn wag. Mae popeth arall a ysgrifennoch yn ddiogel.
learn-owner-me = Fi
learn-owner-manager = Fy rheolwr llinell
learn-owner-unclear = Dywedwch “fi” neu “fy rheolwr llinell”, neu “neidio” a chi biau’r cam. Mae eich atebion eraill yn ddiogel.

learned-title = Diolch, { $name }
learned-title-manager = Edrychodd { $name } ar darged a fethwyd
learned-nothing-said = Ni ysgrifennwyd dim, ac mae hynny’n iawn.
learned-happened = Beth ddigwyddodd
learned-outside-your = Y tu hwnt i’ch rheolaeth?
learned-outside-their = Y tu hwnt i’w rheolaeth?
learned-outside-what = { $answer }: { $what }
learned-prevention = Beth fyddai’n ei atal
learned-help = Help sydd ei angen
learned-agreed = Cytunwyd
learned-who = Pwy
learned-when = Erbyn
learned-you = Chi
learned-seen-by = Mae { $name } yn gweld hyn hefyd. Mae’n sefyll wrth ochr y ffigur o hyn ymlaen.
learned-seen-by-you = Mae’n sefyll wrth ochr y ffigur o hyn ymlaen.
learned-asked-of-you = Byddaf yn gofyn i chi amdano yn eich gwiriadau nesaf nes ei fod wedi’i wneud.
learned-asked-of = Byddaf yn gofyn i { $name } amdano yn y gwiriadau nesaf nes ei fod wedi’i wneud.
learned-kindly = Efallai ei bod yn werth sgwrs: gofynnwyd i { $name } beth oedd yn y ffordd, nid pwy oedd ar fai.
learned-change = Newid yr hyn a ddywedais
learned-put-off = Mae hynny’n iawn. Dof ag ef yn ôl ar { $at }.
learned-put-off-unclear = Mae hynny’n iawn. Doeddwn i ddim yn gallu darllen amser yn hwnna, felly ni ddof ag ef yn ôl fy hun. Dywedwch “dysgu” pan fydd yn gyfleus.
learned-brought-back = Gofynnoch imi ddod â hwn yn ôl. A gawn ni edrych ar beth oedd yn y ffordd?

command-actions = Y camau rydych wedi cytuno arnynt, a’r hyn y mae eich rheolwr llinell yn ei wneud i chi.
command-actions-examples = camau

actions-title = Camau y cytunwyd arnynt
actions-agreed = Cam y cytunwyd arno
actions-agreed-plural = Camau y cytunwyd arnynt
actions-others = Mae eraill yn ei wneud i chi
actions-none = Nid oes cam ar agor. Pan fethir targed gallwch gytuno ar un gyda’ch rheolwr llinell.
actions-by = erbyn { $date }
actions-overdue = yn hwyr, roedd i fod erbyn { $date }
actions-no-date = dim dyddiad
actions-about = ar gyfer { $name }
actions-done-by = mae { $name } yn ei wneud
actions-done-by-you = i chi ei wneud
actions-objective = ynghylch “{ $title }”
actions-last-said = Dywedwyd ddiwethaf:
actions-more = { $count ->
    [one] Mae un arall ar agor.
    [two] Mae dau arall ar agor.
   *[other] Mae { $count } arall ar agor.
  }
actions-see = Gweld fy nghamau
actions-open-count = { $count } { $count ->
    [two] gam
    [few] cham
    [many] cham
   *[other] cam
  } ar agor
actions-state-line = { $text }: { $state }
actions-state-open = ar agor o hyd
actions-state-done = wedi’i wneud
actions-state-dropped = ddim ei angen bellach
actions-button-done = Wedi’i wneud
actions-button-drop = Ddim ei angen bellach
actions-undo = Nid yw hynny’n iawn, dadwneud
actions-closed-title = Wedi’i nodi
actions-closed = Mae “{ $text }” wedi’i nodi: { $state }.
actions-opened-title = Ar agor eto
actions-opened = Mae “{ $text }” ar agor eto. Byddaf yn dal i ofyn amdano mewn gwiriadau.
actions-closed-by = Mae gan { $name } ateb i chi
actions-answer-done = Wedi’i wneud
actions-answer-open = Yn dal wrthi
actions-answer-dropped = Ddim ei angen bellach
actions-answer-unclear = Dywedwch “wedi’i wneud”, “yn dal wrthi” neu “ddim ei angen bellach”, neu “neidio”. Mae eich atebion eraill yn ddiogel.

check-in-action-state-label = A yw wedi’i wneud?
check-in-action-state-hint = Mae “ddim ei angen bellach” yn ateb da hefyd.
check-in-action-state-ask = A yw wedi’i wneud?
check-in-action-note-label = Unrhyw beth i’w ychwanegu?
check-in-action-note-hint = Beth ddaeth ohono, neu beth sydd yn y ffordd o hyd.
check-in-action-note-ask = Unrhyw beth i’w ychwanegu amdano? Dywedwch “neidio” os nad oes.

summary-open-actions = { $count ->
    [one] Mae un cam y cytunwyd arno ar agor.
    [two] Mae dau gam y cytunwyd arnynt ar agor.
    [few] Mae tri cham y cytunwyd arnynt ar agor.
    [many] Mae chwe cham y cytunwyd arnynt ar agor.
   *[other] Mae { $count } cam y cytunwyd arnynt ar agor.
  }
