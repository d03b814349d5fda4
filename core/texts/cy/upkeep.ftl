# Gofalu am amcanion sy’n bod: eu tudalennau, newidiadau, pwysiadau, cerrig milltir, perchnogion, seibiau, diweddu, trosglwyddo.

reads-objective = Gwelir gan bwy bynnag sy’n berchen ar yr amcan, a’u rheolwr llinell.
reads-hand-over = Darllenir gan bwy bynnag sy’n cymryd drosodd, a rheolwyr llinell y ddau ohonoch.

objectives-open-how = Dywedwch “amcanion 1”, neu dewiswch un, i’w weld yn llawn neu ei newid.
objectives-closed-button = Rhai wedi cau
objectives-closed-title = Fy amcanion sydd wedi cau
objectives-closed-title-of = Amcanion { $name } sydd wedi cau
objectives-closed-none = Nid oes dim wedi’i gau eto.
objectives-overall = Gyda’i gilydd
objectives-overall-caption = { $percent } o’r ffordd dros { $count } amcan
objectives-overall-weighted = { $percent } o’r ffordd dros { $count } amcan, pob un yn ôl ei bwysiad

objective-refused-title = Ni allaf ddangos hynny
objective-refused = Dim ond amcanion rydych yn berchen arnynt neu’n eu rhannu, a rhai’r bobl sy’n adrodd yn uniongyrchol i chi, y gallaf eu dangos. Ni newidiwyd dim. Os oes rhywun ar goll o’ch tîm, gofynnwch i { $contact }.
objective-which-title = Pa amcan ydych chi’n ei olygu?
objective-which = Dewiswch yr un rydych yn ei olygu.
objective-which-said = Doeddwn i ddim yn gallu dweud pa un yw “{ $said }”. Dewiswch yr un rydych yn ei olygu; ni newidiwyd dim.
objective-you = Chi
objective-counts-for = Yn cyfrif am { $share }
objective-shared-with = Wedi’i rannu â { $names }
objective-proposed = Wedi’i gynnig: mae’n aros am gytundeb, ac ni ofynnir amdano eto.
objective-paused = Wedi’i oedi nes i chi ei ailddechrau. Ni ofynnir amdano ac nid yw mewn unrhyw ffigur.
objective-paused-until = Wedi’i oedi; daw yn ôl ar { $day }. Tan hynny ni ofynnir amdano ac nid yw mewn unrhyw ffigur.
objective-past-due = Mae ei ddyddiad wedi mynd heibio. Caewch ef gan ddweud sut y daeth i ben, neu parhewch ag ef.
objective-year-ended = Mae’r flwyddyn ariannol wedi dod i ben. Caewch ef gan ddweud sut y daeth i ben, neu parhewch ag ef.
objective-closed = Wedi’i gau ar { $day }
objective-closed-as = Wedi’i gau ar { $day }: { $outcome }
objective-reported-by = Adroddwyd gan { $name } ar { $day }
objective-outside-control = Roedd rhywbeth y tu hwnt i’w rheolaeth yn rhan ohono.
objective-outside-your-control = Roedd rhywbeth y tu hwnt i’ch rheolaeth yn rhan ohono.
objective-carried-from = { $title }, y flwyddyn flaenorol
objective-history = Beth a newidiwyd
objective-history-of = { $title }: beth a newidiwyd
objective-history-none = Nid oes dim wedi newid ers ei osod.
objective-readers-own = Darllenir gennych chi a’ch rheolwr llinell, { $manager }.
objective-readers-alone = Darllenir gennych chi yn unig: nid oes gennych reolwr llinell yn Milepost.
objective-readers-of = Darllenir gan { $name } a chi fel y rheolwr llinell.
objective-readers-shared = Gwelir y ffigurau gan { $names } a’u rheolwyr llinell. Mae geiriau am rwystrau’n mynd at reolwr llinell yr un a’u hysgrifennodd yn unig.

