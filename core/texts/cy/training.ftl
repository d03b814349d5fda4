# Hyfforddiant: beth sy’n cyfrif tan pryd, a chwblhau.

command-training = Eich hyfforddiant: beth sy’n cyfrif tan pryd, beth sy’n ddyledus, a chofnodi’r hyn a wnaethoch.
command-training-examples = hyfforddiant, hyfforddiant diogelwch tân ddydd Mawrth, hyfforddiant sgiliau
slack-hint-training = [cwrs ar ddiwrnod]

training-title = Fy hyfforddiant
training-title-of = Hyfforddiant { $name }
training-due-title = Hyfforddiant yn ddyledus
training-held-title = Wedi’i gwblhau
training-nothing-due = Does dim yn ddyledus yn y 60 diwrnod nesaf.
training-none = Does dim hyfforddiant wedi’i gofnodi i chi eto. Dywedwch “hyfforddiant diogelwch tân ddydd Mawrth” pan fyddwch wedi gwneud peth.
training-none-of = Does dim hyfforddiant wedi’i gofnodi ar gyfer { $name } eto.
training-how = Dywedwch “hyfforddiant diogelwch tân ddydd Mawrth, tystysgrif 4521” i gofnodi cwrs.
training-column-course = Cwrs
training-column-done = Gwnaed ar
training-column-until = Yn cyfrif tan
training-for-good = am byth
training-expired = { $day } (daeth i ben)
training-mandatory = gorfodol
training-ran-out = { $course }: daeth i ben ar { $day }
training-runs-out = { $course }: yn dod i ben ar { $day }
training-see = Gweld fy hyfforddiant

training-confirm-title = A ddylwn i gofnodi hyn?
training-confirm = { $course }, gwnaed ar { $day }.
training-confirm-until = Mae’n cyfrif tan { $day }.
training-confirm-evidence = Beth sy’n ei ddangos: { $evidence }
training-record = Ei gofnodi
training-another = Cwrs arall
training-drop = Peidio â’i gofnodi
training-dropped-title = Heb ei gofnodi
training-dropped = Ni chofnodwyd dim.
training-which-title = Pa gwrs?
training-which = Nid wyf yn gwybod am gwrs o’r enw “{ $said }”. Ai un o’r rhain yw?
training-which-other = Pa gwrs wnaethoch chi?
training-no-course = Does dim y gwn amdano yn debyg iddo. Gofynnwch i’ch tîm AD ychwanegu’r cwrs; ni chofnodwyd dim.
training-recorded-title = Cofnodwyd
training-recorded = Mae { $course }, a wnaed ar { $day }, wedi’i gofnodi. Da iawn.
training-recorded-before = Cofnodwyd { $course }, a wnaed ar { $day }, o’r blaen, felly ni chafodd ei gofnodi ddwywaith.
training-problem-title = Heb ei gofnodi eto
training-problem = { $problem } Dywedwch ef eto gyda’r diwrnod y’i gwnaethoch; ni chofnodwyd dim.
training-is-verified = Mae AD yn edrych ar dystysgrifau’r cwrs hwn cyn iddynt gyfrif.
training-evidence-how = Os oes gennych dystysgrif, anfonwch hi ataf fel ffeil, neu dywedwch ei rhif ar ôl coma: “hyfforddiant diogelwch tân ddydd Mawrth, tystysgrif 4521”.
training-recorded-waits = Mae { $course }, a wnaed ar { $day }, wedi’i gofnodi. Bydd yn cyfrif ar ôl i AD edrych arno; rhoddaf wybod ichi bryd hynny.
training-in-future = Mae { $day } eto i ddod.
training-before-start = Mae hynny cyn eich diwrnod cyntaf yma, { $start }. Bydd AD yn edrych arno cyn iddo gyfrif, felly dywedwch beth sy’n ei ddangos.

# Beth a ofynnir gan rywun, a nodiadau atgoffa.

training-to-be-done = { $course }: i’w wneud erbyn { $day }
training-was-to-be-done = { $course }: roedd i’w wneud erbyn { $day }
training-waits-for-hr = { $course }: wedi’i gofnodi, ac yn aros i AD edrych arno
training-reminder-title = Eich hyfforddiant
training-reminder-intro = { $count ->
    [one] { $name }, mae angen eich amser ar un cwrs.
   *[other] { $name }, mae angen eich amser ar { $count } o gyrsiau.
  }
training-did = Rwyf wedi gwneud { $course }
training-overdue-title = Hyfforddiant hwyr yn eich tîm
training-overdue-intro = { $name }, mae’r bobl hyn wedi cael eu hatgoffa. Allech chi eu helpu i ddod o hyd i’r amser?
training-overdue-how = Mae pob un ohonynt yn gwybod. Nid oes neb arall yn cael gwybod.
training-since-lacking = roedd i’w wneud erbyn { $day }
training-since-expired = daeth i ben ar { $day }
