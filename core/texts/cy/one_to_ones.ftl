# Sgyrsiau un-i-un rhwng person a’r rheolwr llinell.

command-one-to-one = Y sgwrs un-i-un nesaf gyda’ch rheolwr llinell: y dyddiad, yr agenda a’r nodiadau.
command-one-to-one-examples = fy un-i-un, un-i-un gyda fy rheolwr ddydd Iau 14:00, fy un-i-un hanes
command-agenda = Rhoi rhywbeth ar agenda eich sgwrs un-i-un nesaf.
command-agenda-examples = agenda, agenda ychwanegu y rota dros y Nadolig, agenda ychwanegu i Amira: y system newydd

one-to-one-button = Un-i-un
one-to-one-title = Sgwrs un-i-un gyda { $name }
one-to-one-at = Ar { $at }.
one-to-one-undated = Nid oes dyddiad eto.
one-to-one-every = { $weeks ->
    [one] Bob wythnos.
   *[other] Bob { $weeks } wythnos.
}
one-to-one-who-reads = Chi a { $name } sy’n darllen hwn; neb arall.
one-to-one-note-who-reads = Chi a { $name } sy’n darllen y nodyn hwn; neb arall.
one-to-one-private = Dim ond chi sy’n darllen hwn
one-to-one-add-item = Ychwanegu eitem
one-to-one-set-date = Gosod dyddiad
one-to-one-move = Symud y dyddiad
one-to-one-done = Wedi’i gynnal
one-to-one-private-note = Nodyn preifat
one-to-one-history = Rhai cynharach
one-to-one-cancel = Canslo’r dyddiad
one-to-one-show = Dangos yr agenda
one-to-one-suggest = Ei osod ar gyfer { $at }
one-to-one-left-behind = { $count ->
    [one] Rhoesoch un eitem ar yr agenda gyda rheolwr llinell cynharach.
    [two] Rhoesoch ddwy eitem ar yr agenda gyda rheolwr llinell cynharach.
   *[other] Rhoesoch { $count } eitem ar yr agenda gyda rheolwr llinell cynharach.
}
one-to-one-bring = Dod â nhw gyda chi
one-to-one-reminder-title = Ar ddod: eich sgwrs un-i-un gyda { $name }
one-to-one-other-away = Mae { $name } i ffwrdd y diwrnod hwnnw. Efallai yr hoffech symud y dyddiad.
one-to-one-date-set-title = Mae dyddiad eich sgwrs un-i-un gyda { $name } wedi’i osod
one-to-one-date-by-title = Gosododd { $name } ddyddiad eich sgwrs un-i-un
one-to-one-was-at = Y dyddiad cynt oedd { $at }.
one-to-one-unfit = Nid yw’n ddiwrnod gwaith i { $name }. Gallwch symud y dyddiad.
one-to-one-date-next = Byddaf yn eich atgoffa chi’ch dau y diwrnod gwaith cynt. Tan hynny gall y naill neu’r llall ychwanegu at yr agenda.
one-to-one-cancelled-title = Mae’r dyddiad wedi’i ganslo
one-to-one-cancelled-by-title = Canslodd { $name } ddyddiad eich sgwrs un-i-un
one-to-one-cancelled = { $at } oedd y dyddiad. Mae beth sydd ar yr agenda yn aros tan y nesaf.
one-to-one-no-date-title = Nid oes dyddiad i’w ganslo
one-to-one-no-date = Nid oes dyddiad wedi’i osod ar gyfer y sgwrs honno. Mae beth sydd ar yr agenda yn aros.
one-to-one-refused-title = Ni allaf ddangos hynny
one-to-one-refused = Mae sgyrsiau un-i-un rhwng person a’r rheolwr llinell. Gallaf ddangos eich rhai chi gyda’ch rheolwr eich hun, a gyda phobl sy’n atebol i chi’n uniongyrchol.
one-to-one-overview-title = Sgyrsiau un-i-un
one-to-one-mine = Gyda { $name }
one-to-one-how = Mae “tîm un-i-un @enw ddydd Iau 14:00” yn gosod dyddiad; heb ddyddiad mae’n dangos yr agenda.
one-to-one-unclear-title = Ni allwn ddarllen hynny
one-to-one-unclear = Ni allwn ddarllen dyddiad i ddod yn “{ $said }”, felly ni newidiwyd dim. Dywedwch er enghraifft “ddydd Iau 14:00”, “canslo”, “wedi gorffen”, “hanes” neu “bob 4 wythnos”.
one-to-one-every-unclear = Dywedwch nifer o wythnosau rhwng 1 a 26, er enghraifft “bob 4 wythnos”. Ni newidiwyd dim.

