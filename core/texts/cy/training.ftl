# Hyfforddiant: beth sy’n cyfrif tan pryd, a chwblhau.

command-training = Eich hyfforddiant: beth sy’n cyfrif tan pryd, beth sy’n ddyledus, a chofnodi’r hyn a wnaethoch.
command-training-examples = hyfforddiant, hyfforddiant diogelwch tân ddydd Mawrth
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
training-in-future = Mae { $day } eto i ddod.
training-before-start = Mae { $day } cyn eich diwrnod cyntaf yma, { $start }. Os yw’n cyfrif er hynny, gall eich tîm AD ei fewnforio.
