summary-span-title = Crynodeb y tîm
summary-span-unclear = Doeddwn i ddim yn gallu darllen pa gyfnod rydych yn ei olygu. Dywedwch “tîm crynodeb”, “tîm crynodeb mis”, “tîm crynodeb mis diwethaf”, “tîm crynodeb chwarter” neu enw mis; ychwanegwch “i’r sianel” i’w bostio yno.
summary-posted-to-channel = Mae’r crynodeb ar ei ffordd i sianel y tîm.
span-week = wythnos { $date }
span-quarter = { $first }–{ $last }
span-year = { $first } i { $last }
summary-this-week = Yr wythnos hon
summary-this-month = Y mis hwn
summary-this-quarter = Y chwarter hwn
summary-this-year = Y flwyddyn hon
summary-nobody-due-week = Nid oedd neb i fod i wirio yr wythnos hon, felly does dim i’w ddangos eto.
summary-nobody-due-month = Nid oedd neb i fod i wirio yn ystod y mis hwnnw, felly does dim i’w ddangos.
summary-nobody-due-quarter = Nid oedd neb i fod i wirio yn ystod y chwarter hwnnw, felly does dim i’w ddangos.
summary-nobody-due-year = Nid oedd neb i fod i wirio yn ystod y flwyddyn honno, felly does dim i’w ddangos.
summary-completion-check-ins = Atebwyd { $answered } o’r gwiriadau oedd yn ddyledus, sef { $due }.
summary-partly-check-ins = { $count ->
    [one] Atebwyd un arall yn rhannol.
   *[other] Atebwyd { $count } arall yn rhannol.
  }
summary-one-person = Dim ond un person sydd yn y tîm hwn, felly mae eu hatebion yn aros rhyngddyn nhw a’u rheolwr llinell.
summary-confidence = Hyder
summary-confidence-now = { $now } o 5
summary-confidence-up = { $by } yn uwch nag yn y pedwar gwiriad blaenorol
summary-confidence-down = { $by } yn is nag yn y pedwar gwiriad blaenorol
summary-confidence-same = yr un fath ag yn y pedwar gwiriad blaenorol
trend-towards = { $first } → { $newest } mewn { $weeks } wythnos, tua’r targed
trend-away = { $first } → { $newest } mewn { $weeks } wythnos, i ffwrdd o’r targed
trend-level = dim yn nes na { $weeks } wythnos yn ôl
remover-person = gallant ei ddatrys eu hunain
remover-manager = gall y rheolwr llinell ei ddatrys
remover-another-team = gall tîm arall ei ddatrys
remover-outside = y tu allan i’r sefydliad
summary-obstacle-people = { $count ->
    [one] 1 person
   *[other] { $count } o bobl
  }
summary-obstacles-single = { $count ->
    [one] Mae un rhwystr arall, sy’n ymwneud â phobl unigol, gyda’r rheolwr llinell.
   *[other] Mae { $count } { $count ->
      [two] rwystr
     *[other] rhwystr
    } arall, sy’n ymwneud â phobl unigol, gyda’r rheolwr llinell.
  }
summary-obstacles-more = { $count ->
    [one] Un rhwystr arall: gofynnwch “pam” am yr atebion.
   *[other] { $count } { $count ->
      [two] rwystr
     *[other] rhwystr
    } arall: gofynnwch “pam” am yr atebion.
  }
summary-answers-more = { $count ->
    [one] Un ateb arall: gofynnwch “pam”.
   *[other] { $count } ateb arall: gofynnwch “pam”.
  }
summary-outside = Roedd { $outside } o’r { $all } sylw am yr hyn sydd yn y ffordd y tu hwnt i reolaeth pobl.
summary-notes-earlier = { $count ->
    [one] Mae un nodyn cynharach yng nghrynodeb ei wythnos ei hun.
   *[other] Mae { $count } nodyn cynharach yng nghrynodebau eu hwythnosau eu hunain.
  }
summary-help = Cymorth y gofynnwyd amdano
summary-late-action = Wedi mynd heibio’i ddiwrnod: { $text } ({ $name }, { $date })
summary-training = Hyfforddiant
summary-training-held = Mae { $held } o’r { $required } { $required ->
      [two] gwrs
      [few] chwrs
      [many] chwrs
     *[other] cwrs
    } y mae’n rhaid eu dal yn cael eu dal ({ $rate }), { $late ->
    [0] dim un yn hwyr
   *[other] { $late } yn hwyr
  }
