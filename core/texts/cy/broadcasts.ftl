# Negeseuon gan AD at lawer o bobl: at bwy maen nhw’n mynd, beth maen nhw’n ei ddweud, a pha mor bell y maent.

hr-broadcast = Ysgrifennu at bobl
hr-broadcasts = Darllediadau

audience-everyone = pawb
audience-and = { $first }, { $then }
audience-or = { $first } neu { $then }
audience-also = { $first } hefyd { $then }
audience-except = { $people }, ac eithrio’r rhai { $others }
audience-lacks = heb { $name }
audience-overdue = yn hwyr gyda { $name }
audience-expires = y mae eu { $name } yn dod i ben o fewn { $days } { $days ->
      [two] ddiwrnod
     *[other] diwrnod
    }
audience-team = yn y tîm { $name }
audience-role = yn y swydd { $name }
audience-site = ar safle { $name }
audience-permanent = ar gontract parhaol
audience-fixed-term = ar gontract cyfnod penodol
audience-interim = ar gontract dros dro
audience-agency = ar gontract asiantaeth
audience-bank = ar gontract banc
audience-reads-cy = sy’n darllen Cymraeg
audience-reads-en = sy’n darllen Saesneg
audience-england = yn Lloegr
audience-wales = yng Nghymru
audience-scotland = yn yr Alban
audience-northern-ireland = yng Ngogledd Iwerddon
audience-started-from = a ddechreuodd ers { $day }
audience-started-before = a ddechreuodd cyn { $day }

why-everyone = Yn gweithio yma
why-lacks = Heb { $name }
why-overdue = Yn hwyr gyda { $name }
why-expires = { $name } yn dod i ben o fewn { $days } { $days ->
      [two] ddiwrnod
     *[other] diwrnod
    }
why-team = Yn { $name }
why-role = Swydd: { $name }
why-site = Ar safle { $name }
why-permanent = Parhaol
why-fixed-term = Cyfnod penodol
why-interim = Dros dro
why-agency = Asiantaeth
why-bank = Banc
why-reads-cy = Yn darllen Cymraeg
why-reads-en = Yn darllen Saesneg
why-england = Yn gweithio yn Lloegr
why-wales = Yn gweithio yng Nghymru
why-scotland = Yn gweithio yn yr Alban
why-northern-ireland = Yn gweithio yng Ngogledd Iwerddon
why-started = Dechreuodd ar { $day }

audience-unread-words = Nid wyf yn deall at bwy mae “{ $said }”. Rhowch gynnig ar “pawb yn y tîm Tai heb Fire safety”, neu dewiswch o restrau.
audience-unread-near = Nid wyf yn deall at bwy mae “{ $said }”. Ai un o’r rhain: { $near }?
audience-unread-course = Does dim cwrs o’r enw “{ $said }”. Yr agosaf: { $near }.
audience-unread-team = Does dim tîm o’r enw “{ $said }”. Yr agosaf: { $near }.
audience-unread-place = Does dim tîm na safle o’r enw “{ $said }”. Yr agosaf: { $near }.
audience-unread-role = Does gan neb y swydd “{ $said }”. Yr agosaf: { $near }.
audience-unread-date = Ni allaf ddarllen “{ $said }” fel dyddiad. Bydd “1 Medi” neu “2026-09-01” yn iawn.
audience-empty-title = Does neb yn y gynulleidfa hon
audience-empty = { $audience }: does neb yma yn hynny i gyd.
audience-empty-because = { $filter }: nid yw’n gadael neb o’r { $before } a oedd ar ôl gyda’r gweddill.
audience-empty-alone = { $filter }: neb yma o gwbl.
audience-empty-exception = Mae’r eithriadau’n tynnu pawb a oedd ar ôl.
audience-empty-how = Dywedwch ef mewn ffordd arall; cedwir yr hyn a ysgrifennoch.