agenda-title = I’w drafod
agenda-empty = Nid oes dim ar yr agenda eto.
agenda-flagged = Nodwyd gan { $name } mewn gwiriad, { $date }
agenda-added-by = Ychwanegwyd gan { $name }, { $date }
agenda-carried = wedi’i gario drosodd
agenda-from-blocker = Yn y ffordd, o’r gwiriadau
agenda-from-open-action = Camau y cytunwyd arnynt sy’n dal ar agor
agenda-from-closed-action = Camau y cytunwyd arnynt a gaewyd ers hynny
agenda-from-miss = Targedau a fethwyd ers hynny
agenda-from-wellbeing = Sut y teimlai gwaith, o’r gwiriadau
agenda-from-training = Hyfforddiant i’w wneud
agenda-from-thanks = Diolch a rannwyd ers hynny
agenda-thanks-from = gan { $name }
agenda-training-by = erbyn { $date }
agenda-added = Ar yr agenda gyda { $name }
agenda-added-before = Ar yr agenda gyda { $name } eisoes
agenda-how-title = Ychwanegu at yr agenda
agenda-how = Dywedwch beth i’w drafod: “agenda ychwanegu y rota dros y Nadolig”, neu “agenda ychwanegu i Amira: y system newydd”.
agenda-whose = Agenda pwy? Dywedwch “agenda ychwanegu i Amira: y system newydd”. Mae eich neges uchod o hyd i gopïo ohoni.
agenda-too-long-title = Braidd yn hir i agenda
agenda-too-long = Mae hynny’n { $length } nod, ac mae llinell o’r agenda yn dal { $longest }. Mae eich neges uchod o hyd: byrhewch hi a’i hanfon eto.

one-to-one-date-submit = Gosod y dyddiad
one-to-one-date-intro = Cewch chi’ch dau wybod, a’ch atgoffa y diwrnod gwaith cynt.
one-to-one-date-day-label = Diwrnod
one-to-one-date-day-hint = Er enghraifft dydd Iau, neu 3 Rhagfyr.
one-to-one-date-day-ask = Ar ba ddiwrnod?
one-to-one-date-time-label = Amser
one-to-one-date-time-hint = Er enghraifft 14:00 neu 2pm, lle rydych chi.
one-to-one-date-time-ask = Faint o’r gloch? Er enghraifft 14:00.
one-to-one-date-rhythm-label = Pa mor aml
one-to-one-date-rhythm-hint = Awgrymir y dyddiad nesaf cyhyd â hynny ar ôl pob cyfarfod.
one-to-one-date-rhythm-ask = Pa mor aml hoffech chi gwrdd?
one-to-one-rhythm-1 = Bob wythnos
one-to-one-rhythm-2 = Bob 2 wythnos
one-to-one-rhythm-4 = Bob 4 wythnos
one-to-one-rhythm-6 = Bob 6 wythnos
one-to-one-rhythm-8 = Bob 8 wythnos
one-to-one-rhythm-unclear = Dewiswch un o’r rhai a restrir. Mae eich atebion eraill yn ddiogel.
one-to-one-past-time = Mae hynny wedi bod eisoes. Dewiswch amser i ddod.
input-time-unclear = Ni allwn ddarllen amser yn hynny. Ysgrifennwch ef fel 14:00 neu 2pm.

one-to-one-item-submit = Ychwanegu at yr agenda
one-to-one-item-text-label = Beth i’w drafod
one-to-one-item-text-hint = Mae llinell yn ddigon.
one-to-one-item-text-ask = Beth hoffech chi ei drafod?
one-to-one-note-submit = Ychwanegu at y nodyn
one-to-one-note-text-label = Nodyn
one-to-one-note-text-hint = Caiff ei ychwanegu at beth a nodwyd o’r blaen.
one-to-one-note-text-ask = Beth hoffech chi ei ychwanegu at y nodyn?
one-to-one-private-submit = Cadw
one-to-one-private-text-label = Nodyn preifat
one-to-one-private-text-hint = I chi yn unig.
one-to-one-private-text-ask = Beth hoffech chi ei nodi i chi’ch hun?
one-to-one-action-submit = Cytuno
one-to-one-action-action-label = Beth sydd i’w wneud
one-to-one-action-action-hint = Un peth.
one-to-one-action-action-ask = Beth sydd i’w wneud?
one-to-one-action-owner-label = Pwy sy’n ei wneud
one-to-one-action-owner-hint = Y naill neu’r llall ohonoch.
one-to-one-action-owner-ask = Pwy sy’n ei wneud?
one-to-one-action-by-label = Erbyn pryd
one-to-one-action-by-hint = Holir amdano mewn gwiriadau nes ei gau.
one-to-one-action-by-ask = Erbyn pryd?
one-to-one-owner-unclear = Dewiswch un ohonoch chi’ch dau. Mae eich atebion eraill yn ddiogel.
one-to-one-owner-needed = Dewiswch pwy sy’n ei wneud, er mwyn holi’r un cywir ohonoch.
one-to-one-by-needed = Rhowch ddyddiad, er mwyn gallu holi amdano.