objective-open-button = Ei agor
objective-change-button = Newid
objective-milestones-button = Cerrig milltir
objective-share-button = Rhannu
objective-pause-button = Oedi
objective-resume-button = Ailddechrau
objective-close-button = Cau
objective-carry-on-button = Parhau i’r flwyddyn nesaf
objective-hand-over-button = Trosglwyddo
objective-history-button = Hanes

field-title = Teitl
field-measure = Mesur
field-unit = Uned
field-baseline = Man cychwyn
field-target = Targed
field-floor = Terfyn isaf
field-due-on = Dyddiad
field-weight = Pwysiad
field-share = Yn cyfrif am
field-for-whom = I bwy
field-priority = Blaenoriaeth y mae’n ei gwasanaethu
field-serves = Yn gwasanaethu
field-carried-from = Yn parhau â
field-owner = { $count ->
    [one] Perchennog
   *[other] Perchnogion
  }

past-title = Ffigurau’r gorffennol
past-column-day = Adroddwyd
past-column-value = Ffigur
past-column-status = Statws
past-column-by = Gan

history-changed = { $field }: newidiwyd o { $before } i { $after }
history-set = { $field }: gosodwyd yn { $after }
history-removed = { $field }: tynnwyd { $before }
history-by = { $what } gan { $name } ar { $day }
history-by-file = { $what } gan ffeil { $day }
history-by-itself = { $what }, ohono’i hun ar { $day }
history-because = { $line } – { $reason }
history-paused = Oedwyd
history-paused-until = Oedwyd tan { $day }
history-resumed = Ailddechreuwyd
history-agreed = Cytunwyd
history-proposed = Cynigiwyd
history-closed = Caewyd
history-outcome = Caewyd ({ $outcome })
history-owner = Trosglwyddwyd o { $before } i { $after }
history-shared = Rhannwyd â { $name }
history-unshared = Ni rennir â { $name } bellach
history-milestones-now = Cerrig milltir: { $steps }
history-milestones-gone = tynnwyd cerrig milltir: { $steps }
history-milestones-order = Rhoddwyd y cerrig milltir mewn trefn arall

news-changed = Mae { $name } wedi newid “{ $title }”
news-paused = Mae { $name } wedi oedi “{ $title }”
news-resumed = Mae { $name } wedi ailddechrau “{ $title }”
news-closed = Mae { $name } wedi cau “{ $title }”
news-carried-on = Mae { $name } yn parhau â “{ $title }”
news-milestone = Mae { $name } wedi ticio carreg filltir o “{ $title }”
news-shared = Mae { $name } wedi rhannu “{ $title }” â { $colleague }
news-shared-with-you = Mae { $name } wedi rhannu “{ $title }” â chi
news-shared-with-you-text = Gofynnir i chi amdano yn eich gwiriadau chi hefyd. Gallwch adrodd arno; ei berchennog sy’n ei newid. Mae eich geiriau amdano’n mynd at eich rheolwr llinell chi yn unig.
news-unshared = { $name }: ni rennir “{ $title }” â { $colleague } bellach
news-unshared-with-you = Ni rennir “{ $title }” â chi bellach
news-unshared-with-you-text = Ni ofynnir i chi amdano bellach. Mae’r hyn a adroddoch yn aros yn ei ffigurau.

change-objective-heading = Newid amcan
change-objective-here = Mynd drwyddo yma
change-objective-how = Dywedwch ef mewn un frawddeg, er enghraifft “newid amcan 2 targed i 20 diwrnod oherwydd dwy swydd wag”, neu ewch drwy’r cyfan.
change-objective-done = { $count ->
    [zero] Cadwyd, gyda’i hanes.
   *[other] Cadwyd, gyda’i hanes. Mae pawb y mae’n berthnasol iddynt wedi cael gwybod.
  }
