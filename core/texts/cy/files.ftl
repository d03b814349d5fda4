# Ffeiliau y mae pobl yn eu hatodi mewn sgwrs, a rhestri y mae AD yn eu hanfon.

files-title = Eich ffeil
files-what-for = { $count ->
    [one] Mae { $names } gen i. Ar gyfer beth mae hi?
   *[other] Mae { $names } gen i. Ar gyfer beth maen nhw?
}
files-certificate-of = Tystysgrif: { $course }, { $day }
files-certificate = Tystysgrif hyfforddiant
files-certificate-other = Tystysgrif hyfforddiant arall
files-evidence = Tystiolaeth ar gyfer amcan
files-nothing = Dim byd
files-something-else = Mae ar gyfer rhywbeth arall
files-stay = Mae’r ffeil yn aros lle rhoesoch chi hi. Rwy’n cadw ei henw a’i dolen, byth ei chynnwys.
files-which-objective = Ar gyfer pa amcan mae { $names } yn dystiolaeth?
files-none-of-these = Dim un o’r rhain
files-no-objective = Does gennych chi ddim amcan eto y gallai fod yn dystiolaeth ar ei gyfer.
files-kept-title = Wedi’i chadw
files-certificate-kept = Mae { $names } wedi’i chadw gyda’r cwrs hwnnw fel ei dystysgrif.
files-dropped-title = Wedi’i gadael fel y mae
files-dropped = Wnes i ddim cadw dim o { $names }.
files-in-private = Anfonwch ffeiliau ataf yn ein sgwrs ein hunain, lle mai dim ond chi a fi sy’n eu gweld.
files-unusable-title = Doedd dim modd i mi ddefnyddio hynny
files-unnamed = y ffeil
files-gone = Ni allaf weld { $name }: cafodd ei dileu, neu mae’n perthyn i sefydliad arall. Atodwch hi eto.
files-no-link = Does gan { $name } ddim dolen y gallwn ei chadw. Atodwch hi fel ffeil, yn hytrach na’i gludo i’r neges.

import-title = Mewnforio rhestr
import-how = Anfonwch restr ataf fel ffeil CSV (UTF-8) neu Excel (.xlsx), hyd at 5 MB ac 20,000 o resi. Byddaf yn dangos beth fyddai’n newid cyn cadw dim. Mae’r llinell gyntaf yn enwi’r colofnau:
import-kind-people = pobl
import-kind-objectives = amcanion
import-kind-priorities = blaenoriaethau a nodau
import-kind-courses = cyrsiau
import-kind-training = hyfforddiant a gwblhawyd
import-kind-skills = sgiliau y mae swyddi’n gofyn amdanynt
import-kind-benchmarks = meincnodau
import-kind-service-feedback = adborth defnyddwyr gwasanaethau
import-columns-people = email, name (ac os mynnwch team, manager_email, role, access, timezone, working_days, start_date, end_date, employment, nation, language)
import-columns-objectives = email, title, measure, target (ac os mynnwch unit, baseline, due_date, priority, direction, weight)
import-columns-priorities = title (ac os mynnwch serves, team)
import-columns-service-feedback = source, reference, received_on, score, scale (ac os mynnwch team, email, objective, text)
import-columns-training = course, email, completed_on (ac os mynnwch expires_on, evidence, mandatory, valid_months)
import-columns-courses = course, kind (mandatory neu development; ac os mynnwch valid_months, renew_within_days, link, skills, verified, course_cy)
import-columns-skills = role, skill (ac os mynnwch level: 1, 2 neu 3)
import-columns-benchmarks = measure, scope, period, value, source (ac os mynnwch scale); gyda’r cwmpas “target” eich targed chi ydyw
import-reading = Rwy’n gweithio ar y { $count } o resi yn { $name }. Mae’n cymryd eiliad; daw’r ateb ohono’i hun.
import-recognised = { $count ->
    [one] Rhestr o { $kind } yw { $name }, ag un rhes.
   *[other] Rhestr o { $kind } yw { $name }; nifer y rhesi: { $count }.
}
import-would-add = I’w hychwanegu
import-would-change = I’w newid
import-more = … a { $count } arall
import-left-alone = { $count ->
    [one] Mae Milepost yn gwybod am un nad yw yn y ffeil, a byddai’n aros fel y mae.
   *[other] Mae Milepost yn gwybod am { $count } nad ydynt yn y ffeil, a byddent yn aros fel y maent.
}
import-not-yet = Does dim wedi’i gadw eto.
import-do = Mewnforio
import-do-not = Peidio â mewnforio
import-nothing-new = Mae Milepost yn gwybod y cyfan yn barod, felly does dim i’w fewnforio.
import-done-title = Wedi’i mewnforio
import-done = Mae { $name } wedi’i mewnforio.
import-refused-title = Heb ei mewnforio
import-send-again = Cywirwch y rhain ac anfonwch y ffeil eto.
import-changed = Mae { $name } wedi newid ers i mi ddangos beth fyddai’n ei wneud. Edrychwch arni unwaith eto.
import-one-at-a-time = Rwy’n darllen un rhestr ar y tro: { $name } yw hon. Anfonwch y lleill fesul un.
import-unknown = Ni allaf ddweud o golofnau { $name } pa restr yw hi. Dywedwch “hr mewnforio” i weld pa golofnau sydd gan bob rhestr.
import-no-list = Nid rhestr y gallaf ei mewnforio yw { $names }. Anfonwch ffeil CSV (UTF-8) neu Excel (.xlsx).
import-unread-title = Doedd dim modd i mi ddarllen hynny
import-unreadable = { $name }: { $problem }
import-too-large = Mae { $name } yn fwy na 5 MB, y mwyaf y byddaf yn ei ddarllen mewn sgwrs. Rhannwch hi, neu gofynnwch i bwy bynnag sy’n rhedeg Milepost ei mewnforio.
import-expired = Ni allaf agor { $name } mwyach: mae ei dolen wedi dod i ben, neu cafodd ei dileu. Anfonwch hi eto.
import-unreachable = Nid oedd modd nôl { $name } ar hyn o bryd. Anfonwch hi eto ymhen ychydig funudau.
