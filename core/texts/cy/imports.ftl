# Yr hyn a ddywedir am ffeil o bobl neu amcanion: beth sydd o’i le arni a sut i’w chywiro, a beth a wnaeth.

import-whole-file = y ffeil: { $what } I’w gywiro: { $fix }
import-line = llinell { $line }: { $what } I’w gywiro: { $fix }
import-cell = llinell { $line }, { $column }: { $what } I’w gywiro: { $fix }
import-note = Sylwer: { $problem }

import-refused = { $count ->
    [zero] Ni newidiwyd dim.
    [one] Ni newidiwyd dim: mae un broblem yn y ffeil.
    [two] Ni newidiwyd dim: mae { $count } broblem yn y ffeil.
    [few] Ni newidiwyd dim: mae { $count } problem yn y ffeil.
    [many] Ni newidiwyd dim: mae { $count } phroblem yn y ffeil.
   *[other] Ni newidiwyd dim: mae { $count } o broblemau yn y ffeil.
}
import-dry-run = Rhediad prawf: ni chadwyd dim. Dyma beth fyddai’r ffeil yn ei wneud.
import-added = { $count } wedi’u hychwanegu
import-updated = { $count } wedi’u diweddaru
import-unchanged = { $count } fel o’r blaen
import-new-teams = Timau newydd: { $names }
import-new-priorities = Blaenoriaethau newydd: { $names }
import-left-out = { $count ->
    [one] Mae un yn hysbys i Milepost ond heb fod yn y ffeil, ac wedi’i adael fel y mae:
   *[other] Mae { $count } yn hysbys i Milepost ond heb fod yn y ffeil, ac wedi’u gadael fel y maent:
}

import-wrong-no-file = ni ellir ei hagor ({ $reason }).
import-fix-no-file = Gwiriwch yr enw, a bod gennych hawl i ddarllen y ffeil.
import-wrong-empty-file = mae’n wag.
import-fix-empty-file = Rhowch enwau’r colofnau yn y llinell gyntaf, ac un llinell ar gyfer pob rhes.
import-wrong-not-utf8 = nid yw’n destun UTF-8.
import-fix-not-utf8 = Cadwch hi fel “CSV UTF-8 (Comma delimited)”, neu fel gweithlyfr Excel (.xlsx).
import-wrong-old-excel = gweithlyfr o hen fath (.xls) ydyw, neu un â chyfrinair.
import-fix-old-excel = Cadwch hi heb gyfrinair fel gweithlyfr Excel (.xlsx), neu fel “CSV UTF-8 (Comma delimited)”.
import-wrong-macros = gweithlyfr â macros ydyw.
import-fix-macros = Cadwch hi fel gweithlyfr Excel (.xlsx) heb facros, neu fel “CSV UTF-8 (Comma delimited)”.
import-wrong-other-sheet = nid yw’n weithlyfr Excel (.xlsx).
import-fix-other-sheet = Cadwch hi fel gweithlyfr Excel (.xlsx), neu fel “CSV UTF-8 (Comma delimited)”.
import-wrong-too-many-rows = mae ynddi fwy na { $most } o resi.
import-fix-too-many-rows = Rhannwch hi’n sawl ffeil, neu gofynnwch i bwy bynnag sy’n rhedeg Milepost ei mewnforio.
import-wrong-damaged = nid yw’n weithlyfr y gellir ei ddarllen.
import-fix-damaged = Agorwch hi yn Excel a’i chadw eto fel gweithlyfr Excel (.xlsx).
import-wrong-open-quote = nid yw’r dyfynodau’n cyfateb.
import-fix-open-quote = Caewch y dyfynnod sy’n dechrau cell, a dyblwch y rhai sydd ynddi.
import-wrong-no-header = nid yw’r llinell gyntaf yn enwi’r colofnau.
import-fix-no-header = Rhowch linell ag enwau’r colofnau uwchben y rhes gyntaf, er enghraifft “email,name,team”.
import-wrong-no-rows = nid oes dim o dan enwau’r colofnau.
import-fix-no-rows = Allforiwch y ffeil eto gyda’i rhesi.