change-objective-same = Dyna mae’n ei ddweud eisoes, felly ni newidiwyd dim.
change-objective-submit = Cadw’r newidiadau
change-objective-target-is-baseline = Mae’r targed yr un fath â’r man cychwyn, felly ni fyddai’n rhaid i ddim newid. Rhowch darged neu fan cychwyn gwahanol.
change-objective-floor-above-target = Rhaid i’r terfyn isaf fod yn is na’r un uchaf. Rhowch un is.
change-objective-reason-needed = Dywedwch pam mewn ychydig eiriau: mae targed, man cychwyn neu ddyddiad sy’n newid bob amser yn dwyn ei reswm.
change-objective-title-label = Amcan
change-objective-title-hint = Beth fydd yn well, ac i bwy.
change-objective-title-ask = Beth ddylai gael ei alw? Dywedwch “neidio” i’w adael.
change-objective-measure-label = Mesur
change-objective-measure-hint = Beth sy’n ei ddangos. Mae “dim” yn ei dynnu.
change-objective-measure-ask = Beth ddylai ei ddangos? Dywedwch “neidio” i’w adael.
change-objective-unit-label = Uned
change-objective-unit-hint = Er enghraifft diwrnod, %, £ neu gartrefi.
change-objective-unit-ask = Ym mha uned? Dywedwch “neidio” i’w gadael.
change-objective-baseline-label = Man cychwyn
change-objective-baseline-hint = Yn uned y mesur ei hun.
change-objective-baseline-ask = O ba fan cychwyn? Dywedwch “neidio” i’w adael.
change-objective-target-label = Targed
change-objective-target-hint = Yn uned y mesur ei hun.
change-objective-target-ask = Pa darged? Dywedwch “neidio” i’w adael.
change-objective-floor-label = Terfyn isaf
change-objective-floor-hint = Y gwerth na ddylai fynd oddi tano.
change-objective-floor-ask = Pa derfyn isaf? Dywedwch “neidio” i’w adael.
change-objective-due-label = Dyddiad
change-objective-due-hint = Mewn geiriau neu ffigurau: “31 Mawrth”, “diwedd mis Mawrth”.
change-objective-due-ask = Erbyn pryd? Dywedwch “neidio” i’w adael.
change-objective-weight-label = Pwysiad
change-objective-weight-hint = 1 yw’r arfer, mae 2 yn cyfrif ddwywaith.
change-objective-weight-ask = Faint ddylai gyfrif? 1 yw’r arfer, mae 2 yn cyfrif ddwywaith. Dywedwch “neidio” i’w adael.
change-objective-for-whom-label = I bwy
change-objective-for-whom-hint = Pwy mae’n eu helpu. Mae “dim” yn ei dynnu.
change-objective-for-whom-ask = Pwy mae’n eu helpu? Dywedwch “neidio” i’w adael.
change-objective-reason-label = Pam
change-objective-reason-hint = Mae ei angen pan fydd y targed, y man cychwyn neu’r dyddiad yn newid; bydd y ddau ohonoch yn ei weld.
change-objective-reason-ask = Pam mae’n newid? Mae ychydig eiriau’n ddigon; bydd y ddau ohonoch yn eu gweld.

upkeep-title-taken = Mae amcan o’r enw “{ $title }” eisoes. Rhowch deitl arall i wahaniaethu rhwng y ddau.
upkeep-figure-unclear = { $unit ->
    [none] Doeddwn i ddim yn gallu darllen ffigur yn hwnna. Rhowch gynnig ar rif fel “12”. Mae’r gweddill yn ddiogel.
   *[other] Doeddwn i ddim yn gallu darllen ffigur yn hwnna. Rhowch gynnig ar rif fel “12 { $unit }”. Mae’r gweddill yn ddiogel.
  }
