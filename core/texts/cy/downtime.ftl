# Beth a ddaw o’r hyn a oedd i ddigwydd tra oedd Milepost i lawr; daw’r ffigurau o’r rheolau eu hunain.

hr-downtime = Wedi cyfnod heb Milepost
downtime-title = Wedi cyfnod heb Milepost
downtime-intro = Pan fydd Milepost wedi bod i lawr, nid yw’n anfon popeth y byddai wedi’i anfon. Dyma a wna wrth ddychwelyd, bob amser yn oriau gwaith pob person ac unwaith.
catch-up-prompt = Gofynnir am wiriadau nes bod { $percent }% o’u cyfnod wedi mynd heibio. Wedi hynny, mae un yr wythnos hon yn cyfrif fel wedi’i hepgor, nid wedi’i golli; hepgorir yr wythnosau yn y cyfamser hefyd, ac nid oes neb yn cael ôl-groniad.
catch-up-reminder = Mae nodyn atgoffa gwiriad yn dal i fynd tra bo o leiaf { $minutes } { $minutes ->
      [two] funud
     *[other] munud
    } o’r cyfnod ar ôl. Nid yw’r sawl na chafodd ei atgoffa wedi colli’r gwiriad hwnnw.
catch-up-snooze = Daw gwiriad a ohiriwyd yn ôl tra bo o leiaf { $minutes } { $minutes ->
      [two] funud
     *[other] munud
    } o’r cyfnod ar ôl. Lle mae nodyn atgoffa yn ddyledus hefyd, dim ond un o’r ddau a anfonir.
catch-up-closing = Mae gwiriadau’n cau pa mor hwyr bynnag; mae’r neges yn newid yn ei lle, ac mae croeso i ateb hwyr o hyd.
catch-up-summary = Postir crynodeb tîm, ar gyfer yr wythnos yr oedd i ddod ynddi, nes bod yr un nesaf i ddod { $days } { $days ->
      [two] ddiwrnod
     *[other] diwrnod
    } yn ddiweddarach. Dim ond y diweddaraf a bostir.
catch-up-pause-end = Mae amcanion y daeth eu saib i ben yn cyfrif eto. Dywedir wrth eu perchnogion unwaith, ar fore gwaith.
catch-up-feedback-reminder = Atgoffir y sawl y gofynnwyd iddo am adborth tan y diwrnod y gobeithir amdano. Mae sawl nodyn atgoffa a ddaw ar yr un pryd yn un neges.
catch-up-feedback-report = Daw adborth heb enwau at ei ddarllenydd pa mor hwyr bynnag.
catch-up-training-reminder = Mae nodiadau atgoffa am hyfforddiant yn dweud beth sy’n ddyledus ar y diwrnod yr anfonir hwy, mewn un neges.
catch-up-training-overdue = Mae rheolwyr llinell yn clywed beth sy’n hwyr ar y diwrnod y dywedir wrthynt, mewn un neges.
catch-up-training-plan = Cyfrifir o’r newydd pryd y mae nodiadau atgoffa am hyfforddiant i ddod nesaf, pa mor hwyr bynnag.
catch-up-broadcast = Mae darllediad a drefnwyd ar gyfer amser yn dal i fynd os yw { $days } { $days ->
      [two] ddiwrnod
     *[other] diwrnod
    } yn hwyr ar y mwyaf. Wedi hynny nid anfonir dim: gofynnir i’w awdur a ddylai fynd o hyd. Mae un a ddechreuodd yn mynd ymlaen o’r lle y stopiodd.
catch-up-recognition-digest = Postir diolchiadau mis hyd at { $days } { $days ->
      [two] ddiwrnod
     *[other] diwrnod
    } yn hwyr, ac fe’u hepgorir wedi hynny.
catch-up-review = Atgoffir am adolygiadau hyd y diwrnod y maent i’w llofnodi; wedi hynny nid atgoffir neb.
catch-up-one-to-one = Atgoffir am gyfarfodydd un-i-un nes iddynt ddechrau; wedi hynny nid atgoffir neb.
catch-up-skills = Gofynnir y cwestiwn am sgiliau hyd at { $days } { $days ->
      [two] ddiwrnod
     *[other] diwrnod
    } yn hwyr; wedi hynny mae’n aros am y chwarter nesaf.
catch-up-round-360-reminder = Atgoffir y sawl y gofynnwyd iddo mewn cylch 360 tan ei ddiwrnod olaf. Mae sawl nodyn atgoffa a ddaw ar yr un pryd yn un neges.
catch-up-round-360-close = Mae cylchoedd 360 yn cau pa mor hwyr bynnag, a dywedir wrth eu darllenwyr.
catch-up-organisation-week = Mae wythnosau sydd ar ben yn cael eu cyfrif ar gyfer golwg y sefydliad, pa mor hwyr bynnag.
catch-up-pulse = Mae cwestiwn curiad yn agor hyd at { $days } { $days ->
      [two] ddiwrnod
     *[other] diwrnod
    } yn hwyr; wedi hynny mae’n aros am ei ddyddiad nesaf. Mae un sydd ar agor yn cau pa mor hwyr bynnag.
reminders-together = Mae { $count } o bobl yn dal i obeithio am eich ateb

broadcast-stale-title = Nid aeth allan
broadcast-stale = Roedd hyn i fynd ar { $moment }, ond roedd Milepost i lawr. A ddylai fynd o hyd?
broadcast-stale-send = Ei anfon nawr