broadcast-card = Ysgrifennu at bobl
broadcast-intro = Dewiswch bwy, ysgrifennwch beth, ac edrychwch arno cyn i ddim fynd.
broadcast-submit = Dangos sut mae’n edrych
broadcast-audience-label = Pwy
broadcast-audience-hint = Mewn geiriau plaen: “pawb yn y tîm Tai heb Fire safety”, “staff dros dro a ddechreuodd ers 1 Medi, ac eithrio ar safle’r Depo”.
broadcast-audience-ask = I bwy mae hyn? Dywedwch mewn geiriau plaen, fel “pawb yn y tîm Tai heb Fire safety”.
broadcast-text-label = Testun Saesneg
broadcast-text-hint = Cewch ddefnyddio {"{"}enw cyntaf{"}"}, {"{"}enw{"}"}, {"{"}tîm{"}"}, {"{"}rheolwr{"}"}, {"{"}cwrs{"}"} a {"{"}dyddiad{"}"}.
broadcast-text-ask = Beth ddylai ei ddweud, yn Saesneg? Cewch ddefnyddio {"{"}enw cyntaf{"}"}, {"{"}enw{"}"}, {"{"}tîm{"}"}, {"{"}rheolwr{"}"}, {"{"}cwrs{"}"} a {"{"}dyddiad{"}"}.
broadcast-welsh-label = Testun Cymraeg
broadcast-welsh-hint = Os yw’n wag, mae pawb yn darllen y Saesneg.
broadcast-welsh-ask = Ac yn Gymraeg? Dywedwch “neidio” i anfon y Saesneg at bawb.
broadcast-due-label = Dyddiad
broadcast-due-hint = Yr hyn y mae {"{"}dyddiad{"}"} yn ei olygu.
broadcast-due-ask = Pa ddiwrnod y mae {"{"}dyddiad{"}"} yn ei olygu?
broadcast-response-label = Botwm iddyn nhw
broadcast-response-hint = Mae pwy bynnag sy’n ei dapio yn cyfrif fel wedi gweithredu.
broadcast-response-ask = A ddylai fod botwm iddyn nhw? Mae pwy bynnag sy’n ei dapio yn cyfrif fel wedi gweithredu.
broadcast-response-unclear = Dewiswch un o’r botymau.
broadcast-response-none = Dim botwm
broadcast-response-done = “Wedi’i wneud”
broadcast-response-booked = “Rwyf wedi’i archebu”
broadcast-response-training = “Cofnodi’r hyfforddiant”
broadcast-away-label = Pobl ar wyliau
broadcast-away-hint = Ni ysgrifennir at neb tra bydd i ffwrdd.
broadcast-away-ask = Beth am bobl ar wyliau? Ni ysgrifennir at neb tra bydd i ffwrdd.
broadcast-away-unclear = Dywedwch “pan fyddant yn ôl” neu “eu gadael allan”.
broadcast-away-on-return = Yn ei gael pan fyddant yn ôl
broadcast-away-leave-out = Yn cael eu gadael allan
broadcast-when-label = Pryd
broadcast-when-hint = Fel “yfory 9:30”, neu “ar unwaith” am unrhyw awr. Os yw’n wag, mae’n mynd o nawr ymlaen, yn eu horiau gwaith.
broadcast-when-ask = Pryd ddylai fynd? Dewiswch, neu teipiwch amser fel “yfory 9:30”.
broadcast-when-unclear = Ni allaf ddarllen hynny fel amser i ddod. Bydd “yfory 9:30” neu “dydd Iau 14:00” yn iawn; neu dywedwch “oriau gwaith” neu “ar unwaith”.
broadcast-when-working = O nawr ymlaen, yn eu horiau gwaith
broadcast-when-now = Ar unwaith, unrhyw awr
broadcast-when-placeholder = oriau gwaith

broadcast-variable-unknown = Does dim o’r enw {"{"}{ $name }{"}"} i’w lenwi. Ai {"{"}{ $near }{"}"} oedd gennych mewn golwg?
broadcast-variable-no-course = Mae ar {"{"}cwrs{"}"} angen cynulleidfa a ddewisir yn ôl un cwrs. Enwch y cwrs yn y testun, neu dewiswch bobl yn ei ôl.
broadcast-training-no-course = Mae’r botwm hwnnw’n cofnodi cwrs, felly rhaid dewis y gynulleidfa yn ôl un cwrs.

reads-broadcast = Darllenir gan y bobl a ddewiswch, gyda’ch enw. Mae AD yn gweld pwy a’i hysgrifennodd, a’i cymeradwyodd ac a’i canslodd.