upkeep-other-unit = Mae “{ $written }” mewn uned arall: mesurir hwn mewn { $unit }. Rhowch ef mewn { $unit }, neu’r ffigur yn unig os ydych yn newid yr uned hefyd.
upkeep-other-unit-converted = Mae “{ $written }” mewn uned arall: mesurir hwn mewn { $unit }. Os { $same } rydych yn ei olygu, ysgrifennwch hynny, neu’r ffigur yn unig os ydych yn newid yr uned hefyd.
upkeep-weight-unclear = Rhowch rif uwchlaw dim: 1 yw’r arfer, mae 2 yn cyfrif ddwywaith.
upkeep-day-past = Nid yw “{ $written }” yn ddiwrnod sydd eto i ddod. Rhowch un diweddarach.
upkeep-milestone-date = Doeddwn i ddim yn gallu darllen y dyddiad yn “{ $line }”. Rhowch gynnig ar “Arolwg erbyn 1 Rhagfyr”. Mae’r llinellau eraill yn ddiogel.
upkeep-milestone-past = Mae’r dyddiad yn “{ $line }” wedi mynd heibio. Rhowch un sydd eto i ddod, neu dechreuwch y llinell â ✓ os yw wedi’i wneud. Mae’r llinellau eraill yn ddiogel.
upkeep-milestone-twice = Mae “{ $line }” yno ddwywaith. Cadwch un, neu gwahaniaethwch rhwng y ddwy.
upkeep-milestone-many = Mae hynny’n { $line } carreg filltir; gellir cadw hyd at 30. Rhowch rai ohonynt gyda’i gilydd.
upkeep-milestone-none = Rhowch o leiaf un garreg filltir, llinell yr un.

milestones-heading = Cerrig milltir
milestones-title = Cerrig milltir: { $done } o { $total } wedi’u gwneud
milestones-intro = Llinell yr un, er enghraifft “Arolwg erbyn 1 Rhagfyr”. Dechreuwch linell â ✓ pan fydd wedi’i gwneud. Y cynnydd yw faint sydd wedi’u gwneud.
milestones-saved = Cadwyd. Caiff cynnydd ei gyfrif yn ôl y cerrig milltir hyn nawr.
milestones-column = Carreg filltir
milestones-column-due = Erbyn
milestones-column-state = Cyflwr
milestone-by = erbyn
milestone-done = gwnaed
milestone-done-on = ✓ gwnaed { $day }
milestone-open = ar agor
milestone-overdue = yn hwyr
milestone-tick = ✓ { $title }
milestone-ticked = Mae “{ $title }” wedi’i wneud, da iawn.
milestone-which-title = Pa garreg filltir ydych chi’n ei olygu?
milestone-which = Mae mwy nag un yn ffitio. Dewiswch yr un sydd wedi’i gwneud.
edit-milestones-submit = Cadw’r cerrig milltir
edit-milestones-lines-label = Cerrig milltir, llinell yr un
edit-milestones-lines-hint = Er enghraifft “Arolwg erbyn 1 Rhagfyr”.
edit-milestones-lines-ask = Pa gerrig milltir sydd? Ysgrifennwch linell yr un, er enghraifft “Arolwg erbyn 1 Rhagfyr”.

share-heading = Rhannu “{ $title }”
share-intro = Gofynnir i gydweithiwr sy’n ei rannu amdano mewn gwiriadau hefyd, a chaiff ei weld ac adrodd arno. Ei berchennog sy’n ei newid.
share-objective-submit = Ei rannu
share-objective-colleague-label = Cydweithiwr
share-objective-colleague-hint = Enw cyntaf a chyfenw, neu e-bost gwaith.
share-objective-colleague-ask = Gyda phwy? Rhowch yr enw cyntaf a’r cyfenw, neu’r e-bost gwaith.
share-done = Wedi’i rannu â { $name }, sydd wedi cael gwybod.
share-already = Mae { $name } yn berchen arno eisoes, felly ni newidiwyd dim.
share-too-many = Gall hyd at { $most } o bobl fod yn berchen ar un amcan, felly ni newidiwyd dim.
share-stop = Peidio â rhannu â { $name }
share-leave = Ei adael i’r lleill
unshare-done = Ni rennir ef â { $name } bellach. Mae’r hyn a adroddwyd yn aros.
unshare-own-title = Nid ydych yn ei rannu bellach
colleague-which-title = Pwy ydych chi’n ei olygu?
colleague-which = Nid wyf yn siŵr pwy yw “{ $name }”. Dewiswch yr un cywir; ni newidiwyd dim eto.
colleague-unknown = Doeddwn i ddim yn gallu dod o hyd i gydweithiwr o’r enw “{ $name }”. Rhowch yr enw cyntaf a’r cyfenw, neu’r e-bost gwaith. Ni newidiwyd dim.

