# Adolygiadau: cofnod cyfnod, barn y ddau amdano, a’r ddau lofnod.

command-review = Eich adolygiad: mae’n ei ysgrifennu ei hun o gofnod y flwyddyn, a chi sy’n ei olygu gyntaf.
command-review-examples = adolygiad, adolygiad blynyddol, adolygiad canol-blwyddyn, adolygiad hanes
review-title = Eich adolygiad
review-title-of = Adolygiad { $name }
review-reads = Darllenir gennych chi a’ch rheolwr llinell. Mae AD yn gweld pa mor bell y mae, byth beth mae’n ei ddweud.
review-reads-both = Darllenir gan y ddau ohonoch. Mae AD yn gweld pa mor bell y mae, byth beth mae’n ei ddweud.
reads-review = Darllenir gennych chi a’ch rheolwr llinell, ar ôl i chi ei drosglwyddo. Mae AD yn gweld pa mor bell y mae, byth beth mae’n ei ddweud.
reads-review-manager = Darllenir gan y ddau ohonoch, ar ôl i chi ofyn am lofnodion. Mae AD yn gweld pa mor bell y mae, byth beth mae’n ei ddweud.

review-kind-annual = adolygiad blynyddol
review-kind-mid-year = adolygiad canol blwyddyn
review-kind-probation = adolygiad cyfnod prawf
review-kind-contract-end = adolygiad ar ddiwedd y contract
review-kind-move = adolygiad byr cyn symud
review-named-annual = Adolygiad blynyddol
review-named-mid-year = Adolygiad canol blwyddyn
review-named-probation = Adolygiad cyfnod prawf
review-named-contract-end = Adolygiad ar ddiwedd y contract
review-named-move = Adolygiad byr cyn symud
review-heading = { $kind }: { $since } hyd { $until }

review-stage-preparing = gyda { $name }, sy’n ei baratoi
review-stage-with-manager = gyda { $name }, sy’n ychwanegu ato
review-stage-signing = i’w lofnodi gan { $name }
review-stage-signed = wedi’i lofnodi gan y ddau
review-no-manager = rheolwr llinell sydd eto i’w enwi
review-due = I’w lofnodi erbyn { $date }.
review-due-from = I’w lofnodi erbyn { $date }. Llofnodion i ddod: { $names }.
review-is-signed = Wedi’i lofnodi gan y ddau. Fersiwn { $version }.
review-you = chi

review-none = Nid oes adolygiad ar agor. Dewiswch un i ddechrau: rwy’n rhoi cofnod y cyfnod at ei gilydd, a chi sy’n ei olygu cyn i neb arall ei ddarllen.
review-begin = Dechrau: { $kind }
review-history-title = Eich adolygiadau
review-history-none = Nid oes adolygiad eto. Mae “adolygiad” yn dechrau un.
review-open = Agor
review-line = { $kind }, { $since } hyd { $until }: { $stage }
review-no-period = Ni allaf weld y cyfnod: nid oes { $field } yn hysbys ar gyfer { $name }. Gall AD ei ychwanegu yn y rhestr o bobl; yna dywedwch ef eto.
review-bad-date = Nid yw { $date } yn gadael yr amser iawn: llofnodir adolygiad rhwng yfory a { $latest } { $latest ->
      [two] ddiwrnod
     *[other] diwrnod
    } o nawr. Ni ddywedwyd dim wrth neb; dywedwch ef eto gyda diwrnod arall.
review-already = Mae adolygiad { $name } ar agor eisoes: { $kind }, i’w lofnodi erbyn { $date }. Gellir agor yr un nesaf ar ôl ei lofnodi.
review-not-yours = Ni allwn ddod o hyd i’r person hwnnw ymhlith y rhai sy’n adrodd i chi. Ni ddywedwyd dim wrth neb; dywedwch ef eto gyda’r enw llawn, megis “tîm adolygiad Amira Hassan blynyddol erbyn 31 Mawrth”.
review-which-report = Pwy ydych chi’n ei olygu? Dywedwch “tîm adolygiad” ac enw: { $names }.

