# Yr hyn a gedwir am rywun, yr hyn y gallant ei ofyn a’i atal, a’r hyn y mae AD yn ei ateb.

command-privacy = Yr hyn mae Milepost yn ei gadw amdanoch, pwy a’i gwelodd, eich copi, a’i gywiro.
command-privacy-examples = preifatrwydd, preifatrwydd lawrlwytho, preifatrwydd pwy, preifatrwydd cywiro teitl fy swydd, preifatrwydd gwrthwynebu, preifatrwydd stopio
privacy-title = Yr hyn mae Milepost yn ei gadw amdanoch
privacy-intro = Eich sefydliad sy’n penderfynu beth a gedwir yma a pham. Dyma’r cyfan a gedwir o dan eich enw.
privacy-held-row = { $rows }. { $why } { $long }
privacy-rows = { $count ->
    [zero] { $count } cofnod
    [one] 1 cofnod
    [two] 2 gofnod
    [few] { $count } chofnod
    [many] { $count } chofnod
   *[other] { $count } cofnod
}
privacy-held-check-ins = Gwiriadau wythnosol
privacy-why-check-ins = Eich atebion, a’r hyn a ddywedodd eich rheolwr amdanynt: i weld sut mae’r gwaith yn mynd.
privacy-since-check-ins = ar ôl i bob un gau
privacy-held-objectives = Amcanion a chamau gweithredu
privacy-why-objectives = Yr hyn rydych yn gweithio tuag ato a’r hyn a gytunwyd, gyda’i hanes.
privacy-since-objectives = ar ôl cau pob un
privacy-held-reviews = Adolygiadau a chylchoedd 360
privacy-why-reviews = Yr hyn a ysgrifennwyd ac a lofnodwyd, ar gyfer eich cofnod cyflogaeth.
privacy-since-reviews = ar ôl agor pob un
privacy-held-one-to-ones = Sgyrsiau un-i-un
privacy-why-one-to-ones = Agendâu a nodiadau, i gofio’r hyn a gytunwyd.
privacy-since-one-to-ones = ar ôl pob cyfarfod
privacy-held-feedback = Diolchiadau ac adborth
privacy-why-feedback = Yr hyn a ddywedodd cydweithwyr wrthych.
privacy-since-feedback = ar ôl rhoi pob un
privacy-held-training = Hyfforddiant
privacy-why-training = Yr hyn a gwblhawyd gennych, gan fod rhaid i’ch sefydliad allu ei ddangos.
privacy-since-training = ar ôl i bob un beidio â chyfrif
privacy-held-absences = Dyddiau i ffwrdd
privacy-why-absences = Pryd i beidio â gofyn dim i chi; byth y rheswm.
privacy-since-absences = ar ôl y diwrnod olaf
privacy-held-service-feedback = Yr hyn a ddywedodd defnyddwyr gwasanaeth
privacy-why-service-feedback = I weld sut y caiff gwasanaeth ei dderbyn.
privacy-since-service-feedback = ar ôl ei dderbyn
privacy-held-broadcasts = Darllediadau atoch
privacy-why-broadcasts = I wybod pwy y cyrhaeddodd negeseuon AD.
privacy-since-broadcasts = ar ôl ysgrifennu pob un
privacy-held-messages = Negeseuon a anfonwyd atoch
privacy-why-messages = I gyflwyno pob un unwaith.
privacy-since-messages = ar ôl anfon pob un
privacy-held-privacy-requests = Eich ceisiadau am eich data
privacy-why-privacy-requests = I’w hateb mewn pryd, a gallu dangos hynny.
privacy-since-privacy-requests = ar ôl cau pob un
privacy-held-leavers = Pwy ydych chi
privacy-why-leavers = Enw, e-bost gwaith, swydd, rheolwr llinell, cyfrifon, sgiliau a dewisiadau: i ysgrifennu atoch ac i ddangos i bawb dim ond yr hyn sy’n eiddo iddynt.
privacy-since-leavers = ar ôl i’ch contract ddod i ben
privacy-held-conversations = Atebion heb eu gorffen
privacy-why-conversations = Fel na chollir dim a deipiwyd gennych.
privacy-since-conversations = ar ôl i chi eu cyffwrdd ddiwethaf
privacy-held-moments = Nodau byrhoedlog
privacy-why-moments = Fel dolenni i lawrlwytho, a’r hyn yr edrychoch arno ddiwethaf.
privacy-held-as-long-as-it-is-used = Gosodiadau’r sefydliad
privacy-why-as-long-as-it-is-used = Rhestrau a rheolau sy’n eich enwi.
privacy-held-figures = Ffigurau
privacy-why-figures = Cyfrifon am lawer o bobl.
privacy-long-moments = Maent yn mynd ar eu pen eu hunain o fewn dyddiau.
privacy-long-years = Fe’u cedwir am { $long } { $since }.
privacy-years = { $count ->
    [zero] { $count } blynedd
    [one] blwyddyn
    [two] 2 flynedd
    [few] { $count } blynedd
    [many] { $count } blynedd
   *[other] { $count } blynedd
}
privacy-months = { $count ->
    [zero] { $count } mis
    [one] 1 mis
    [two] 2 fis
    [few] { $count } mis
    [many] { $count } mis
   *[other] { $count } mis
}
privacy-open-title = Yr hyn a ofynnwyd gennych
privacy-open-line = { $kind }: “{ $text }”. I’w ateb erbyn { $day }.
privacy-stopped-now = Rydych wedi atal: { $names }.
privacy-rights = Gallwch hefyd ofyn i’ch data gael ei ddileu neu ei drosglwyddo, a chwyno i Swyddfa’r Comisiynydd Gwybodaeth (ico.org.uk). Gofynnwch i { $contact }.
privacy-copy = Fy nghopi
privacy-seen = Pwy sydd wedi’i weld
privacy-correct = Cywiro rhywbeth
privacy-object = Gwrthwynebu
privacy-stop = Atal rhywbeth
privacy-access = Gofyn i AD am y cyfan
privacy-processing-broadcasts = darllediadau gan AD
privacy-processing-pulse = cwestiynau curiad
privacy-processing-benchmarking = eich cyfrif wrth gymharu timau
privacy-stop-intro = Gellir gwneud y gwaith heb y rhain, felly gallwch eu hatal eich hun, ar unwaith ac am faint bynnag y mynnwch. I wrthwynebu unrhyw beth arall, dywedwch “preifatrwydd gwrthwynebu” a pham.
privacy-processing-broadcasts-goes-on = Darllediadau: gall AD ysgrifennu atoch gyda llawer o bobl eraill, er enghraifft pan fydd adeilad ar gau.
privacy-processing-broadcasts-stopped = Darllediadau: wedi’u hatal. Nid yw negeseuon AD at lawer yn eich cyrraedd yma, hyd yn oed bod adeilad ar gau.
privacy-processing-pulse-goes-on = Curiad: gofynnir cwestiwn byr i chi nawr ac yn y man, ac rydych yn ateb heb eich enw.
privacy-processing-pulse-stopped = Curiad: wedi’i atal. Ni ofynnir i chi.
privacy-processing-benchmarking-goes-on = Cymariaethau: mae eich adroddiadau’n cyfrif pan gymherir timau; ni ddangosir ffigurau neb ar ei ben ei hun.
privacy-processing-benchmarking-stopped = Cymariaethau: wedi’u hatal. Nid yw eich adroddiadau’n cyfrif pan gymherir timau.
privacy-stop-broadcasts = Atal darllediadau
privacy-stop-pulse = Atal cwestiynau curiad
privacy-stop-benchmarking = Fy ngadael allan o gymariaethau
privacy-resume-broadcasts = Cael darllediadau eto
privacy-resume-pulse = Gofyn i mi eto
privacy-resume-benchmarking = Fy nghyfrif eto
privacy-change-intro = Gallwch gywiro llawer ohono eich hun:
privacy-change-answers = Adroddiad wythnosol
privacy-change-answers-how = “gwirio”, nes iddo gau
privacy-change-objectives = Amcan
privacy-change-objectives-how = “amcanion”, yna ei agor
privacy-change-training = Hyfforddiant
privacy-change-training-how = “hyfforddiant”; AD sy’n newid yr hyn a gofnododd AD
privacy-change-absences = Dyddiau i ffwrdd
privacy-change-absences-how = “i ffwrdd tan ddydd Mercher”, neu “yn ôl”
privacy-change-settings = Iaith a chylchfa amser
privacy-change-settings-how = “gosodiadau”
privacy-change-rest = Ar gyfer eich enw, e-bost, swydd, rheolwr llinell neu gontract, neu’r hyn a ysgrifennodd rhywun amdanoch, gofynnwch i AD. Byddant yn ateb o fewn mis.
privacy-ask-correction = Gofyn i AD ei gywiro
ask-privacy-title-correction = Beth ddylid ei gywiro?
ask-privacy-intro-correction = Dywedwch beth sy’n anghywir a sut y dylai fod.
ask-privacy-title-objection = Beth ydych chi’n ei wrthwynebu?
ask-privacy-intro-objection = Dywedwch beth na ddylid ei wneud â’ch data, a pham. I atal darllediadau, cwestiynau curiad neu gymariaethau ar unwaith, dywedwch “preifatrwydd stopio”.
ask-privacy-title-access = Popeth a gedwir amdanoch
ask-privacy-intro-access = Mae AD yn edrych trwy’r hyn a ysgrifennodd eraill amdanoch, fel na roddir data neb arall i ffwrdd, ac yn anfon y copi atoch. Dywedwch beth hoffech ei gael, neu “popeth”.
ask-privacy-text-label = Yn eich geiriau chi
ask-privacy-text-ask = Beth hoffech chi ei ddweud, yn eich geiriau eich hun?
reads-privacy = Darllenir gan AD, sy’n eich ateb.
reads-privacy-answer = Darllenir gan y person a ofynnodd, gyda’ch enw.
privacy-kind-access = Copi o’r cyfan
privacy-kind-correction = Cywiriad
privacy-kind-objection = Gwrthwynebiad
privacy-asked-title = Wedi’i drosglwyddo i AD
privacy-asked-access = Gofynasoch am gopi o bopeth a gedwir amdanoch:
privacy-asked-correction = Gofynasoch i hyn gael ei gywiro:
privacy-asked-objection = Gwrthwynebasoch:
privacy-asked-due = Rhaid i AD ateb erbyn { $day }. Tan hynny mae’n aros ar eu rhestr nhw, ac ar eich un chi o dan “preifatrwydd”.
privacy-answered-title = Mae AD wedi’ch ateb
privacy-answered = { $kind }: dywed { $name }
privacy-answered-complain = Os nad ydych yn fodlon, dywedwch hynny wrth AD, neu cwynwch i Swyddfa’r Comisiynydd Gwybodaeth (ico.org.uk).
privacy-hr-new = Cais am ddata rhywun
privacy-hr-title = Ceisiadau am ddata
privacy-hr-line = { $name }: { $kind }
privacy-hr-due = I’w ateb erbyn { $day }.
privacy-hr-late = Roedd i’w ateb erbyn { $day }, ac mae’n hwyr.
privacy-hr-access = Y copi i edrych trwyddo: milepost privacy export { $email } copy.html
privacy-hr-close = Ateb { $name }
privacy-hr-none = Nid oes dim yn aros am ateb.
privacy-hr-closed-title = Wedi’i ateb
privacy-hr-closed = Mae { $name } yn darllen eich ateb nawr, ac mae’r cais wedi’i gau.
close-privacy-intro = Mae { $name } yn darllen yr hyn a ddywedwch yma.
close-privacy-answer-label = Eich ateb
close-privacy-answer-ask = Beth a wnaed, neu pam na wneir ef?
privacy-seen-intro = Pwy gafodd ddarllen, cymryd neu newid yr hyn sy’n eiddo i chi, y diweddaraf yn gyntaf. Gadewir allan yr hyn a wnaethoch eich hun.
privacy-seen-none = Neb ond chi, yn y deuddeg mis diwethaf.
privacy-seen-line = { $who }: { $what }
privacy-seen-operator = Pwy bynnag sy’n rhedeg y gweinydd
privacy-seen-key = System arall
privacy-seen-system = Milepost ei hun
privacy-seen-gone = Rhywun sydd wedi’i ddileu
privacy-did-team-status-read = edrychodd ar sefyllfa’r tîm
privacy-did-check-in-read = darllenodd wiriad
privacy-did-wellbeing-read = darllenodd sut mae’r gwaith wedi teimlo
privacy-did-objective-read = darllenodd amcan
privacy-did-missed-target-read = darllenodd am darged a fethwyd
privacy-did-agreed-action-read = darllenodd gam y cytunwyd arno
privacy-did-evidence-read = darllenodd dystiolaeth
privacy-did-feedback-read = darllenodd adborth
privacy-did-service-feedback-read = darllenodd yr hyn a ddywedodd defnyddwyr gwasanaeth
privacy-did-one-to-one-read = agorodd y sgwrs un-i-un
privacy-did-report-360-read = darllenodd adroddiad 360
privacy-did-review-read = darllenodd adolygiad
privacy-did-training-read = darllenodd am hyfforddiant
privacy-did-skills-read = darllenodd am sgiliau
privacy-did-record-read = darllenodd y cofnod gwaith
privacy-did-overdue-training-list = gwelodd restr o hyfforddiant hwyr
privacy-did-training-list = gwelodd restr o hyfforddiant
privacy-did-review-list = gwelodd restr o adolygiadau
privacy-did-audience-list = gwelodd restr o bwy fyddai’n cael neges
privacy-did-undelivered-list = gwelodd restr o negeseuon na chyrhaeddodd
privacy-did-table-export = cymerodd dabl fel ffeil
privacy-did-table-read = darllenodd dabl
privacy-did-review-export = cymerodd adolygiad fel ffeil
privacy-did-person-export = cymerodd gopi o’r hyn a gedwir
privacy-did-person-erase = dileodd yr hyn a gadwyd
privacy-did-access-change = newidiodd yr hyn y gellir ei wneud yma
privacy-did-line-manager-change = newidiodd y rheolwr llinell
privacy-did-team-lead-change = newidiodd pwy sy’n arwain y tîm
privacy-did-delegation-grant = enwodd bwy sy’n dirprwyo
privacy-did-delegation-end = daeth â’r dirprwyo i ben
privacy-seen-often = { $did } ({ $times ->
    [two] dwywaith
   *[other] { $times } gwaith
  })