pause-heading = Oedi “{ $title }”
pause-intro = Ar gyfer absenoldeb neu secondiad. Tra bydd wedi’i oedi ni fydd neb yn gofyn amdano ac nid yw mewn unrhyw ffigur; yna daw yn ôl ohono’i hun.
pause-all-heading = Oedi fy holl amcanion
pause-all-intro = Ar gyfer absenoldeb hir. Ni fydd neb yn gofyn amdanynt ac nid ydynt mewn unrhyw ffigur; yna dônt yn ôl ohonynt eu hunain.
pause-objective-submit = Oedi
pause-objective-back-label = Yn dod yn ôl ar
pause-objective-back-hint = Er enghraifft “4 Ionawr”. Gadewch yn wag i’w ailddechrau eich hun.
pause-objective-back-ask = Ar ba ddiwrnod y daw yn ôl? Dywedwch “neidio” i’w ailddechrau eich hun.
pause-objective-reason-label = Pam, os mynnwch
pause-objective-reason-hint = Darllenir gennych chi a’ch rheolwr llinell yn unig.
pause-objective-reason-ask = Hoffech chi ddweud pam? Darllenir ef gennych chi a’ch rheolwr llinell yn unig. Dywedwch “neidio” fel arall.
pause-until-day = tan { $day }
pause-until-resumed = nes i chi ei ailddechrau
pause-done = Wedi’i oedi { $until }.
pause-not-active = Dim ond amcan y cytunwyd arno ac nad yw wedi cau y gellir ei oedi, felly ni newidiwyd dim.
pause-all-done = { $count ->
    [zero] Doedd dim i’w oedi.
    [one] Mae un amcan wedi’i oedi { $until }.
   *[other] Mae { $count } amcan wedi’u hoedi { $until }.
  }
pause-all-shared = { $count ->
    [one] Mae un rydych yn ei rannu yn mynd ymlaen gyda’r lleill.
   *[other] Mae { $count } rydych yn eu rhannu yn mynd ymlaen gyda’r lleill.
  }
pause-all-news = { $count ->
    [one] Mae { $name } wedi oedi un amcan { $until }.
   *[other] Mae { $name } wedi oedi { $count } amcan { $until }.
  }
pause-unclear-title = Tan pryd?
pause-unclear = Doeddwn i ddim yn gallu darllen diwrnod sydd eto i ddod yn hwnna. Rhowch gynnig ar “oedi amcan 2 tan 4 Ionawr oherwydd secondiad”. Ni newidiwyd dim.
resume-done = Mae’n cyfrif eto, a gofynnir amdano o’r gwirio nesaf ymlaen.
resume-not-paused = Nid yw wedi’i oedi, felly ni newidiwyd dim.
resume-all-done = { $count ->
    [zero] Doedd dim wedi’i oedi.
    [one] Mae un amcan yn cyfrif eto.
   *[other] Mae { $count } amcan yn cyfrif eto.
  }
resume-all-news = { $count ->
    [one] Mae { $name } wedi ailddechrau un amcan.
   *[other] Mae { $name } wedi ailddechrau { $count } amcan.
  }
resumed-title = { $count ->
    [one] Helo { $name }, mae amcan yn ôl
   *[other] Helo { $name }, mae { $count } amcan yn ôl
  }
