# Yr hyn y mae amcanion yn ei wasanaethu: blaenoriaethau'r sefydliad a nodau ei dimau.

alignment-choice-goal = { $title } (nod ein tîm)
alignment-choice-under = { $title } (rhan o “{ $above }”)

alignment-own-title = Sut mae fy ngwaith yn gwasanaethu’r gymuned
alignment-no-aims = Nid oes blaenoriaethau’n cael eu cadw yma eto, felly nid oes coeden i hongian eich gwaith arni.
alignment-no-objectives = Nid oes gennych amcanion eto. Dyma beth mae eich tîm am ei gyflawni, ac ar gyfer beth.
alignment-serving = { $serving ->
    [0] Nid oes yr un o’ch amcanion ({ $count }) yn gwasanaethu blaenoriaeth eto.
   *[other] Mae { $serving } o’ch amcanion ({ $count }) yn gwasanaethu blaenoriaeth.
  }
alignment-our-goal = nod ein tîm
alignment-goal-of = nod { $team }
alignment-goal = nod tîm
alignment-goal-adrift = { $goal }; nid yw’n gwasanaethu dim eto
alignment-adrift = Nid yw’n gwasanaethu dim eto
alignment-adrift-how = Gall hynny fod yn iawn. Os oes rhywbeth y mae’n ei wasanaethu, dewiswch ef, fel y gall eraill weld beth yw ei ddiben.

alignment-link = Dewis ar gyfer “{ $title }”

align-objective-card = Beth mae’n ei wasanaethu?
align-objective-about = Eich amcan: { $title }
align-objective-submit = Ei gysylltu
align-objective-aim-label = Mae’n gwasanaethu
align-objective-aim-hint = Un o nodau eich tîm, neu un o flaenoriaethau’r sefydliad.
align-objective-aim-ask = Pa nod i’ch tîm neu flaenoriaeth y mae’n ei wasanaethu?
align-objective-nothing = Dim am y tro
align-objective-done = Wedi’i wneud: dyma beth mae “{ $title }” yn ei wasanaethu nawr.

aims-title-priority = Ein blaenoriaethau a’n nodau
aims-title-goal = Nodau { $team }
aims-none-priority = Nid oes blaenoriaethau’n cael eu cadw eto. Ychwanegwch y gyntaf, neu dewch â nhw i mewn gyda “milepost import priorities”.
aims-none-goal = Nid oes gan eich tîm nodau eto. Ychwanegwch y cyntaf a dywedwch pa flaenoriaeth y mae’n ei gwasanaethu.
aims-how-priority = Mewn un cam: “hr blaenoriaethau ychwanegu Cartrefi diogel”, “hr blaenoriaethau ailenwi A i B”, “hr blaenoriaethau symud A o dan B”.
aims-how-goal = Mewn un cam: “tîm nodau ychwanegu Ateb mewn deg diwrnod ar gyfer Gwasanaethau sy’n gwrando”, “tîm nodau ailenwi A i B”, “tîm nodau A yn gwasanaethu B”.
aims-add-priority = Ychwanegu blaenoriaeth
aims-add-goal = Ychwanegu nod
aims-rename = Ailenwi
aims-move = Symud
aims-alignment = Beth sy’n gwasanaethu beth?
aims-our-goals = Nodau ein tîm

aim-added = Ychwanegwyd: { $title }
aim-renamed = Ailenwyd: { $title }
aim-moved = Symudwyd: { $title }
aim-refused-title = Ni newidiwyd dim
aim-not-found = { $nearest ->
    [none] Ni wn am flaenoriaeth na nod o’r enw “{ $written }” sy’n ffitio yma. Dewiswch un o’r rhestr.
   *[other] Ni wn am flaenoriaeth na nod o’r enw “{ $written }” sy’n ffitio yma. Ai “{ $nearest }” a olygwch? Teipiwch ef, neu dewiswch un.
  }
aim-serves-nothing-priority = Dim: mae’n sefyll ar y brig
aim-serves-nothing-goal = Dim eto
aim-title-empty = Mae angen teitl y bydd pobl yn ei adnabod. Teipiwch un.
aim-title-long = Mae hynny’n { $length } nod o hyd. Dywedwch ef mewn { $longest } neu lai, fel y gellir ei ddarllen mewn rhestr.
aim-title-taken = Mae “{ $title }” yn bod eisoes. Dewiswch deitl sy’n gwahaniaethu rhwng y ddau, neu gadewch hwn a defnyddio’r un sy’n bod.
aim-goes-round = Yna byddai’r rhain yn gwasanaethu ei gilydd mewn cylch: { $path }. Dewiswch rywbeth nad yw oddi tano.
aim-serves-goal = Nod tîm yw “{ $goal }”, ac mae blaenoriaeth yn sefyll uwchben nodau. Dewiswch flaenoriaeth, neu gadewch i’r nod wasanaethu hon.
aim-parent-gone = Nid yw’r hyn y dylai ei wasanaethu yno mwyach. Dewiswch rywbeth arall.