review-offer = Byddai { $name } yn clywed ar unwaith, ac yn ei baratoi gyntaf. Byddwch chi’n ei ddarllen ar ôl iddo gael ei drosglwyddo.
review-offer-period = Mae’n edrych ar { $since } hyd { $until } ac i’w lofnodi erbyn { $date }.
review-offer-open = Ei agor
review-offer-signed = Mae un ar gyfer { $since } hyd { $until } eisoes, a lofnodwyd gan y ddau ohonoch.
review-offer-again = Agor un arall
review-opened = Mae { $name } wedi cael gwybod. Byddwch yn clywed ar ôl iddo gael ei drosglwyddo.
review-told-title = Mae eich rheolwr llinell wedi agor adolygiad
review-told = Mae { $name } wedi agor adolygiad gyda chi: { $kind }, i’w lofnodi erbyn { $date }. Rwyf wedi rhoi cofnod { $since } hyd { $until } at ei gilydd; chi sy’n ei olygu gyntaf, a dim ond ar ôl i chi ei drosglwyddo y caiff ei ddarllen.
review-look = Edrych arno

review-next-person = Edrychwch drwyddo, a dywedwch yn eich geiriau eich hun beth oedd yn bwysig. Gadewch allan yr hyn nad oes angen iddo fod ynddo, a throsglwyddwch ef.
review-next-manager = Mae { $name } wedi’i drosglwyddo. Ychwanegwch eich sylwadau, a gofynnwch am y ddau lofnod pan fyddwch wedi gorffen.
review-next-wait-manager = Mae gyda { $name } nawr, sy’n ychwanegu sylwadau. Gofynnir i chi lofnodi wedyn, a gallwch ei gymryd yn ôl tan hynny.
review-next-wait-person = Mae { $name } yn ei baratoi. Byddwch yn ei ddarllen ar ôl iddo gael ei drosglwyddo.
review-next-sign = Darllenwch ef drwyddo a’i lofnodi, neu newidiwch rywbeth: yna gofynnir i’r ddau eto.
review-next-wait-signature = Rydych chi wedi llofnodi. Mae { $name } eto i lofnodi.
review-next-signed = Mae’n aros fel y mae. Mae newid yn gwneud fersiwn newydd ac yn gofyn i’r ddau eto.
review-empty = Nid oes cofnod o’r cyfnod hwn eto: dim amcanion, adborth, diolch, hyfforddiant na chamau. Mae’n llenwi ar ei ben ei hun o wirio a’r hyn y mae pobl yn ei ddweud; gallwch ysgrifennu eich geiriau eich hun eisoes.

review-button-write = Ysgrifennu yn fy ngeiriau i
review-button-write-here = Ysgrifennu yma yn y sgwrs
review-button-choose = Dewis beth sydd ynddo
review-button-hand-on = Ei drosglwyddo i { $name }
review-button-take-back = Ei gymryd yn ôl
review-button-comment = Ychwanegu fy sylwadau
review-button-ask-signatures = Gofyn am y ddau lofnod
review-button-sign = Llofnodi fersiwn { $version }
review-button-change = Newid rhywbeth
review-button-pdf = Fel PDF
review-button-docx = Fel Word
review-button-next = Nesaf: { $title }
review-button-previous = Yn ôl
review-button-overview = Trosolwg
review-button-leave-out = Gadael allan
review-button-take-in = Rhoi yn ôl
review-button-move = Cloi gydag adolygiad byr
review-button-contract-end = Cloi gydag adolygiad o’r contract

review-page = Tudalen { $page } o { $pages }
review-pages = Ei dudalennau
review-section-glance = Cipolwg
review-section-objectives = Amcanion
review-section-feedback = Adborth a diolch
review-section-learning = Hyfforddiant a chamau y cytunwyd arnynt
review-section-words = Barn y ddau
review-section-signatures = Llofnodion
review-section-alone = I’ch llygaid chi yn unig

review-fact-person = Y person
review-fact-role = Teitl swydd
review-fact-manager = Rheolwr llinell
review-fact-period = Cyfnod
review-fact-as-of = Cofnod fel yr oedd ar
review-fact-answered = Gwiriadau a atebwyd
review-answered = { $answered } o { $asked }
review-answered-none = ni ofynnwyd am yr un yn y cyfnod hwn
review-silent = Ni adroddwyd dim yn { $months }.
review-months = { $since } hyd { $until }
review-silent-all = Ni atebwyd yr un gwiriad yn y cyfnod hwn, felly daw’r canlyniadau o’r amcanion eu hunain.
review-long-away = I ffwrdd ar { $days } { $days ->
      [two] ddiwrnod
     *[other] diwrnod
    } o’r cyfnod hwn. Dylid darllen targedau ar gyfer y gweddill.
