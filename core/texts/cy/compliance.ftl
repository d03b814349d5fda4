# Faint o’r hyfforddiant y gofynnir amdano sydd gan bobl, a beth sy’n hwyr.

compliance-title = Cydymffurfiaeth hyfforddiant
compliance-title-of = Cydymffurfiaeth hyfforddiant: { $name }
compliance-now = Mae { $rate } o’r hyfforddiant y gofynnir amdano yn ei le: { $held } o { $required }.
compliance-nothing = Ni ofynnir am yr un cwrs gan neb yma. Dywedwch “hr cyrsiau” i weld y cyrsiau, a phwy sy’n gorfod gwneud pa un.
compliance-since = { $change ->
    [up] I fyny o { $rate } ar { $day }.
    [down] I lawr o { $rate } ar { $day }.
   *[same] Fel yr oedd ar { $day }.
  }
compliance-overdue = Hwyr
compliance-lacking = Ddim yn ei le
compliance-soon = Yn dod i ben o fewn 60 diwrnod
compliance-waiting = Yn aros am AD
compliance-held = Yn ei le
compliance-rate = { $rate } ({ $held } o { $required })
compliance-people = { $count ->
    [one] 1 person
    [two] 2 berson
   *[other] { $count } o bobl
  }
compliance-small = { $name } ({ $people })
compliance-by-course = Fesul cwrs
compliance-by-team = Fesul tîm
compliance-by-role = Fesul teitl swydd
compliance-column-course = Cwrs
compliance-column-team = Tîm
compliance-column-role = Teitl swydd
compliance-no-team = dim tîm
compliance-no-role = dim teitl swydd
compliance-more = { $count ->
    [one] Mae un arall yn y ffeil.
   *[other] Mae { $count } arall yn y ffeil.
  }
compliance-away = { $count ->
    [one] 1 i ffwrdd am gyfnod hir, heb ei gyfrif.
   *[other] { $count } i ffwrdd am gyfnod hir, heb eu cyfrif.
  }
compliance-how = Cyfrifir pob cwrs y mae rheol yn gofyn i rywun ei wneud, a phob un gorfodol sydd ganddynt neu a fu ganddynt. Ni chyfrifir pobl sydd heb ddechrau eto, sydd wedi gadael, neu sydd i ffwrdd am bedair wythnos neu fwy. Ar gyfer misoedd cynharach, cyfrifir yr hyn a gwblhawyd a’r rheolau fel yr oeddent ar y diwrnod hwnnw.
compliance-hint = Dywedwch “hr cydymffurfiaeth” gyda chwrs, tîm neu deitl swydd i weld hynny’n unig.
compliance-chart-title = Hyfforddiant yn ei le, ar ddiwedd pob mis
compliance-chart-alt = Cyfran yr hyfforddiant y gofynnwyd amdano a oedd yn ei le, { $name }: { $first } ar { $from }, { $now } ar { $to }.
compliance-everyone = pawb
compliance-show-overdue = Rhestr o’r hwyr
compliance-export = Allforio
compliance-unknown = Nid wyf yn gwybod am gwrs, tîm na theitl swydd “{ $said }”.
compliance-near = Ai un o’r rhain oedd gennych mewn golwg?
compliance-unknown-how = Dywedwch “hr cydymffurfiaeth” yn unig i’w gweld i gyd.
compliance-back = Cydymffurfiaeth hyfforddiant
overdue-title = Hyfforddiant hwyr
overdue-title-of = Hyfforddiant hwyr: { $name }
overdue-none = Does dim yn hwyr.
overdue-intro = { $count ->
    [one] Mae un yn hwyr.
   *[other] Mae { $count } yn hwyr, yr hwyraf yn gyntaf.
  }
overdue-person = Enw
overdue-course = Cwrs
overdue-since = Ers
overdue-manager = Rheolwr llinell
overdue-no-manager = neb
overdue-more = { $count ->
    [one] Mae un arall yn y ffeil.
   *[other] Mae { $count } arall yn y ffeil.
  }
team-training-title = Hyfforddiant yn eich tîm
team-training-all = Mae gan bawb yn eich tîm yr hyn y mae’n rhaid iddynt ei gael, a does dim yn dod i ben yn y 60 diwrnod nesaf.
team-training-fine = { $count ->
    [one] Does gan un arall ddim i’w wneud.
   *[other] Does gan { $count } arall ddim i’w wneud.
  }
team-training-nobody = Does neb yn adrodd i chi yma.
team-training-how = Caiff pawb eu hatgoffa eu hunain. Dywedwch “hyfforddiant @enw” i weld popeth a gwblhaodd rhywun.