resumed-text = { $count ->
    [one] Mae’r saib wedi dod i ben. Does dim i ddal i fyny ag ef: gofynnir amdano o’r gwirio nesaf ymlaen.
   *[other] Mae’r saib wedi dod i ben. Does dim i ddal i fyny ag ef: gofynnir amdanynt o’r gwirio nesaf ymlaen.
  }
resumed-scale = { $days ->
    [zero] Os nad yw targed neu ddyddiad yn addas bellach, newidiwch ef.
    [one] Parodd y saib un diwrnod. Os nad yw targed neu ddyddiad yn addas bellach, newidiwch ef.
   *[other] Parodd y saib { $days } { $days ->
      [two] ddiwrnod
     *[other] diwrnod
    }. Os nad yw targed neu ddyddiad yn addas bellach, gwnewch ef yn llai neu’n hwyrach: dyna ddiben hyn.
  }

outcome-reached = wedi’i gyrraedd
outcome-not-reached = heb ei gyrraedd
outcome-not-wanted = dim ei angen bellach
outcome-unclear = Dywedwch “wedi’i gyrraedd”, “heb ei gyrraedd” neu “dim ei angen bellach”.
close-heading = Cau “{ $title }”
close-intro = Ni ofynnir amdano bellach. Mae’n aros dan “amcanion wedi cau” gyda’i holl ffigurau.
close-objective-submit = Ei gau
close-objective-outcome-label = Sut daeth i ben?
close-objective-outcome-hint = Yn eich barn chi.
close-objective-outcome-ask = Sut daeth i ben?
close-objective-note-label = Rhywbeth i’w gofio
close-objective-note-hint = Beth helpodd, neu beth fyddech chi’n ei wneud yn wahanol.
close-objective-note-ask = A oes rhywbeth i’w gofio amdano? Dywedwch “neidio” fel arall.
close-done = Wedi’i gau. Mae i’w gael dan “amcanion wedi cau”.
carry-on-heading = Parhau i’r flwyddyn nesaf
carry-on-done = Dyma’r un newydd. Mae’n dechrau lle’r oedd yr hen un; mae’r hen un dan “amcanion wedi cau”.
carry-on-target-reached = Mae yn { $value } eisoes, felly byddai’r un newydd wedi’i gyrraedd ar ei ddiwrnod cyntaf. Rhowch darged newydd.
carry-on-objective-submit = Parhau
carry-on-objective-outcome-label = Sut daeth yr hen un i ben?
carry-on-objective-outcome-hint = Caiff ei gau â hyn.
carry-on-objective-outcome-ask = Sut daeth yr hen un i ben? Caiff ei gau â hyn.
carry-on-objective-target-label = Targed newydd
carry-on-objective-target-hint = Mae’r hen un wedi’i lenwi.
carry-on-objective-target-ask = Pa darged sydd gan yr un newydd? Dywedwch “neidio” i gadw’r hen un.
carry-on-objective-due-label = Dyddiad newydd
carry-on-objective-due-hint = Mae blwyddyn yn ddiweddarach wedi’i llenwi.
carry-on-objective-due-ask = Erbyn pryd? Dywedwch “neidio” am flwyddyn yn ddiweddarach.

