team-title = Fy nhîm yr wythnos hon
team-of = Tîm { $name }
team-checked-in = { $due ->
    [0] Nid oes gwiriad yn ddyledus ar hyn o bryd.
   *[other] Mae { $answered } o’r { $due } sy’n ddyledus wedi gwirio.
  }
team-column-name = Enw
team-column-check-in = Gwirio
team-column-objectives = Amcanion
team-no-objectives = dim wedi’u gosod
team-needing-attention = { $count } angen sylw
team-all-on-track = i gyd ar y trywydd iawn
team-stuck-title = Mewn perygl neu oddi ar y trywydd
team-stuck = { $name }: { $title } ({ $status })
team-outside-control = Yn rhannol y tu hwnt i’w rheolaeth
team-show-overdue = Pwy sy’n hwyr?
team-show-summary = Dangos y crynodeb
team-overdue-title = Eto i ateb
team-overdue-none = Mae pawb sy’n ddyledus wedi ateb. Nid oes angen atgoffa neb.
team-overdue-line = { $name }: { $standing }
team-overdue-reminded = { $name }: { $standing }; atgoffwyd { $at }
team-remind = Atgoffa { $name }
team-remind-all = Atgoffa pawb ar y rhestr
team-remind-once = Un nodyn atgoffa yr wythnos ar y mwyaf, fel ei fod yn aros yn garedig.
team-reminded-title = Nodyn atgoffa ar ei ffordd
team-reminded = Bydd { $names } yn cael un nodyn atgoffa caredig.
team-reminded-none-title = Ni anfonwyd nodyn atgoffa
team-reminded-none = Maent wedi ateb yn y cyfamser, neu wedi’u hatgoffa eisoes. Nid oes neb yn cael ail un mewn wythnos.
team-refused-title = Ni allaf ddangos hynny
team-refused = Dim ond gwiriadau pobl sy’n adrodd yn uniongyrchol i chi y gallaf eu dangos. Os oes rhywun ar goll o’ch tîm, gofynnwch i { $contact }.
team-no-reports-title = Dim tîm i’w ddangos
team-no-reports = Nid oes neb yn adrodd i chi yn Milepost, felly nid oes tîm i’w ddangos. Os dylai rhywun, gofynnwch i { $contact }.
team-which-title = Pwy ydych chi’n ei olygu?
team-which = Mae mwy nag un yn ffitio: { $names }. Teipiwch yr enw llawn.
team-set-title = Gosodiadau’r tîm
team-set-channel-where = Dywedwch hynny yn y sianel lle dylai’r crynodeb fynd: yma dim ond chi a fi sy’n darllen. Ni newidiwyd dim.
team-set-summary = Wedi’i wneud. Daw crynodeb nesaf y tîm ar { $at }.
team-set-channel = Wedi’i wneud. Caiff crynodeb y tîm ei bostio yma, ac atoch chi.

standing-answered = wedi ateb
standing-partly = wedi ateb yn rhannol
standing-waiting = eto i ateb
standing-overdue = yn hwyr
standing-missed = heb ateb
standing-away = i ffwrdd
standing-away-until = i ffwrdd tan { $date }
standing-not-due = ddim yn ddyledus
standing-late = { $standing }, yn hwyr

summary-title = { $team }: { $span }
summary-edited = Golygwyd: newidiodd atebion ar ôl postio hwn gyntaf.
summary-completion = Mae { $answered } o’r { $due } oedd yn ddyledus wedi gwirio.
summary-partly = { $count ->
    [one] Mae un arall wedi ateb yn rhannol.
   *[other] Mae { $count } arall wedi ateb yn rhannol.
  }
summary-last-four = Pedwar gwiriad cynt
summary-organisation = Y sefydliad cyfan
summary-no-figure = dim ffigur
summary-chart-title = Gwiriadau a gwblhawyd, fesul wythnos
summary-chart-alt = Gwiriadau a gwblhawyd yn { $team } dros { $weeks } wythnos: o { $first } i { $now } yr wythnos hon, gyda { $organisation } yn y sefydliad cyfan.
summary-objectives = Amcanion
summary-blockers = Beth sydd yn y ffordd
summary-blockers-more = Beth arall sydd yn y ffordd
summary-wins = Llwyddiannau
summary-win = Cyrhaeddodd { $name } darged “{ $title }”: { $figures }.
summary-notes = Nodiadau
summary-note-private = { $name }, i chi yn unig

theme-systems = TG a systemau
theme-staffing = Staffio
theme-decisions = Aros am benderfyniadau
theme-suppliers = Cyflenwyr a chontractwyr
theme-money = Arian
theme-demand = Galw a llwyth gwaith
theme-data = Data a chofnodion
theme-premises = Adeiladau, cerbydau a’r tywydd
theme-other = Arall
