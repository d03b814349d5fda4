understood-title = Dyma beth ddeallais i
understood-value = Ble mae hi nawr
understood-change = Newid
understood-percent = Cynnydd
understood-status = Statws
understood-confidence = Hyder
understood-blocker = Yn y ffordd
understood-outside-control = Y tu hwnt i’ch rheolaeth
understood-due-change = Dyddiad newydd y gofynnwyd amdano
understood-needs = Cymorth sydd ei angen
understood-unsure = Doeddwn i ddim yn siŵr am hyn, felly gadewais ef allan: { $what }.
understood-which-status = Sut mae’n sefyll?
understood-not-counted = Nid oes dim yn cyfrif nes i chi ddweud.
understood-right = Dyna ni, cadwch ef
understood-correct = Ei gywiro
understood-change-due = Newid y dyddiad
understood-another = Amcan arall
understood-drop = Nid diweddariad
understood-which-title = Am ba amcan mae hyn?
understood-which = Rwyf wedi cadw’r hyn a ddywedoch. Tapiwch yr un rydych yn ei feddwl.
understood-saved = Wedi’i gadw
understood-carry-on = { $left ->
    [one] Mae’n rhan o wirio’r wythnos hon; mae un cwestiwn ar ôl.
   *[other] Mae’n rhan o wirio’r wythnos hon; cwestiynau ar ôl: { $left }.
  }
understood-done-title = Cafodd hynny ei setlo eisoes
understood-done = Nid oes dim yn aros i’w gadw yma. Ni newidiwyd dim.
understood-dropped-title = Iawn
understood-dropped = Ni chedwais ddim ohono. Dywedwch “cymorth” i weld beth y gallaf ei wneud.