reads-everyone = Gall pawb yn y sefydliad ddarllen hyn.

add-aim-card-priority = Blaenoriaeth newydd
add-aim-card-goal = Nod newydd i’n tîm
add-aim-submit = Ei ychwanegu
add-aim-title-label = Teitl
add-aim-title-hint = Mewn ychydig eiriau y byddai preswylydd yn eu deall, er enghraifft “Cartrefi diogel a chynnes”.
add-aim-title-ask = Beth ydyw, mewn ychydig eiriau y byddai preswylydd yn eu deall? Er enghraifft “Cartrefi diogel a chynnes”.
add-aim-serves-label = Mae’n gwasanaethu
add-aim-serves-hint = Beth sy’n sefyll uwch ei ben, os oes rhywbeth.
add-aim-serves-ask = Beth mae’n ei wasanaethu? Dywedwch “neidio” os nad oes dim uwch ei ben.

rename-aim-card-priority = Ailenwi blaenoriaeth
rename-aim-card-goal = Ailenwi nod
rename-aim-submit = Ei ailenwi
rename-aim-which-label = Pa un?
rename-aim-which-hint = Yr un sy’n cael teitl newydd. Mae’r hyn sy’n ei wasanaethu yn aros yn gysylltiedig ag ef.
rename-aim-which-ask = Pa un sy’n cael teitl newydd?
rename-aim-title-label = Teitl newydd
rename-aim-title-hint = Mewn ychydig eiriau y byddai preswylydd yn eu deall.
rename-aim-title-ask = Beth yw ei enw o hyn ymlaen?

move-aim-card-priority = Symud blaenoriaeth
move-aim-card-goal = Newid beth mae nod yn ei wasanaethu
move-aim-submit = Ei symud
move-aim-which-label = Pa un?
move-aim-which-hint = Mae popeth oddi tano yn symud gydag ef.
move-aim-which-ask = Pa un? Mae popeth oddi tano yn symud gydag ef.
move-aim-serves-label = Mae’n gwasanaethu
move-aim-serves-hint = Beth sy’n sefyll uwch ei ben o hyn ymlaen.
move-aim-serves-ask = Beth mae’n ei wasanaethu o hyn ymlaen?

goals-no-team-title = Dim nodau tîm i’w cadw
goals-no-team = Pwy bynnag sy’n arwain tîm sy’n cadw ei nodau, ac nid ydych yn arwain yr un yn Milepost. Os dylech, gofynnwch i { $contact }.

alignment-report-title = Beth sy’n gwasanaethu beth
alignment-team-title = Beth mae gwaith fy nhîm yn ei wasanaethu
alignment-all-serving = { $count ->
    [0] Nid oes gan neb amcan eto.
   *[other] Mae { $serving } o { $count } amcan yn gwasanaethu blaenoriaeth neu nod.
  }
alignment-team-serving = { $count ->
    [0] Nid oes gan neb sy’n adrodd i chi amcan eto.
   *[other] Mae { $serving } o { $count } amcan eich pobl yn gwasanaethu blaenoriaeth neu nod.
  }
alignment-priority = Blaenoriaeth
alignment-objectives = Amcanion
alignment-people = Pobl
alignment-struggling = Yn llithro
alignment-slipping-means = Yn llithro: mewn perygl neu oddi ar y trywydd. Mae’r hyn sy’n rhan o flaenoriaeth yn cyfrif yno hefyd.
alignment-share = { $count } ({ $share })
alignment-unserved = Blaenoriaethau nad oes neb yn eu gwasanaethu
alignment-goals-unserved = Nodau tîm nad oes neb yn eu gwasanaethu
alignment-our-goals-unserved = Nodau ein tîm nad oes neb yn eu gwasanaethu eto
alignment-all-adrift = Amcanion nad ydynt yn gwasanaethu dim
alignment-no-names = Teitlau fesul tîm, byth pwy biau nhw. Mae rheolwyr llinell yn gweld rhai eu pobl eu hunain.
alignment-no-team = Dim tîm
alignment-count = { $count ->
    [one] 1 amcan
    [two] 2 amcan
    [few] 3 amcan
    [many] 6 amcan
   *[other] { $count } o amcanion
  }
alignment-more = a { $count } arall
alignment-not-ours = Blaenoriaethau nad yw fy nhîm yn eu gwasanaethu
alignment-not-ours-fine = Nid oes angen i unrhyw dîm wasanaethu pob blaenoriaeth.