review-no-objectives = Ni weithiwyd ar yr un amcan yn y cyfnod hwn.
review-column-objective = Amcan
review-column-result = Canlyniad
review-column-target = Targed
review-column-status = Sut mae’n sefyll
review-column-month = Mis
review-column-progress = O’r ffordd
review-column-text = Testun
review-column-course = Cwrs
review-column-completed = Cwblhawyd
review-column-expires = Yn cyfrif tan
review-column-action = Cam
review-column-who = Gan bwy
review-column-due = Erbyn pryd
review-column-state = Cyflwr
review-for-good = am byth
review-no-result = dim wedi’i adrodd
review-paused-now = wedi’i oedi
review-shared-objective = Wedi’i rannu ag eraill: gall ffigurau fod yn eiddo iddynt hwy, dim ond geiriau { $name } sydd yma.
review-no-date = Nid oes ganddo ddyddiad ei hun.
review-paused = Cafodd ei oedi ar { $days } o { $all } { $all ->
      [two] ddiwrnod
     *[other] diwrnod
    }, felly mae { $share } o’r cyfnod yn cyfrif.
review-in-proportion = Yn gymesur â hynny, daw’r targed i { $value }.
review-unit-changed = Mae’n cael ei fesur mewn { $unit } ers { $date }. Mae ffigurau o’r blaen yn eu huned eu hunain ac nid ydynt yn cael eu cymharu.
review-unit-plain = uned arall
review-results = Canlyniadau fesul mis
review-chart-title = { $measure }, fesul mis
review-chart-alt = Siart llinell o { $measure }: o { $first } yn { $since } i { $last } yn { $until }, { $count } { $count ->
      [two] fis
     *[other] mis
    }; targed { $target }. Mae’r tabl yn dweud yr un peth mewn ffigurau.
review-chart-alt-no-target = Siart llinell o { $measure }: o { $first } yn { $since } i { $last } yn { $until }, { $count } { $count ->
      [two] fis
     *[other] mis
    }. Mae’r tabl yn dweud yr un peth mewn ffigurau.
review-outside = Y tu hwnt i reolaeth
review-said-at = Ar { $date }
review-helped = Beth helpodd neu a aeth o’r ffordd
review-missed = Targedau a fethwyd, a’r hyn a ddywedwyd
review-missed-below = Heb ei gyrraedd erbyn { $date }.
review-missed-off-track = Oddi ar y trywydd ddwywaith yn olynol, sylwyd ar { $date }.
review-missed-unsaid = Ni ddywedwyd dim amdano.
review-missed-outside = Y tu hwnt i reolaeth: { $factor }
review-missed-outside-plain = Roedd y tu hwnt i’w reolaeth.
review-missed-prevention = Beth fyddai’n ei atal: { $text }
review-missed-help = Yr help sydd ei angen: { $text }
review-changed = Beth newidiodd, a pham
review-evidence = Tystiolaeth
review-wrote = Mae { $name } yn ysgrifennu
review-no-feedback = Dim adborth yn y cyfnod hwn y caiff y ddau ei ddarllen.
review-from = Gan { $name }, { $date }
review-thanks = Diolch a rannwyd
review-no-thanks = Ni rannwyd diolch yn y cyfnod hwn.
review-trained = Hyfforddiant a gwblhawyd
review-no-training = Ni chwblhawyd hyfforddiant yn y cyfnod hwn.
review-actions = Camau y cytunwyd arnynt
review-no-actions = Ni chytunwyd ar yr un cam yn y cyfnod hwn.
review-highlights = Uchafbwyntiau
review-overall = Yn gyffredinol
review-next-steps = Camau nesaf y cytunwyd arnynt
review-comment = Sylw
review-no-words = Nid oes dim wedi’i ysgrifennu eto.
review-signed-by = Llofnododd { $name } ar { $moment }.
review-not-signed-by = Nid yw { $name } wedi llofnodi.
review-digest = Fersiwn { $version }, a wnaed ar { $moment }. Ei grynodeb (SHA-256) yw { $digest }.
review-alone-how = Yr hyn a ddywedwyd wrthych chi yn unig, neu heb enw, a diolch yr ydych yn ei gadw. Mae’n eich helpu i ysgrifennu; ni chaiff ei drosglwyddo byth.
review-alone-unnamed = Heb enwau, { $month }
review-alone-none = Nid oes dim y mae chi yn unig yn ei ddarllen.