summary-late-training = { $name }: { $course }, roedd i’w wneud erbyn { $date }
summary-late-training-more = { $count ->
    [one] Mae un arall yn hwyr: dywedwch “tîm hyfforddiant”.
   *[other] Mae { $count } arall yn hwyr: dywedwch “tîm hyfforddiant”.
  }
summary-thanks = Diolchiadau
summary-thanked = { $giver } i { $receiver }
summary-thanks-kept = { $count ->
    [one] Mae un diolch arall yn aros gyda’r sawl a’i cafodd.
   *[other] Mae { $count } { $count ->
      [two] ddiolch
     *[other] diolch
    } arall yn aros gyda’r rhai a’u cafodd.
  }
summary-button-why = Pam?
summary-button-who = Pwy?
summary-button-compare-week = Cymharu â’r wythnos ddiwethaf
summary-button-compare-month = Cymharu â’r mis diwethaf
summary-button-compare-quarter = Cymharu â’r chwarter diwethaf
summary-button-compare-year = Cymharu â’r flwyddyn ddiwethaf
summary-ask-back-channel = Neu soniwch amdanaf yma gyda “pam” neu “cymharu â’r chwarter diwethaf”; dim ond chi sy’n darllen yr ateb.
summary-ask-back = Neu atebwch gyda “pam”, “pwy” neu “cymharu â’r chwarter diwethaf”.

attention-title = Yn werth eich sylw
attention-silence = Nid oes neb wedi ateb eto, felly does dim i farnu ar ei sail.
attention-none = Nid oes dim yn sefyll allan. Nid oes rhwystr cyffredin, nid oes neb yn aros am gymorth, nid oes dim oddi ar y trywydd nac yn llithro, ac nid oes hyfforddiant na cham y cytunwyd arno yn hwyr.
attention-none-shared = Nid oes dim yn sefyll allan sy’n ymwneud â sawl un o’r tîm.
attention-more = { $count } arall
attention-obstacle = Daeth { $people } o bobl ar draws yr un rhwystr ({ $theme })
attention-obstacle-named = { $said }: “{ $text }”
attention-obstacle-weeks = { $said }, mewn { $weeks } wythnos
attention-help = { $people ->
    [one] Gofynnodd un person am gymorth: “{ $text }”
   *[other] Gofynnodd { $people } o bobl am gymorth, yn gyntaf oll: “{ $text }”
  }
attention-off-track = { $objectives ->
    [one] Mae { $titles } oddi ar y trywydd{ $others ->
        [yes] {" "}hefyd
       *[no] {""}
      }
   *[other] Mae { $objectives } amcan { $others ->
        [yes] arall oddi ar y trywydd
       *[no] oddi ar y trywydd
      }: { $titles }
  }{ $weeks ->
    [zero] {""}
    [one] {""}
   *[other] , ers hyd at { $weeks } { $weeks ->
      [two] wiriad
     *[other] gwiriad
    } yn olynol
  }
attention-off-track-channel = { $objectives ->
    [one] Mae un amcan { $others ->
        [yes] arall oddi ar y trywydd
       *[no] oddi ar y trywydd
      }
   *[other] Mae { $objectives } amcan { $others ->
        [yes] arall oddi ar y trywydd
       *[no] oddi ar y trywydd
      }
  }
attention-slipping = { $objectives ->
    [one] Mae { $titles } yn symud i ffwrdd o’i darged, er nad oes neb yn dweud ei fod oddi ar y trywydd
   *[other] Mae { $objectives } amcan yn symud i ffwrdd o’u targedau, er nad oes neb yn dweud eu bod oddi ar y trywydd: { $titles }
  }
attention-slipping-channel = { $objectives ->
    [one] Mae un amcan yn symud i ffwrdd o’i darged
   *[other] Mae { $objectives } amcan yn symud i ffwrdd o’u targedau
  }
attention-confidence = Disgynnodd hyder o { $before } i { $now } o 5; { $people ->
    [one] i un person
   *[other] i { $people } o bobl
  } o bwynt neu fwy
attention-training = { $courses ->
    [one] Mae un cwrs yn hwyr: { $names }
   *[other] Mae { $courses } { $courses ->
      [two] gwrs
      [few] chwrs
      [many] chwrs
     *[other] cwrs
    } yn hwyr: { $names }
  }
