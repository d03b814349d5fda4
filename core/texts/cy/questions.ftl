# Cwestiynau y mae AD a rheolwyr llinell yn eu hychwanegu at wiriadau.

reads-answer = Darllenir gennych chi a’ch rheolwr llinell.
reads-your-team = Darllenir gennych chi, eich rheolwr llinell a’ch tîm: mae’n rhan o grynodeb y tîm.
reads-wellbeing = Darllenir gennych chi a’ch rheolwr llinell yn unig, oni bai eich bod yn ei rannu. Mae AD yn gweld ffigurau lle mae pump neu fwy o bobl yn ateb, byth pwy ydynt.

check-in-priority-state-ask = Roeddech yn bwriadu gwneud hyn. Sut aeth hi?
check-in-priority-state-label = Sut aeth hi?
check-in-priority-state-hint = Mae parhau yn dod ag ef yn ôl yr wythnos nesaf.
check-in-answer-hint = { "" }
check-in-answer-words-hint = Mae ychydig eiriau’n ddigon.
check-in-priorities-hint = Hyd at dair, un y llinell. Enwch amcan lle mae un yn perthyn iddi.
check-in-follow-up-hint = Mae ychydig eiriau’n ddigon.
check-in-answer-audience-hint = Heb ddewis, mae i’ch rheolwr llinell yn unig.

questions-share-ask = Pwy gaiff ddarllen hynny?
questions-shared = { $question } (wedi’i rannu â’r tîm)
questions-scale-1 = dim o gwbl
questions-scale-2 = ychydig
questions-scale-3 = i raddau
questions-scale-4 = gan mwyaf
questions-scale-5 = yn fawr iawn
questions-scale-unclear = Dewiswch un o’r pump, yn ôl rhif neu mewn geiriau, neu dywedwch “neidio”. Mae eich atebion eraill yn ddiogel.
questions-choice-unclear = Doeddwn i ddim yn gallu dweud pa un ydych chi’n ei olygu. Dewiswch un o’r rhai a ddangosir, neu dywedwch “neidio”. Mae eich atebion eraill yn ddiogel.
questions-priorities-placeholder = Clirio’r llythyrau sy’n aros
questions-priorities-too-many = Mae { $count } yno, a { $most } yw’r mwyaf ar gyfer un wythnos. Pa rai sydd bwysicaf? Mae eich atebion eraill yn ddiogel.
questions-priorities-carried =
    { $carried ->
        [one] Rydych yn parhau ag un o’r blaen, a { $most } yw’r mwyaf ar gyfer un wythnos. Tynnwch rai allan, neu gollyngwch yr hen un.
       *[other] Rydych yn parhau â { $carried } o’r blaen, a { $most } yw’r mwyaf ar gyfer un wythnos. Tynnwch rai allan, neu gollyngwch hen un.
    }
questions-priority-before = O wythnos gynharach
questions-priority-carry-on = Parhau
questions-priority-drop = Ei ollwng
questions-priority-unclear = Dywedwch “wedi’i wneud”, “parhau” neu “ei ollwng”. Mae eich atebion eraill yn ddiogel.

hr-questions = Cwestiynau’r gwirio
reads-question = Darllenir gan bawb y gofynnir iddynt, a chan bwy bynnag sy’n gofalu am y cwestiynau.

