# Setting an organisation up, for its administrators and HR.

set-up-title = Gosod Milepost
set-up-heading = Gosod Milepost ar gyfer { $organisation }
set-up-intro = Pedwar cam, mewn unrhyw drefn. Ni fydd neb yn clywed gennyf nes i chi ddod â nhw i mewn, ac yna ar y diwrnod a ddewiswch.
set-up-again = Mae “hr gosod” yn dod â hwn yn ôl pryd bynnag y mynnwch.

set-up-people = Dewch â’ch pobl i mewn
set-up-people-now =
    { $count ->
        [zero] Nid wyf yn adnabod neb eto.
        [one] Hyd yma rwy’n adnabod un person: chi.
        [two] Rwy’n adnabod { $count } berson.
        [few] Rwy’n adnabod { $count } pherson.
        [many] Rwy’n adnabod { $count } pherson.
       *[other] Rwy’n adnabod { $count } o bobl.
    }
set-up-people-button = Gludo rhestr
set-up-people-title = Dod â phobl i mewn
set-up-people-intro = Gludwch resi o daenlen gyda’u pennawd. Angen: email a name. Defnyddiol: team, manager_email, working_days (Mon-Fri), timezone, nation, language (en neu cy). Mae gludo’r un bobl eto yn eu diweddaru. Ar gyfer rhestr hir, mae eich gweithredwr yn rhedeg “milepost import people FILE”.
set-up-people-done = Mae eich pobl i mewn
set-up-people-refused = Ni ddaethpwyd â dim i mewn eto
set-up-more-problems =
    { $count ->
        [zero] Dim rhagor i’w gywiro.
        [one] Ac un rhes arall i’w chywiro.
        [two] A { $count } res arall i’w cywiro.
        [few] A { $count } rhes arall i’w cywiro.
        [many] A { $count } rhes arall i’w cywiro.
       *[other] A { $count } rhes arall i’w cywiro.
    }
add-people-rows-ask = Gludwch eich rhestr yma, gyda’i phennawd.
add-people-rows-label = Eich rhestr
add-people-rows-hint = email,name,team,manager_email – un person y llinell.
reads-hr = Cedwir fel cyfeiriadur eich sefydliad. Fe’i gwelir gan AD; mae pobl yn gweld eu cofnod eu hunain.

set-up-schedule = Dewiswch y diwrnod a’r amser
set-up-schedule-now = Gofynnir i bawb ar { $day } am { $at }, yn ôl eu cloc eu hunain, ac ar eu diwrnod gwaith nesaf os ydynt i ffwrdd.
set-up-schedule-button = Newid y diwrnod neu’r amser
set-up-schedule-title = Pryd y gofynnir i bobl
set-up-schedule-intro = Unwaith yr wythnos. Cedwir diwrnodau i ffwrdd, gwyliau banc ac absenoldeb heb i chi wneud dim.
set-up-schedule-done = O’r tro nesaf ymlaen, gofynnir i bawb ar { $day } am { $at }.
set-schedule-day-ask = Pa ddiwrnod o’r wythnos?
set-schedule-day-label = Diwrnod
set-schedule-day-hint = Gofynnir i weithwyr rhan-amser ar eu diwrnod gwaith nesaf.
set-schedule-at-ask = Am faint o’r gloch?
set-schedule-at-label = Amser
set-schedule-at-hint = Yn ôl cloc pob person.
set-schedule-days-ask = Am sawl diwrnod y mae ar agor? Neidiwch dros hyn i’w adael fel y mae.
set-schedule-days-label = Ar agor am
set-schedule-days-hint = Heb ddewis, mae’n aros fel y mae.
set-up-days-1 = 1 diwrnod
set-up-days-2 = 2 diwrnod
set-up-days-3 = 3 diwrnod
set-up-days-4 = 4 diwrnod
set-up-days-5 = 5 diwrnod
set-up-days-6 = 6 diwrnod
set-up-days-unclear = Dywedwch nifer o ddiwrnodau o 1 i 6.
set-up-day-1 = Dydd Llun
set-up-day-2 = Dydd Mawrth
set-up-day-3 = Dydd Mercher
set-up-day-4 = Dydd Iau
set-up-day-5 = Dydd Gwener
set-up-day-6 = Dydd Sadwrn
set-up-day-7 = Dydd Sul
set-up-day-unclear = Ni ddeallais y diwrnod. Dywedwch er enghraifft “Dydd Mawrth”.
set-up-time-unclear = Ni ddeallais yr amser. Dywedwch er enghraifft “9:30” neu “2pm”.

set-up-channel = Dewiswch sianeli’r crynodeb
set-up-channel-no-teams = Daw timau gyda’ch pobl, drwy’r golofn “team”.
set-up-channel-done = Mae gan bob tîm ei sianel.
set-up-channel-now =
    { $more ->
        [0] Yn dal heb sianel: { $names }. Mae arweinydd pob tîm yn fy ychwanegu at y sianel ac yn dweud yno: @Milepost team set channel
       *[other] Yn dal heb sianel: { $names } a { $more } arall. Mae arweinydd pob tîm yn fy ychwanegu at y sianel ac yn dweud yno: @Milepost team set channel
    }

set-up-try = Rhowch gynnig arno eich hun yn gyntaf
set-up-try-now = Fe gewch wirio’r wythnos hon, yn union fel y bydd pawb yn ei weld.
set-up-try-button = Anfonwch wirio ataf

set-up-refused-title = Mae hynny ar gyfer AD a gweinyddwyr
set-up-refused = Mae gosod Milepost ar gyfer AD a gweinyddwyr eich sefydliad. Gofynnwch i { $contact }.

add-people-submit = Dod â nhw i mewn
set-schedule-submit = Cadw