import-wrong-missing-column = mae’r golofn “{ $column }” ar goll.
import-fix-missing-column = Ychwanegwch hi; rhaid ei llenwi ar gyfer pob rhes.
import-wrong-misspelt-column = nid oes colofn o’r enw hwn.
import-fix-misspelt-column = Galwch hi’n “{ $nearest }” os dyna a olygir, neu tynnwch hi.
import-wrong-unknown-column = nid oes colofn o’r enw hwn, felly ni chafodd ei darllen.
import-fix-unknown-column = { $nearest ->
    [none] Nid oes angen dim os nad yw’r golofn ar gyfer Milepost.
   *[other] Nid oes angen dim os nad yw’r golofn ar gyfer Milepost; yr enw tebycaf yw “{ $nearest }”.
}
import-wrong-repeated-column = mae’r golofn yno ddwywaith.
import-fix-repeated-column = Tynnwch un o’r ddwy.

import-wrong-missing = nid oes dim wedi’i lenwi.
import-fix-missing = Llenwch hi; mae angen y golofn hon ar gyfer pob rhes.
import-wrong-spreadsheet-error = ni allai’r daenlen gyfrifo’r gell hon ({ $written }).
import-fix-spreadsheet-error = Cywirwch y fformiwla, neu teipiwch y gwerth.
import-wrong-extra-cell = mae mwy o gelloedd nag o golofnau, o “{ $written }” ymlaen.
import-fix-extra-cell = Rhowch werth sydd â chomas ynddo mewn dyfynodau, neu rhowch enw i’r golofn ychwanegol.
import-wrong-bad-email = nid yw “{ $written }” yn gyfeiriad e-bost.
import-fix-bad-email = Ysgrifennwch un e-bost gwaith, fel amira.hassan@council.example.
import-wrong-bad-date = nid yw “{ $written }” yn ddyddiad â’r flwyddyn yn gyntaf.
import-fix-bad-date = { $nearest ->
    [none] Ysgrifennwch flwyddyn, mis a diwrnod, er enghraifft 2027-03-31 am 31 Mawrth 2027.
   *[other] Ysgrifennwch { $nearest } os y diwrnod sy’n dod gyntaf yn “{ $written }”.
}
import-wrong-bad-days = nid yw “{ $written }” yn ddyddiau’r wythnos.
import-fix-bad-days = Ysgrifennwch er enghraifft Mon-Fri, neu Mon,Wed,Thu.
import-wrong-bad-number = nid yw “{ $written }” yn rhif.
import-fix-bad-number = Ysgrifennwch y rhif yn unig, fel 12, 1,200 neu 4.5; mae ei uned yn mynd i’r golofn “unit”.
import-wrong-bad-weight = nid yw “{ $written }” yn bwysiad.
import-fix-bad-weight = Ysgrifennwch rif uwchlaw dim; 1 yw’r arfer, mae 2 yn cyfrif ddwywaith.
import-wrong-unknown-choice = nid yw “{ $written }” yn un o’r dewisiadau.
import-fix-unknown-choice = Defnyddiwch un o’r rhain: { $allowed }.
import-wrong-unknown-zone = nid yw “{ $written }” yn barth amser.
import-fix-unknown-zone = { $nearest ->
    [none] Defnyddiwch enw fel Europe/London, neu gadewch y gell yn wag.
   *[other] Defnyddiwch { $nearest } os dyna a olygir, neu gadewch y gell yn wag.
}