review-choose-title = Beth sydd yn eich adolygiad
review-choose-how = Cewch adael pob un o’r rhain allan. Ni ddywedir wrth eich rheolwr llinell beth adawsoch allan.
review-choose-none = Nid oes dim yma y gallech ei adael allan: dim adborth, diolch, hyfforddiant na thystiolaeth.
review-choose-feedback = Adborth gan { $name }, { $date }
review-choose-thanks = Diolch gan { $name }, { $date }
review-choose-training = Hyfforddiant: { $title }, { $date }
review-choose-evidence = Tystiolaeth, { $date }
review-left-out = wedi’i adael allan

review-write-title = Eich adolygiad yn eich geiriau eich hun
review-write-intro = Mae’r cofnod yno eisoes, felly ysgrifennwch yr hyn nad yw’n ei ddweud yn unig. Gadewch yn wag yr hyn nad oes angen geiriau arno.
review-write-highlights-label = Uchafbwyntiau
review-write-highlights-hint = Beth aeth yn dda, beth ddysgoch chi, beth rydych yn falch ohono.
review-write-highlights-ask = Beth yw eich uchafbwyntiau o’r cyfnod hwn? Beth aeth yn dda, beth ddysgoch chi, beth rydych yn falch ohono.
review-write-own-label = Yn eich geiriau eich hun
review-write-own-hint = Beth wnaeth y gwahaniaeth, a beth nad yw’r ffigurau’n ei ddweud.
review-write-own-ask = Beth fyddech chi’n ei ddweud am yr amcan hwn? Beth wnaeth y gwahaniaeth, a beth nad yw’r ffigurau’n ei ddweud.
review-write-comment-label = Eich sylw ar yr adolygiad
review-write-comment-hint = Unrhyw beth y dylai’r ddau fod wedi’i ddarllen cyn llofnodi.
review-write-comment-ask = A oes unrhyw beth y dylai’r ddau fod wedi’i ddarllen cyn llofnodi?
review-add-title = Adolygiad { $name }
review-add-own-label = Eich sylw
review-add-own-hint = Beth welsoch chi, a beth ddylai ddilyn.
review-add-own-ask = Beth yw eich sylw ar yr amcan hwn? Beth welsoch chi, a beth ddylai ddilyn.
review-add-overall-label = Yn gyffredinol
review-add-overall-hint = Sut rydych yn gweld y cyfnod cyfan.
review-add-overall-ask = Sut rydych yn gweld y cyfnod cyfan?
review-add-next-steps-label = Camau nesaf y cytunwyd arnynt
review-add-next-steps-hint = Beth gytunodd y ddau ohonoch sydd nesaf, llinell yr un.
review-add-next-steps-ask = Beth gytunoch chi sydd nesaf? Llinell yr un.
review-kept-title = Cadwyd
review-kept = Mae eich geiriau ynddo.

