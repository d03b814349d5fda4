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