hand-over-heading = Trosglwyddo “{ $title }”
hand-over-intro = Y cydweithiwr sy’n ateb amdano o hyn ymlaen, gyda’i holl ffigurau. Caiff y ddau reolwr llinell wybod.
hand-over-objective-submit = Trosglwyddo
hand-over-objective-colleague-label = Cydweithiwr
hand-over-objective-colleague-hint = Enw cyntaf a chyfenw, neu e-bost gwaith.
hand-over-objective-colleague-ask = I bwy? Rhowch yr enw cyntaf a’r cyfenw, neu’r e-bost gwaith.
hand-over-objective-note-label = Nodyn
hand-over-objective-note-hint = Beth sydd angen iddynt ei wybod: ble mae pethau, pwy sy’n helpu, beth sy’n dod nesaf.
hand-over-objective-note-ask = Beth sydd angen iddynt ei wybod? Ble mae pethau, pwy sy’n helpu, beth sy’n dod nesaf. Dywedwch “neidio” fel arall.
hand-over-how-title = Trosglwyddo i bwy?
hand-over-how = Dywedwch er enghraifft “amcanion trosglwyddo @Ben Lloyd: mae popeth yn y gyriant a rennir”, neu “trosglwyddo amcan 2 i Ben Lloyd”. Ni newidiwyd dim.
hand-over-none-title = Dim i’w drosglwyddo
hand-over-none = Mae { $name } yn ateb amdano eisoes, neu mae wedi cau. Ni newidiwyd dim.
hand-over-done-title = Trosglwyddwyd i { $name }
hand-over-done = { $count ->
    [one] { $name } sy’n ateb amdano o hyn ymlaen ac mae wedi cael gwybod, fel y rheolwyr llinell.
   *[other] { $name } sy’n ateb am y { $count } o hyn ymlaen ac mae wedi cael gwybod, fel y rheolwyr llinell.
  }
handed-to-you-title = Mae { $giver } yn trosglwyddo i chi
handed-to-you = { $count ->
    [one] Chi biau’r amcan hwn o hyn ymlaen, gyda’i holl ffigurau. Gofynnir amdano yn eich gwirio nesaf.
   *[other] Chi biau’r { $count } amcan hyn o hyn ymlaen, gyda’u holl ffigurau. Gofynnir amdanynt yn eich gwirio nesaf.
  }
handed-from-you-title = Mae { $name } wedi cymryd drosodd oddi wrthych
handed-from-you = { $count ->
    [one] Mae { $giver } wedi trosglwyddo’r amcan hwn i { $name }.
   *[other] Mae { $giver } wedi trosglwyddo’r { $count } amcan hyn i { $name }.
  }
handed-news-title = Mae { $giver } wedi trosglwyddo i { $name }
handed-news = { $count ->
    [one] { $name } sy’n ateb am yr amcan hwn o hyn ymlaen.
   *[other] { $name } sy’n ateb am y { $count } amcan hyn o hyn ymlaen.
  }

hand-over-offer-title = Cyn i chi drosglwyddo
hand-over-offer-how = Trosglwyddwch bob un i gydweithiwr, caewch ef, neu gadewch ef gyda chi. Chi sy’n gweld hwn gyntaf; ysgrifennwch nodyn os oes rhywbeth i’w wybod.
hand-over-leaving = Eich diwrnod olaf yw { $day }. Dyma lle mae eich amcanion; nid anfonwyd hwn at neb arall.
hand-over-new-manager = { $name } yw eich rheolwr llinell o hyn ymlaen a gall weld yr amcanion hyn; ni all eich rheolwr llinell blaenorol bellach.
hand-over-no-manager = Nid oes gennych reolwr llinell ar hyn o bryd, felly nid oes neb ond chi yn gweld yr amcanion hyn.
hand-over-new-team = Rydych mewn tîm arall o hyn ymlaen. Mae eich amcanion wedi dod gyda chi.
hand-over-note-button = Ysgrifennu nodyn
hand-over-note-heading = Nodyn i’ch rheolwr llinell
hand-over-note-intro = Mae’n mynd ynghyd â’ch amcanion a lle maent yn sefyll.
hand-over-note-submit = Ei anfon
hand-over-note-note-label = Nodyn
hand-over-note-note-hint = Beth aeth yn dda, beth sydd ar agor, â beth hoffech chi gael help.
hand-over-note-note-ask = Beth ddylai eich rheolwr llinell ei wybod? Beth aeth yn dda, beth sydd ar agor, â beth hoffech chi gael help.
hand-over-note-sent = Mae eich nodyn ar ei ffordd
hand-over-note-seen = Dyma beth mae { $name } yn ei weld.
hand-over-note-nobody = neb ond chi
hand-over-note-from = Nodyn trosglwyddo gan { $name }
hand-over-note-manager = Dyma lle mae’r amcanion yn sefyll.
