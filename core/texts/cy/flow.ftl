yes = Ie
no = Na
other-language = English
other-language-code = en
language-name = Cymraeg

flow-question-number = cwestiwn { $number } o { $total }
flow-you-said = Fe ddywedoch chi:
flow-keep = Cadw fel y mae
flow-skip = Neidio
flow-back = Yn ôl
flow-as-form = Agor fel ffurflen
flow-carry-on = Parhau yma
flow-cancel = Ddim nawr
flow-skipped = wedi’i hepgor
flow-nothing-before = Dyma’r cwestiwn cyntaf, felly does dim byd i fynd yn ôl ato.
flow-cannot-skip = Mae angen yr ateb hwn, felly does dim modd ei hepgor. Dywedwch “stopio” i adael; mae popeth a ddywedoch wedi’i gadw.
flow-change-which = Pa ateb hoffech chi ei newid? Dywedwch “newid” a’i rif, er enghraifft “newid 2”.
flow-stopped = { $saved ->
    [zero] Wedi stopio. Does dim wedi’i gadw eto, ac nid oes dim wedi’i golli. Gallwch barhau pryd bynnag y mynnwch.
    [one] Wedi stopio. Mae eich un ateb wedi’i gadw. Gallwch barhau pryd bynnag y mynnwch.
    [two] Wedi stopio. Mae eich dau ateb wedi’u cadw. Gallwch barhau pryd bynnag y mynnwch.
   *[other] Wedi stopio. Mae eich { $saved } ateb wedi’u cadw. Gallwch barhau pryd bynnag y mynnwch.
  }
flow-form-offer = Dyma’r ffurflen, gyda phopeth rydych wedi’i ddweud hyd yma wedi’i lenwi.
flow-help-title = Beth allwch chi ei ddweud yma
flow-help = Wrth ateb gallwch ddweud “nôl”, “neidio”, “newid 2”, “gohirio 2h”, “wedyn”, “ffurflen”, “sgwrs”, “stopio” neu “cymorth”. Caiff pob ateb ei gadw cyn gynted ag y byddwch yn ei roi.
flow-gone-title = Nid yw hwn yma bellach
flow-gone = Nid yw hwn yn bodoli bellach, neu nid chi biau ei newid. Ni newidiwyd dim. Dywedwch “gwirio” i weld eich un chi.

reads-you-and-manager = Darllenir gan chi a’ch rheolwr llinell. Mae crynodeb y tîm yn dangos ffigurau a statws, byth eich geiriau.
reads-as-chosen-next = Chi sy’n dewis nesaf pwy sy’n ei ddarllen.
reads-as-chosen = Nid yw “Fy rheolwr llinell yn unig” byth yn mynd i sianel.

status-on-track = Ar y trywydd iawn
status-at-risk = Mewn perygl
status-off-track = Oddi ar y trywydd

confidence-1 = 1 – ansicr iawn
confidence-2 = 2 – ansicr
confidence-3 = 3 – rhwng y ddau
confidence-4 = 4 – eithaf sicr
confidence-5 = 5 – sicr iawn

note-for-manager = I fy rheolwr llinell yn unig
note-for-team = Rhannu â fy nhîm

input-required = Atebwch hwn os gwelwch yn dda.
input-amount-placeholder = Er enghraifft 12, 62% neu “12 o 40”
input-amount-unclear = Doeddwn i ddim yn gallu darllen ffigur yn hwnna. Rhowch gynnig ar rif fel “12”, cyfran fel “62%” neu “12 o 40”, neu dywedwch “neidio”. Mae eich atebion eraill yn ddiogel.
input-status-unclear = Doeddwn i ddim yn gallu dweud pa un. Dywedwch “ar y trywydd iawn”, “mewn perygl” neu “oddi ar y trywydd”. Mae eich atebion eraill yn ddiogel.
input-confidence-unclear = Rhowch rif o 1 (ansicr iawn) i 5 (sicr iawn), neu dywedwch “neidio”. Mae eich atebion eraill yn ddiogel.
input-yes-no-unclear = Dywedwch “ie” neu “na”, neu “neidio”. Mae eich atebion eraill yn ddiogel.
input-note-audience-unclear = Dywedwch “fy rheolwr llinell yn unig” neu “rhannu â fy nhîm”.
input-date-unclear = Doeddwn i ddim yn gallu darllen dyddiad yn hwnna. Rhowch gynnig ar “31 Mawrth 2027” neu “dydd Gwener nesaf”.
input-date-past = Mae’r dyddiad hwnnw, { $date }, wedi mynd heibio. Rhowch un sydd eto i ddod.
input-text-too-long = Mae hwnna’n { $length } nod a’r mwyaf y gallaf ei gadw yma yw { $longest }. Byrhewch ef os gwelwch yn dda; mae eich neges uchod o hyd i gopïo ohoni.

page-title = { $title } ({ $page } o { $pages })
page-goes-on = Mae’n parhau isod.