attention-actions = { $actions ->
    [one] Mae un cam y cytunwyd arno wedi mynd heibio’i ddiwrnod: “{ $text }”
   *[other] Mae { $actions } { $actions ->
      [two] gam
      [few] cham
      [many] cham
     *[other] cam
    } y cytunwyd arnynt wedi mynd heibio’u diwrnod, yn gyntaf oll: “{ $text }”
  }
attention-participation = Atebwyd { $answered } o’r { $due } { $due ->
      [two] wiriad
     *[other] gwiriad
    } ({ $rate }), o gymharu â { $usual } yn y pedwar gwiriad cynt
attention-do-person = { $items ->
    [one] Gall y rhai a ddaeth ar ei draws ei ddatrys: gofynnwch beth fyddai’n eu helpu.
   *[other] Gall y rhai a ddaeth ar draws y rhain eu datrys: gofynnwch beth fyddai’n eu helpu.
  }
attention-do-manager = { $items ->
    [one] Gall y rheolwr llinell ei ddatrys: penderfynwch, neu dywedwch erbyn pryd.
   *[other] Gall y rheolwr llinell ddatrys y rhain: penderfynwch, neu dywedwch erbyn pryd.
  }
attention-do-another-team = { $items ->
    [one] Gall tîm arall ei ddatrys: gofynnwch iddynt am ddyddiad, a rhowch wybod i’r rhai sy’n aros.
   *[other] Gall tîm arall ddatrys y rhain: gofynnwch am ddyddiadau, a rhowch wybod i’r rhai sy’n aros.
  }
attention-do-outside = { $items ->
    [one] Ni all neb yma ei ddatrys: cytunwch beth all fynd yn ei flaen hebddo, neu symudwch y dyddiad.
   *[other] Ni all neb yma ddatrys y rhain: cytunwch beth all fynd yn ei flaen hebddynt, neu symudwch y dyddiadau.
  }
attention-do-help = Atebwch bob un ohonynt, hyd yn oed os “ddim eto” yw’r ateb.
attention-do-off-track = Gofynnwch i bob perchennog beth fyddai’n dod ag ef yn ôl, neu cytunwch ar darged neu ddyddiad arall.
attention-do-slipping = Edrychwch ar y ffigurau gyda’ch gilydd cyn i’r targed fynd o gyrraedd.
attention-do-confidence = Gofynnwch beth newidiodd yn yr un-i-un nesaf.
attention-do-training = Cytunwch ar ddiwrnod i bob un, neu holwch beth sy’n eu rhwystro.
attention-do-actions = Gwnewch ef, cytunwch ar ddiwrnod arall, neu gollyngwch ef.
attention-do-participation = Holwch a yw’r diwrnod, yr amser neu’r cwestiynau yn rhwystr.

ask-why-title = Pam: { $team }, { $span }
ask-why-rules = Dewiswyd yn ôl rheolau sefydlog, yn ôl faint o bobl y mae pob un yn ymwneud â nhw; nid oes neb yn cael ei raddio.
ask-why-none = Ni safodd dim allan, felly does dim i’w egluro. Atebwyd { $answered } o’r { $due } { $due ->
      [two] wiriad
     *[other] gwiriad
    }.
ask-why-others = { $count ->
    [one] Mae un ateb y tu ôl i hyn ar gyfer y sawl a’i hysgrifennodd a’u rheolwr llinell.
   *[other] Mae { $count } ateb y tu ôl i hyn ar gyfer y rhai a’u hysgrifennodd a’u rheolwyr llinell.
  }