questions-hr-title = Cwestiynau a ofynnir i bawb
questions-team-title = Cwestiynau a ofynnir i’m tîm
questions-hr-intro = Fe’u gofynnir ym mhob gwiriad, ar ôl yr amcanion. { $most } yr wythnos ar y mwyaf, gan gynnwys rhai’r timau, fel ei fod yn dal i gymryd tua munud.
questions-team-intro = Gofynnir y rhain i’ch adroddwyr uniongyrchol yn eu gwiriad, ar ôl yr amcanion a chwestiynau AD. { $most } yr wythnos ar y mwyaf, gan gynnwys rhai AD, fel ei fod yn dal i gymryd tua munud.
questions-from-hr = Gan AD, i bawb:
questions-none = Nid oes cwestiynau wedi’u hychwanegu eto.
questions-hr-how = Gallwch hefyd deipio: “hr cwestiynau ychwanegu Pa mor ddiogel oeddech chi’n teimlo? graddfa bob 2 wythnos”, “hr cwestiynau symud 3 i 1”, “hr cwestiynau 2 bob 4 wythnos”, “hr cwestiynau dilyniant 1 os na: Beth fyddai’n helpu?”, “hr cwestiynau dileu 2”, “hr cwestiynau dadwneud”.
questions-team-how = Gallwch hefyd deipio: “tîm cwestiynau ychwanegu Pa mor ddiogel oeddech chi’n teimlo? graddfa bob 2 wythnos”, “tîm cwestiynau symud 3 i 1”, “tîm cwestiynau 2 bob 4 wythnos”, “tîm cwestiynau dilyniant 1 os na: Beth fyddai’n helpu?”, “tîm cwestiynau dileu 2”, “tîm cwestiynau dadwneud”.
questions-window-now = Mae gwiriad ar agor am { $days } { $days ->
      [two] ddiwrnod
     *[other] diwrnod
    }. Mae “hr cwestiynau ffenestr 3 diwrnod” yn newid hynny.
questions-change-button = Newid
questions-up-button = Symud i fyny
questions-remove-button = Dileu
questions-add-button = Ysgrifennu cwestiwn
questions-bank-button = Dewis un parod
questions-wellbeing-button = Gofyn sut mae gwaith wedi teimlo
questions-preview-button = Rhagolwg
questions-try-button = Rhoi cynnig arni fy hun
questions-show-button = Pob cwestiwn
questions-undo-button = Dadwneud

questions-kind-text = Yn eu geiriau eu hunain
questions-kind-choice = Dewis
questions-kind-scale = Graddfa, 1 i 5
questions-kind-yes-no = Ie neu na
questions-kind-priorities = Hyd at dair blaenoriaeth, wedi’u cario ymlaen
questions-kind-unclear = Dywedwch “yn eu geiriau eu hunain”, “dewis”, “graddfa” neu “ie neu na”.
questions-every =
    { $weeks ->
        [one] bob wythnos
        [two] bob { $weeks } wythnos
       *[other] bob { $weeks } wythnos
    }
questions-every-1 = Bob wythnos
questions-every-2 = Bob 2 wythnos
questions-every-3 = Bob 3 wythnos
questions-every-4 = Bob 4 wythnos
questions-every-unclear = Dewiswch bob wythnos, neu bob 2, 3 neu 4 wythnos.
questions-for-manager = Y person a’r rheolwr llinell
questions-for-team = Y tîm hefyd
questions-for-unclear = Dywedwch “y person a’r rheolwr llinell” neu “y tîm hefyd”.
questions-follow-up-line = Os { $when }: { $question }
questions-at-most = ar y mwyaf { $value }
questions-options-count = Mae angen o leiaf dau ateb ac ar y mwyaf { $most } i ddewis ohonynt, un y llinell.
questions-when-yes-no = Dywedwch ar ôl pa ateb y’i gofynnir, er enghraifft “os na: Beth fyddai’n helpu?” neu “os ie: Beth oedd ef?”.
questions-when-scale = Dywedwch ar ôl pa atebion y’i gofynnir, er enghraifft “os ar y mwyaf 2: Beth ddigwyddodd?”.
questions-when-choice = Dywedwch ar ôl pa ddewis y’i gofynnir, yn ôl ei rif neu ei eiriau, er enghraifft “os 4: Beth allai aros?”.
questions-when-text = Dim ond cwestiwn ie neu na, dewis neu raddfa all gael dilyniant.
questions-when-priorities = Dim ond cwestiwn ie neu na, dewis neu raddfa all gael dilyniant.