import-wrong-repeated-person = mae { $email } yn llinell { $first } eisoes.
import-fix-repeated-person = Cadwch un llinell ar gyfer pob person.
import-wrong-repeated-objective = mae gan { $email } amcan â’r teitl hwn yn llinell { $first } eisoes.
import-fix-repeated-objective = Cadwch un o’r ddau, neu rhowch deitlau gwahanol iddynt.
import-wrong-end-before-start = mae’r contract yn dod i ben ar { $end }, cyn iddo ddechrau ar { $start }.
import-fix-end-before-start = Cywirwch un o’r ddau ddyddiad; mae un cysylltnod (-) yn golygu nad oes un.
import-wrong-unknown-manager = nid yw { $written } yn y ffeil nac yn hysbys i Milepost.
import-fix-unknown-manager = { $nearest ->
    [none] Ychwanegwch y rheolwr at y ffeil, neu cywirwch yr e-bost.
   *[other] Ysgrifennwch { $nearest } os dyna a olygir, neu ychwanegwch y rheolwr at y ffeil.
}
import-wrong-own-manager = byddai { $email } yn rheoli ei hun.
import-fix-own-manager = Enwch i bwy y mae’n adrodd, neu ysgrifennwch un cysylltnod (-) am neb.
import-wrong-circle = mae’r llinell adrodd yn mynd mewn cylch: { $path }.
import-fix-circle = Cywirwch reolwr un ohonynt.
import-wrong-unknown-person = nid yw { $written } yn hysbys i Milepost.
import-fix-unknown-person = { $nearest ->
    [none] Mewnforiwch y person yn gyntaf, neu cywirwch yr e-bost.
   *[other] Ysgrifennwch { $nearest } os dyna a olygir, neu mewnforiwch y person yn gyntaf.
}
import-wrong-target-is-baseline = mae’r targed yr un fath â’r man cychwyn ({ $written }), felly ni fyddai’n rhaid i ddim newid.
import-fix-target-is-baseline = Rhowch darged gwahanol, neu cywirwch y man cychwyn.
import-wrong-wrong-direction = y cyfeiriad yw “{ $written }”, ond o’r man cychwyn i’r targed mae’n mynd y ffordd arall.
import-fix-wrong-direction = Ysgrifennwch { $right } neu gadewch y gell yn wag, neu cywirwch y man cychwyn neu’r targed.

import-wrong-unknown-priority = nid yw “{ $written }” yn flaenoriaeth nac yn nod y mae Milepost yn ei wybod, felly nid yw’r amcan yn gwasanaethu dim eto; cadwyd y geiriau.
import-fix-unknown-priority = { $nearest ->
    [none] Mewnforiwch y flaenoriaeth yn gyntaf, yna’r ffeil hon eto.
   *[other] Ysgrifennwch “{ $nearest }” os dyna a olygir, neu mewnforiwch y flaenoriaeth yn gyntaf, yna’r ffeil hon eto.
}
import-wrong-long-title = mae { $written } nod yn y teitl.
import-fix-long-title = Dywedwch ef mewn { $allowed } nod neu lai, fel y gellir ei ddarllen mewn rhestr.
import-wrong-repeated-aim = mae “{ $written }” yn llinell { $first } eisoes.
import-fix-repeated-aim = Cadwch un o’r ddau, neu rhowch deitlau gwahanol iddynt.
import-wrong-unknown-team = nid oes tîm o’r enw “{ $written }”.
import-fix-unknown-team = { $nearest ->
    [none] Mewnforiwch bobl y tîm yn gyntaf, neu cywirwch ei enw. Gadewch y gell yn wag ar gyfer blaenoriaeth i’r sefydliad cyfan.
   *[other] Ysgrifennwch “{ $nearest }” os dyna a olygir, neu mewnforiwch bobl y tîm yn gyntaf.
  }
import-wrong-unknown-aim = nid yw “{ $written }” yn y ffeil nac yn hysbys i Milepost.
import-fix-unknown-aim = { $nearest ->
    [none] Ychwanegwch ef at y ffeil fel rhes ar wahân, neu cywirwch y teitl.
   *[other] Ysgrifennwch “{ $nearest }” os dyna a olygir, neu ychwanegwch ef at y ffeil fel rhes ar wahân.
}
import-wrong-priority-serves-goal = byddai’r flaenoriaeth “{ $written }” yn gwasanaethu “{ $path }”, sy’n nod tîm.
import-fix-priority-serves-goal = Gadewch i’r nod wasanaethu’r flaenoriaeth yn lle hynny, neu rhowch dîm i’r ddau.
import-wrong-aim-circle = byddai’r rhain yn gwasanaethu ei gilydd mewn cylch: { $path }.
import-fix-aim-circle = Cywirwch yr hyn y mae un ohonynt yn ei wasanaethu; mae un cysylltnod (-) yn golygu nad oes dim uwch ei ben.