privacy-did-all = { $did }, am bawb
privacy-copy-no-address = Nid oes gan y gweinydd hwn gyfeiriad y gall porwr ei gyrraedd. Am gopi gofynnwch i { $contact }.
privacy-copy-docx = Fel ffeil Word
privacy-copy-pdf = Fel PDF
privacy-copy-json = Ar gyfer rhaglenni (JSON)
privacy-copy-rest = Mae’n cynnwys popeth y cewch ei ddarllen yma. Nid yw’r hyn a gadwodd eraill amdanoch ynddo: mae AD yn edrych trwy hwnnw’n gyntaf.
privacy-document-title = Yr hyn mae Milepost yn ei gadw am { $name }
privacy-document-footer = Wedi’i wneud gan Milepost o’r hyn a gedwir heddiw.
privacy-document-page = { $page } o { $pages }
hr-privacy = Ceisiadau am ddata
broadcast-left-out-stopped = Mae { $count } wedi atal darllediadau
broadcast-left-out-one-stopped = Wedi atal darllediadau
export-foi = Ffigurau i’w cyhoeddi (rhyddid gwybodaeth)
ask-privacy-text-hint = Er enghraifft yr hyn mae’n ei ddweud nawr, a’r hyn y dylai ei ddweud.
close-privacy-answer-hint = Gallant ofyn eto, a chwyno i Swyddfa’r Comisiynydd Gwybodaeth.
ask-privacy-submit = Anfon at AD
close-privacy-submit = Ateb a chau