questions-bank-title = Cwestiynau parod
questions-bank-intro = Yn Gymraeg a Saesneg. Gallwch newid y geiriau unwaith y mae cwestiwn yn eiddo i chi.
questions-bank-add = Ychwanegu hwn
questions-preview-title = Rhagolwg
questions-preview-intro = Ar ôl eu hamcanion, gofynnir hyn i bobl yng ngwiriad { $date }:
questions-preview-nothing = Dim byd heblaw eu hamcanion.
questions-preview-later = Nid yn hwnnw
questions-preview-when = { $question } (nesaf ar { $date })

questions-added = Cwestiwn wedi’i ychwanegu
questions-changed = Cwestiwn wedi’i newid
questions-removed = Cwestiwn wedi’i ddileu
questions-moved = Cwestiwn wedi’i symud
questions-from-next = Mae hyn yn wir am wiriadau sy’n agor o hyn ymlaen. Mae un sydd ar y gweill yn aros fel y mae, ac mae’r hyn a atebwyd yn cadw’r cwestiwn a ofynnwyd.
questions-crowded =
    { $count ->
        [one] Mae un tîm yn gofyn ei gwestiynau ei hun, a chyda hwn byddai gan rai wythnosau fwy na { $most }. Mae rhai olaf y tîm yn aros yn yr wythnosau hynny.
       *[other] Mae { $count } { $count ->
      [two] dîm
      [few] thîm
      [many] thîm
     *[other] tîm
    } yn gofyn eu cwestiynau eu hunain, a chyda hwn byddai gan rai wythnosau fwy na { $most }. Mae rhai olaf y timau yn aros yn yr wythnosau hynny.
    }
questions-no-room-title = Byddai hynny’n un yn ormod
questions-no-room-hr = Dylai gwiriad gymryd tua munud, felly { $most } { $most ->
      [two] gwestiwn
      [few] chwestiwn
      [many] chwestiwn
     *[other] cwestiwn
    } yr wythnos yw’r mwyaf. Dilëwch un yn gyntaf, neu gofynnwch rai bob ychydig wythnosau. Mae eich un chi isod, i’w gopïo:
questions-no-room-team = Dylai gwiriad gymryd tua munud, felly { $most } { $most ->
      [two] gwestiwn
      [few] chwestiwn
      [many] chwestiwn
     *[other] cwestiwn
    } yr wythnos yw’r mwyaf, gan gynnwys rhai AD. Dilëwch un yn gyntaf, neu gofynnwch rai bob ychydig wythnosau. Mae eich un chi isod, i’w gopïo:
questions-undone-title = Wedi’i ddadwneud
questions-undone = Mae’r cwestiynau fel yr oeddent o’r blaen.
questions-undo-late-title = Dim i’w ddadwneud
questions-undo-late = Mae’r cwestiynau wedi newid ers hynny, neu ni chawsant eu newid erioed. Gweler sut maent nawr.
questions-which-title = Mae angen un peth arall arnaf
questions-which =
    { $count ->
        [0] Nid oes cwestiwn i’w newid eto. Dywedwch “ychwanegu” a’ch cwestiwn.
       *[other] Dywedwch pa un yn ôl ei rif, er enghraifft “newid 1”, “symud 2 i 1”, “1 bob 2 wythnos” neu “dileu 1”.
    }
questions-refused-title = Nid chi sydd i newid hynny
questions-refused = Mae AD yn gofalu am y cwestiynau i bawb, a rheolwyr llinell am rai eu hadroddwyr eu hunain. Os dylai fod yn chi, gofynnwch i { $contact }.
questions-window-title = Pa mor hir y mae gwiriadau ar agor
questions-window-set = O’r gwiriadau nesaf ymlaen maent ar agor am { $days } { $days ->
      [two] ddiwrnod
     *[other] diwrnod
    }: yr un ar { $opens } tan { $closes }, { $at }.