import-new-courses = Cyrsiau newydd: { $names }.
import-wrong-in-future = mae “{ $written }” eto i ddod
import-fix-in-future = rhowch y diwrnod y cwblhawyd y cwrs
import-wrong-before-start = mae “{ $written }” cyn diwrnod cyntaf y person, { $start }
import-fix-before-start = cywirwch y diwrnod, neu’r dyddiad dechrau yn y ffeil pobl
import-wrong-expires-early = mae “{ $written }” cyn y diwrnod cwblhau
import-fix-expires-early = rhowch y diwrnod olaf y mae’r cwblhau’n cyfrif, neu gadewch y gell yn wag
import-wrong-repeated-completion = cwblhaodd { $email } y cwrs hwn ar y diwrnod hwn ar linell { $first } eisoes
import-fix-repeated-completion = tynnwch un o’r ddwy linell
import-wrong-course-differs = mae “{ $written }” yn dweud rhywbeth gwahanol am y cwrs i linell { $first }
import-fix-course-differs = dywedwch yr un peth am gwrs ar bob llinell, neu unwaith yn unig
import-wrong-bad-months = nid yw “{ $written }” yn nifer o fisoedd
import-fix-bad-months = rhowch fisoedd cyfan o 1 i 240, neu gadewch y gell yn wag
import-wrong-nearly-known-course = mae “{ $written }” yn newydd a bron yr un fath â chwrs hysbys
import-fix-nearly-known-course = defnyddiwch “{ $nearest }” os dyna a olygir; fel arall does dim i’w wneud
import-wrong-repeated-course = mae “{ $written }” yn llinell { $first } eisoes
import-fix-repeated-course = cadwch un llinell ar gyfer pob cwrs
import-wrong-bad-window = nid yw “{ $written }” yn nifer o ddyddiau
import-fix-bad-window = rhowch ddyddiau cyfan o 0 i 730, neu gadewch y gell yn wag
import-wrong-bad-link = nid yw “{ $written }” yn gyfeiriad gwe
import-fix-bad-link = copïwch ef yn gyfan o’r porwr, o https:// ymlaen, neu gadewch y gell yn wag

import-wrong-bad-level = nid yw “{ $written }” yn lefel
import-fix-bad-level = defnyddiwch 1 (yn dysgu), 2 (yn hyderus) neu 3 (yn gallu ei addysgu)
import-wrong-long-skill = mae gan y sgìl hwn { $written } nod
import-fix-long-skill = defnyddiwch { $allowed } ar y mwyaf, heb far fertigol
import-wrong-repeated-skill = mae “{ $written }” ar linell { $first } ar gyfer yr un teitl swydd eisoes
import-fix-repeated-skill = cadwch un o’r ddwy linell
import-wrong-nearly-known-skill = mae “{ $written }” yn newydd a bron yr un fath â sgìl hysbys
import-fix-nearly-known-skill = defnyddiwch “{ $nearest }” os dyna a olygir; fel arall does dim i’w wneud

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
import-wrong-unknown-measure = nid yw “{ $written }” yn fesur y cymherir timau ag ef.
import-fix-unknown-measure = { $nearest ->
    [none] Defnyddiwch un o’r rhain: { $allowed }.
   *[other] Ysgrifennwch “{ $nearest }” os dyna a olygir; y mesurau yw { $allowed }.
}
import-wrong-bad-period = nid yw “{ $written }” yn gyfnod.
import-fix-bad-period = Ysgrifennwch flwyddyn ariannol fel 2025/26, blwyddyn galendr fel 2025, chwarter fel 2025/26 Q3 (o flwyddyn ariannol) neu 2025 Q3, neu fis fel 2025-11.
import-wrong-period-to-come = nid yw { $written } wedi dechrau eto.
import-fix-period-to-come = Cywirwch y cyfnod; dim ond ffigurau â’r cwmpas “target” a all fod o gyfnod i ddod.
import-wrong-scale-differs = nid ar y raddfa { $written } y rhoddir y mesur hwn.
import-fix-scale-differs = Gadewch y raddfa allan, neu ysgrifennwch { $allowed }; dim ond boddhad sydd â’i raddfa ei hun.
import-wrong-share-of-one = mae { $written } yn llai nag un y cant.
import-fix-share-of-one = Ysgrifennwch { $meant } os { $meant }% a olygir, neu { $written }% os yw mor fach â hynny mewn gwirionedd.
import-wrong-repeated-benchmark = mae “{ $written }” ar linell { $first } eisoes.
import-fix-repeated-benchmark = Cadwch un o’r ddwy linell, neu gwahaniaethwch rhwng eu cwmpasau.