broadcast-from = Gan { $name }, AD
broadcast-only-english = Yn Saesneg yn unig y mae’r neges hon.
broadcast-button-done = Wedi’i wneud
broadcast-button-booked = Rwyf wedi’i archebu
broadcast-button-training = Cofnodi’r hyfforddiant
broadcast-acted-done = Dywedoch ei fod wedi’i wneud. Diolch.
broadcast-acted-booked = Dywedoch ei fod wedi’i archebu. Diolch.
broadcast-acted-training = Wedi’i gofnodi. Diolch.
broadcast-team-none = eich tîm
broadcast-manager-none = eich rheolwr

broadcast-preview-taps = Rhagolwg yw hwn: ni chofnodwyd dim. Iddyn nhw, mae’r botwm hwn yn cyfrif.

broadcast-check-title = Gwiriwch cyn iddo fynd
broadcast-check-to = Ar gyfer { $audience }
broadcast-check-people = { $count ->
    [one] Un person
   *[other] { $count } o bobl
  }
broadcast-check-asked = Dim ond pobl sydd i fod i gael { $course } yn ôl ei reolau sy’n cyfrif.
broadcast-check-not-asked = Does dim rheol yn dweud pwy sydd i fod i gael { $course }, felly mae pawb yn cyfrif.
broadcast-check-languages = { $welsh ->
    [0] Mae pawb ohonynt yn darllen Saesneg.
   *[other] Mae { $welsh } ohonynt yn darllen Cymraeg.
  }
broadcast-check-no-welsh = Mae { $welsh } ohonynt yn darllen Cymraeg ac yn cael y Saesneg, gyda llinell sy’n dweud hynny.
broadcast-check-platforms = Sut mae’n cyrraedd
broadcast-looks-slack = Slack ({ $count }): un neges fel yn y rhagolwg, gyda’i botwm o dan y testun. Mae’r hysbysiad yn dangos y llinell gyntaf.
broadcast-looks-teams = Microsoft Teams ({ $count }): cerdyn fel yn y rhagolwg, ei fotwm ar y gwaelod; mae’r hysbysiad yn dangos y llinell gyntaf.
broadcast-looks-web = Y we ({ $count }): neges fel yn y rhagolwg.
broadcast-looks-none = Dim cyfrif i ysgrifennu ato ({ $count }): chwilir yn ôl e-bost gwaith pan fydd yn mynd; mae pwy na cheir hyd iddo yn yr adroddiad.
broadcast-check-when-working = Mae’n mynd cyn gynted ag y’i hanfonwch; mae pob un yn ei gael yn ei oriau gwaith.
broadcast-check-when-now = Mae’n mynd cyn gynted ag y’i hanfonwch, unrhyw awr.
broadcast-approval-when-working = Mae’n mynd cyn gynted ag y’i cymeradwyir; mae pob un yn ei gael yn ei oriau gwaith.
broadcast-approval-when-now = Mae’n mynd cyn gynted ag y’i cymeradwyir, unrhyw awr.
broadcast-going-when-working = Mae pob un yn ei gael yn ei oriau gwaith.
broadcast-going-when-now = Mae’n mynd unrhyw awr.
broadcast-check-when-at = Mae’n mynd { $moment }; mae pob un yn ei gael yn ei oriau gwaith.
broadcast-check-away-on-return = Mae pobl ar wyliau yn ei gael pan fyddant yn ôl.
broadcast-check-away-leave-out = Caiff pobl ar wyliau eu gadael allan.
broadcast-check-approval = I fwy na { $limit } o bobl rhaid i ail berson o AD ei gymeradwyo.
broadcast-who-title = Pwy, a pham ({ $count })
broadcast-who-name = Enw
broadcast-who-why = Pam
broadcast-who-more = { $first } i { $last } o { $count }.
broadcast-who-next = Nesaf
broadcast-who-before = Blaenorol
broadcast-who-all = Gweld pawb

broadcast-send = { $count ->
    [one] Anfon at un person
   *[other] Anfon at { $count } o bobl
  }
broadcast-schedule = Trefnu ar gyfer { $moment }
broadcast-ask-approval = Gofyn am gymeradwyaeth
broadcast-change = Ei newid
broadcast-drop = Peidio ag anfon
broadcast-dropped-title = Heb ei anfon
broadcast-dropped = Aeth dim allan. Cedwir yr hyn a ysgrifennoch: dywedwch “hr darllediadau” i ddechrau o’r newydd.