one-to-one-done-submit = Cadw
one-to-one-done-intro = Mae’r nodyn a beth y cytunwch arno yn mynd at y ddau ohonoch. Mae beth a ddaw ar yr agenda o hyn ymlaen ar gyfer y nesaf.
one-to-one-done-carry-label = Heb ei drafod
one-to-one-done-carry-hint = Rhifau o “I’w drafod”, fel 2, 3; dônt i fyny y tro nesaf. Gadewch yn wag os trafodwyd popeth.
one-to-one-done-carry-ask = Pa rifau na chawsoch gyfle i’w trafod? Dônt i fyny y tro nesaf; dywedwch “dim” os trafodwyd popeth.
one-to-one-done-shared-label = Nodyn i’r ddau ohonoch
one-to-one-done-shared-hint = Am beth y buoch yn siarad.
one-to-one-done-shared-ask = Beth hoffech chi ei nodi i’r ddau ohonoch?
one-to-one-done-action-label = Cam y cytunwyd arno
one-to-one-done-action-hint = Gallwch gytuno ar fwy wedyn.
one-to-one-done-action-ask = Beth y cytunoch ei wneud? Un peth; gall mwy ddilyn.
one-to-one-done-owner-label = Pwy sy’n ei wneud
one-to-one-done-owner-hint = Y naill neu’r llall ohonoch.
one-to-one-done-owner-ask = Pwy sy’n ei wneud?
one-to-one-done-by-label = Erbyn pryd
one-to-one-done-by-hint = Holir amdano mewn gwiriadau nes ei gau.
one-to-one-done-by-ask = Erbyn pryd?
one-to-one-done-private-label = Nodyn preifat
one-to-one-done-private-hint = I chi yn unig.
one-to-one-done-private-ask = Beth hoffech chi ei nodi i chi’ch hun yn unig?
one-to-one-carry-unclear = Rhowch rifau o 1 i { $most }, fel “1, 2”, neu gadewch yn wag. Mae’r gweddill yn ddiogel.

one-to-one-held-title = Sgwrs un-i-un wedi’i chynnal
one-to-one-held-by-title = Nododd { $name } fod eich sgwrs un-i-un wedi’i chynnal
one-to-one-held-before = Mae’r sgwrs honno wedi’i nodi fel un a gynhaliwyd eisoes. Gallwch ychwanegu at ei nodyn o hyd, dan “Rhai cynharach”.
one-to-one-carried = { $count ->
    [one] Daw un eitem i fyny y tro nesaf.
    [two] Daw dwy eitem i fyny y tro nesaf.
   *[other] Daw { $count } eitem i fyny y tro nesaf.
}
one-to-one-note-by = Nododd { $name }, i’r ddau ohonoch:
one-to-one-add-note = Ychwanegu at y nodyn
one-to-one-agree = Cytuno ar gam
one-to-one-agree-another = Cytuno ar un arall
one-to-one-agreed-title = Cytunwyd
one-to-one-agreed-by-title = Nododd { $name } beth y cytunoch arno
one-to-one-asked-you = Byddaf yn eich holi amdano mewn gwiriadau nes ei gau.
one-to-one-asked = Byddaf yn holi { $name } amdano mewn gwiriadau nes ei gau.
one-to-one-noted-title = Nodwyd
one-to-one-noted-by-title = Ychwanegodd { $name } at nodyn eich sgwrs un-i-un
one-to-one-history-title = Sgyrsiau un-i-un gyda { $name }
one-to-one-history-own = Eich sgyrsiau un-i-un
one-to-one-no-history = Dim un eto.
one-to-one-newer = Rhai mwy newydd
one-to-one-older = Rhai hŷn
one-to-one-past = { $date }, gyda { $name }
one-to-one-discussed = Trafodwyd:
one-to-one-share = Gadael i { $name } ddarllen y nodyn
one-to-one-shared-with = Mae { $name } yn darllen y nodyn hwn, am i chi ei rannu.
one-to-one-shared-title = Rhannwyd nodyn
one-to-one-shared-own = Mae { $name } nawr yn darllen nodyn eich sgwrs un-i-un o { $date }, a dim byd arall ohoni.
one-to-one-shared = Mae { $name } yn gadael i chi ddarllen nodyn sgwrs un-i-un o { $date }, o’r amser cyn eich un chi.

reads-one-to-one = Darllenir gan y ddau ohonoch, a neb arall.
reads-one-to-one-private = Dim ond chi fydd byth yn darllen hwn: nid y llall ohonoch nac AD, ac nid yw mewn unrhyw allforiad.