ask-why-answer = { $name }: { $about } · { $date }
ask-why-answer-undated = { $name }: { $about }
ask-why-silent = Nid yw { $name } wedi ateb
ask-why-all = Rhwystrau eraill
ask-who-title = Pwy: { $team }, { $span }
ask-who-line = { $about } – { $names }
ask-who-none = Ni safodd dim allan, felly does neb i’w enwi.
ask-who-silent = Heb glywed ganddynt
ask-who-refused-title = Mae hynny’n aros gyda’r rheolwr llinell
ask-who-refused = Dim ond rheolwr llinell y tîm sy’n cael gwybod pwy sydd y tu ôl i grynodeb, fel y gall pawb ateb yn agored. Mae “pam” a “cymharu â’r mis diwethaf” ar gyfer pawb yn y tîm.
ask-refused-title = Ni allaf ddangos hynny
ask-refused = Mae’r crynodeb hwnnw ar gyfer y tîm y mae’n sôn amdano a’i reolwr llinell. Os dylech ei weld, gofynnwch i { $contact }.
ask-which-title = Pa grynodeb?
ask-which = Wn i ddim pa grynodeb rydych yn ei olygu. Dywedwch “tîm crynodeb” yn gyntaf, neu tapiwch fotwm o dan y crynodeb.
ask-compare-title = { $team }: { $now } a { $before }
ask-compare-figure = Ffigur
ask-compare-none = Nid oedd neb i fod i wirio { $before }, felly does dim i gymharu ag ef.
ask-compare-when = yn { $span }
ask-compare-unclear = Cymharu â beth? Dywedwch er enghraifft “cymharu â’r wythnos ddiwethaf”, “y mis diwethaf”, “y chwarter diwethaf” neu “y flwyddyn ddiwethaf”.
ask-compare-title-unclear = Cymharu’r crynodeb
ask-compare-answered = Gwiriadau a atebwyd
ask-compare-confidence = Hyder, o 5
ask-compare-on-track = Amcanion ar y trywydd iawn
ask-compare-off-track = Amcanion oddi ar y trywydd
ask-compare-percent = Ffordd gyfartalog at y targed
ask-compare-obstacles = Rhwystrau gwahanol
ask-compare-outside = Crybwylliadau y tu hwnt i reolaeth pobl
ask-compare-wins = Targedau a gyrhaeddwyd
ask-compare-thanks = Diolchiadau a rannwyd
ask-compare-change = Newid
ask-compare-real = { $figure }: mae hyn yn fwy na’r mynd a dod arferol.
ask-compare-unlike = Mae { $asked } { $asked ->
      [two] wiriad
     *[other] gwiriad
    } y tu ôl i { $now }, a { $earlier } y tu ôl i { $before }: cymharwch gyfrannau yn hytrach na niferoedd.
ask-compare-short = Mae rhai wythnosau o’r cyfnod hwn eto i ddod.

team-set-how =
    Ar unwaith:
    “tîm gosod crynodeb dydd Gwener 15:00”: pryd y caiff ei bostio
    “tîm gosod crynodeb wythnosol” neu “misol”: pa mor aml
    “tîm gosod crynodeb i’r sianel”, “i fi” neu “i’r ddau”: pwy sy’n ei gael
    “tîm gosod crynodeb cuddio amcanion” neu “dangos amcanion”: beth mae’r sianel yn ei weld
    “tîm gosod sianel”, wedi’i deipio yn y sianel: ble mae’n mynd
team-set-unclear = Doeddwn i ddim yn gallu darllen hwnna fel diwrnod ac amser nac fel un o’r gosodiadau, felly ni newidiwyd dim. Dywedwch er enghraifft “tîm gosod crynodeb dydd Gwener 15:00”, “tîm gosod crynodeb misol”, “tîm gosod crynodeb i fi” neu “tîm gosod crynodeb cuddio rhwystrau”.
team-set-now = { $every ->
    [month] Daw’r crynodeb bob mis, ar { $weekday } cyntaf y mis am { $time }, am y mis blaenorol.
   *[week] Daw’r crynodeb bob wythnos, ar { $weekday } am { $time }.
  }
team-set-to-both = Mae’n mynd i’r sianel ac atoch chi.
team-set-to-channel = Mae’n mynd i’r sianel yn unig; gallwch ofyn am eich un chi unrhyw bryd gyda “tîm crynodeb”.
team-set-to-lead = Mae’n mynd atoch chi yn unig.
team-set-no-channel = Nid oes gan y tîm sianel eto, felly ni chaiff dim ei bostio: dywedwch “tîm gosod sianel” mewn un.
team-set-shows = Mae’r sianel yn dangos: { $sections }.
team-set-shows-all = Mae’r sianel yn dangos popeth y caiff tîm ei ddarllen.
team-set-shows-nothing = Nid yw’r sianel yn dangos dim ond y teitl.
team-set-unknown-section = Dydw i ddim yn adnabod y rhan “{ $said }”. Y rhannau yw: { $sections }. Ni newidiwyd dim.
section-attention = yr hyn sy’n werth sylw
section-participation = cyfranogiad
section-objectives = amcanion
section-obstacles = rhwystrau
section-training = hyfforddiant
section-service = adborth defnyddwyr gwasanaeth
section-wins = llwyddiannau
section-thanks = diolchiadau
section-notes = nodiadau