broadcast-stands-title = Dim mwy i’w wneud yma
broadcast-stands-approval = Mae’r darllediad hwn yn aros am gymeradwyaeth eisoes.
broadcast-stands-scheduled = Mae’r darllediad hwn ar ei ffordd eisoes.
broadcast-stands-cancelled = Canslwyd y darllediad hwn.
broadcast-stands-draft = Mae ei awdur yn newid y darllediad hwn.
broadcast-fixed-title = Mae’r testun hwn wedi’i osod
broadcast-fixed = Ni all darllediad a anfonwyd, neu sy’n aros am gymeradwyaeth, newid. Ailadroddwch ef i ysgrifennu un newydd ohono.

broadcast-approval-title = Cymeradwywch ddarllediad
broadcast-approval-from = Hoffai { $name } anfon hwn at { $audience }.
broadcast-approve = Cymeradwyo ac anfon
broadcast-send-back = Ei anfon yn ôl
broadcast-approval-asked = Gofynnwyd i { $count } o gydweithwyr AD ei gymeradwyo: y cyntaf sy’n penderfynu.
broadcast-approval-nobody-title = Ni all neb ei gymeradwyo
broadcast-approval-nobody = Mae’n mynd at fwy na { $limit } o bobl, felly rhaid i ail berson o AD ei gymeradwyo, ac nid oes un. Dewiswch lai o bobl, neu trefnwch fynediad AD i rywun.
broadcast-approval-own-title = Rhywun arall sy’n ei gymeradwyo
broadcast-approval-own = Ni all pwy bynnag a ysgrifennodd ddarllediad ei gymeradwyo.
broadcast-approved-by = Cymeradwywyd gan { $name }, { $moment }.
broadcast-sent-back-title = Daeth eich darllediad yn ôl
broadcast-sent-back = Anfonodd { $name } ef yn ôl. Newidiwch ef, neu siaradwch â nhw yn gyntaf.
broadcast-sent-back-done = Anfonwyd yn ôl at { $name }.

broadcast-take-back = Ei dynnu’n ôl
broadcast-cancel = Ei ganslo
broadcast-cancelled = Canslwyd gan { $name }, { $moment }. Mae’r hyn a aeth yn aros lle mae.

broadcast-progress-title = Darllediad: { $state }
broadcast-state-draft = drafft
broadcast-state-approval = yn aros am gymeradwyaeth
broadcast-state-scheduled = wedi’i drefnu
broadcast-state-sending = ar ei ffordd
broadcast-state-sent = ar ei ffordd
broadcast-state-finished = wedi gorffen
broadcast-state-cancelled = wedi’i ganslo
broadcast-progress-goes = Mae’n mynd { $moment }.
broadcast-progress-starts = Mae’n dechrau o fewn munud.
broadcast-progress-done = { $done } o { $people } wedi’u cyrraedd
broadcast-progress-label = Cynnydd
broadcast-fact-sent = Anfonwyd
broadcast-fact-waiting = Eto i fynd
broadcast-fact-later = Yn hwyrach, yn eu horiau gwaith
broadcast-fact-read = Darllenwyd
broadcast-fact-read-unknown = nid yw Slack na Teams yn dweud
broadcast-fact-acted = Gweithredwyd
broadcast-fact-failed = Heb eu cyrraedd
broadcast-fact-left-out = Wedi’u gadael allan
broadcast-fact-cancelled = Canslwyd
broadcast-left-out-away = { $count } ar wyliau
broadcast-left-out-left = { $count } nad ydynt yn gweithio yma mwyach
broadcast-left-out-no-longer = { $count } nad ydynt yn ffitio’r gynulleidfa mwyach
broadcast-left-out-one-away = Ar wyliau
broadcast-left-out-one-left = Nid yw’n gweithio yma mwyach
broadcast-left-out-one-no-longer = Nid yw’n ffitio’r gynulleidfa mwyach
broadcast-retry = Rhoi cynnig arall ar y { $count } a fethodd
broadcast-retry-none-title = Dim i roi cynnig arall arno
broadcast-retry-none = Nid oes neges o’r darllediad hwn wedi methu.
broadcast-report = Adroddiad
broadcast-repeat = Ei ailadrodd