questions-window-unclear = Dywedwch nifer o ddiwrnodau o { $shortest } i { $longest }, er enghraifft “hr cwestiynau ffenestr 3 diwrnod”. { $days } ydyw nawr, ac ni newidiwyd dim.
questions-tried-title = Dyna sut mae’n mynd
questions-tried = Rydych wedi gweld y cwestiynau fel y mae pawb yn eu cael. Ni chadwyd dim o’r hyn a ateboch.
questions-try-title = Rhoi cynnig ar y cwestiynau
questions-try-intro = Dim ond chi sy’n gweld hyn, ac ni chedwir dim.
questions-write-title = Cwestiwn ar gyfer gwiriadau
questions-write-intro = Fe’i gofynnir o’r gwiriad nesaf sy’n agor. Chi sy’n ei weld cyn neb arall, a gallwch ei dynnu’n ôl.

keep-question-submit = Cadw
keep-question-text-ask = Beth yw’r cwestiwn?
keep-question-text-label = Cwestiwn
keep-question-text-hint = Byr a phlaen, fel y byddech yn ei ofyn.
keep-question-kind-ask = Sut mae’n cael ei ateb?
keep-question-kind-label = Atebir
keep-question-kind-hint = Mae tap yn gynt na geiriau.
keep-question-options-ask = O beth y gall pobl ddewis? Ateb y llinell.
keep-question-options-label = Atebion i ddewis ohonynt
keep-question-options-hint = Un y llinell, wyth ar y mwyaf.
keep-question-every-ask = Pa mor aml?
keep-question-every-label = Pa mor aml
keep-question-every-hint = Bob wythnos, os na ddewiswch ddim.
keep-question-readers-ask = Pwy sy’n darllen yr atebion?
keep-question-readers-label = Pwy sy’n darllen yr atebion
keep-question-readers-hint = Dywedir wrth bob person cyn iddynt ateb.
keep-question-follow-up-ask = Oes rhywbeth i’w ofyn ar ôl un o’r atebion? Fel arall, neidiwch dros hyn.
keep-question-follow-up-label = Cwestiwn dilynol
keep-question-follow-up-hint = Dewisol; fe’i gofynnir ar ôl yr ateb a enwch yn unig.
keep-question-follow-up-when-ask = Ar ôl pa ateb? Er enghraifft “na”, “ar y mwyaf 2” neu un o’r dewisiadau.
keep-question-follow-up-when-label = Gofynnir os yr ateb yw
keep-question-follow-up-when-hint = Er enghraifft “na”, “ar y mwyaf 2” neu un o’r dewisiadau.
keep-question-other-language-ask = Beth yw’r cwestiwn yn Saesneg? Neidiwch dros hyn ac fe’i gofynnir fel yr ysgrifennoch ef.
keep-question-other-language-label = Yn Saesneg
keep-question-other-language-hint = Dewisol; fel arall fe’i gofynnir fel yr ysgrifennoch ef.

hr-wellbeing = Sut mae gwaith wedi teimlo
wellbeing-title = Sut mae gwaith wedi teimlo
wellbeing-intro = Ar gyfer y sefydliad cyfan, mewn wythnosau sydd ar ben. Mae wythnos yn dangos ffigurau unwaith y bydd { $least } neu fwy o bobl wedi ateb; ni ddangosir byth pwy ydynt.
wellbeing-nothing = Nid oes gan unrhyw wythnos atebion eto. Mae’r cwestiwn i ffwrdd nes i chi neu reolwr llinell ei droi ymlaen.
wellbeing-turn-on = Gofyn i bawb
wellbeing-week = Wythnos
wellbeing-people = Pobl
wellbeing-average = Cyfartaledd, o 1 (anodd iawn) i 5 (da iawn)
wellbeing-too-few = llai na { $least }