review-cannot-now = Ni ellir gwneud hynny ar hyn o bryd: mae’r adolygiad { $stage }.
review-needs-manager = Nid oes gennych reolwr llinell yma i’w drosglwyddo iddo. Gall AD osod un yn y rhestr o bobl; cedwir eich geiriau.
review-handed-on = Mae gyda { $name } nawr. Gofynnir i chi lofnodi ar ôl ychwanegu ato.
review-handed-on-title = Mae { $name } wedi trosglwyddo adolygiad
review-handed-on-news = Dyma’r { $kind } ar gyfer { $since } hyd { $until }, i’w lofnodi erbyn { $date }. Darllenwch ef, ychwanegwch eich sylwadau, a gofynnwch am y ddau lofnod.
review-taken-back = Mae gennych chi eto. Bydd { $name } yn ei ddarllen ar ôl i chi ei drosglwyddo.
review-taken-back-news = Mae { $name } wedi cymryd yr adolygiad yn ôl i newid rhywbeth. Byddwch yn clywed ar ôl iddo gael ei drosglwyddo eto.
review-sign-title = Adolygiad i’w lofnodi
review-sign-news = Mae fersiwn { $version } o’r { $kind } yn barod: gofynnir i { $person } a { $manager } lofnodi. Darllenwch ef yn gyntaf.
review-changed-since = Cafodd ei newid ers hynny, felly ni ellir llofnodi’r fersiwn honno mwyach. Dyma sut mae nawr.
review-signed-now = Rydych wedi llofnodi fersiwn { $version }. Mae { $name } eto i lofnodi.
review-signed-both-title = Mae’r adolygiad wedi’i lofnodi
review-signed-both = Mae { $person } a { $manager } wedi llofnodi fersiwn { $version }. Mae’n aros fel y mae o hyn ymlaen; mae yn “adolygiad hanes”.
review-reopened-news = Mae { $name } wedi agor yr adolygiad eto i newid rhywbeth, felly gofynnir am eich llofnod o’r newydd. Mae’r fersiwn a lofnodwyd o’r blaen yn aros fel yr oedd.
review-reopened = Mae ar agor eto. Mae’r fersiwn { $version } a lofnodwyd yn aros fel yr oedd; gwneir un newydd pan fyddwch wedi gorffen.
review-not-whole = Ni ellir dangos y fersiwn hon: nid yw’r hyn sydd wedi’i storio’n cyfateb i’w grynodeb mwyach. Dywedwch wrth eich gweinyddwr; cadwyd ei destun.

review-reminder-title = Mae adolygiad yn aros amdanoch
review-reminder-own = Mae eich { $kind } i’w lofnodi erbyn { $date }. Mae’n aros amdanoch chi.
review-reminder-of = Mae { $kind } { $name } i’w lofnodi erbyn { $date }. Mae’n aros amdanoch chi.

review-team-title = Adolygiadau yn eich tîm
review-team-how = Mae “tîm adolygiad @enw blynyddol erbyn 31 Mawrth” yn agor un: blynyddol, canol-blwyddyn, prawf, contract neu symud.
review-team-none = Nid oes neb yn adrodd i chi, felly nid oes adolygiad i’w agor. Eich un chi yw “adolygiad”.
review-team-nothing = dim adolygiad eto
review-hr-title = Adolygiadau
review-hr-how = Pa mor bell y mae pob adolygiad, a phwy sy’n ei ddal; byth beth mae’n ei ddweud. Y person neu’r rheolwr llinell sy’n agor un.
review-hr-none = Nid oes adolygiad ar agor.
review-hr-without = { $count ->
    [0] Agorwyd adolygiad i bawb ers { $date }.
    [one] Nid agorwyd adolygiad i un person ers { $date }.
   *[other] Nid agorwyd adolygiad i { $count } o bobl ers { $date }.
}
review-hr-overdue = yn hwyr
review-hr-more = Dyma’r { $count } sydd i’w llofnodi gyntaf.
review-column-person = Y person
review-column-review = Adolygiad
review-column-waits = Yn aros am
review-tally-preparing = Yn cael eu paratoi
review-tally-with-manager = Gyda’r rheolwr llinell
review-tally-signing = I’w llofnodi
review-tally-signed = Wedi’u llofnodi y flwyddyn ariannol hon

review-file-title = { $kind }, { $name }
review-file-draft = Drafft { $date }, heb ei lofnodi
review-file-version = Fersiwn { $version }
review-file-footer = { $kind }, { $name }
review-file-page = Tudalen { $page } o { $pages }
review-file-no-address = Nid oes gan Milepost gyfeiriad y gall porwr ei gyrraedd yma, felly ni all roi ffeiliau. Gall gweinyddwr osod MILEPOST_PUBLIC_URL. Mae’r adolygiad yma yn y sgwrs yn y cyfamser.
review-file-ready = Mae eich ffeil yn barod
review-file-link = Ffeil: { $title } ({ $format })
review-write-submit = Cadw
review-add-submit = Cadw