broadcast-failed-no-account = Ni chafwyd hyd i gyfrif â’u he-bost gwaith
broadcast-failed-out-of-reach = Wedi tynnu neu rwystro Milepost
broadcast-failed-title = Heb eu cyrraedd, a pham
broadcast-left-out-title = Wedi’u gadael allan, a pham
broadcast-report-title = Adroddiad ar ddarllediad
broadcast-written-by = Ysgrifennwyd gan { $name }, { $moment }.
broadcast-list-title = Darllediadau
broadcast-list-none = Nid oes darllediad wedi’i anfon eto.
broadcast-list-scheduled = Eto i fynd
broadcast-list-past = Wedi mynd
broadcast-list-line = { $audience } · { $state }
broadcast-list-note = { $name }, { $moment }: anfonwyd { $sent }, gweithredodd { $acted }, { $failed } heb eu cyrraedd
broadcast-list-limit = Uwchlaw { $limit } o bobl mae ail berson o AD yn cymeradwyo. Dywedwch “hr darllediadau terfyn 300” am rif arall.
broadcast-new = Ysgrifennu at bobl
broadcast-limit-title = Cymeradwyaeth
broadcast-limit-set = O hyn ymlaen mae ail berson o AD yn cymeradwyo darllediadau at fwy na { $limit } o bobl.
broadcast-limit-unclear = Dywedwch nifer o bobl, fel “hr darllediadau terfyn 300”. Does dim wedi newid.

broadcast-start-title = Ysgrifennu at bobl
broadcast-start = Dywedwch at bwy mewn geiriau plaen, fel “hr darlledu pawb yn y tîm Tai heb Fire safety”, neu dechreuwch gydag un o’r rhain.
broadcast-start-form = Ysgrifennu mewn ffurflen
broadcast-start-lists = Dewis pobl o restrau
broadcast-start-chat = Un cwestiwn ar y tro
broadcast-start-lacking = Heb { $course }: { $count }
broadcast-start-expiring = { $course } yn dod i ben cyn hir: { $count }

broadcast-audience-card = Dewis pobl o restrau
broadcast-audience-intro = Pawb sy’n ffitio popeth a ddewiswch. Gadewch allan yr hyn nad yw’n bwysig.
broadcast-audience-submit = Ymlaen at y testun
broadcast-audience-course-label = Cwrs
broadcast-audience-course-hint = Hebddo, yn hwyr, neu ar fin ei angen eto.
broadcast-audience-course-ask = Pa gwrs? Dywedwch “neidio” os nad yw’n bwysig.
broadcast-audience-standing-label = Sut maent yn sefyll gydag ef
broadcast-audience-standing-hint = Dim ond lle dewisir cwrs.
broadcast-audience-standing-ask = Ydyn nhw hebddo, yn hwyr gydag ef, neu a yw’n dod i ben cyn hir?
broadcast-audience-lacks = Hebddo
broadcast-audience-overdue = Yn hwyr gydag ef
broadcast-audience-30 = Mae’n dod i ben o fewn 30 diwrnod
broadcast-audience-90 = Mae’n dod i ben o fewn 90 diwrnod
broadcast-audience-team-label = Tîm
broadcast-audience-team-hint = Pobl un tîm.
broadcast-audience-team-ask = Pa dîm? Dywedwch “neidio” os nad yw’n bwysig.
broadcast-audience-role-label = Swydd
broadcast-audience-role-hint = Teitl y swydd.
broadcast-audience-role-ask = Pa swydd? Dywedwch “neidio” os nad yw’n bwysig.
broadcast-audience-site-label = Safle
broadcast-audience-site-hint = Lle maent yn gweithio.
broadcast-audience-site-ask = Pa safle? Dywedwch “neidio” os nad yw’n bwysig.
broadcast-audience-employment-label = Math o gontract
broadcast-audience-employment-hint = Y math o gontract.
broadcast-audience-employment-ask = Pa fath o gontract? Dywedwch “neidio” os nad yw’n bwysig.
broadcast-audience-started-label = Dechrau ers
broadcast-audience-started-hint = Fel “1 Medi” neu “yn ystod y 30 diwrnod diwethaf”.
broadcast-audience-started-ask = Wedi dechrau ers pryd? Dywedwch “neidio” os nad yw’n bwysig.
broadcast-audience-started-unclear = Ni allaf ddarllen hynny fel dyddiad. Bydd “1 Medi” neu “yn ystod y 30 diwrnod diwethaf” yn iawn.
broadcast-audience-unclear = Dewiswch un o’r rhestr, neu gadewch ef allan.
