# Sgiliau: yr hyn y mae teitlau swyddi ac amcanion ei eisiau, yr hyn sydd gan bobl, a’r hyn sydd ar goll.

skills-title = Fy sgiliau
skills-title-of = Sgiliau { $name }
skills-level-1 = yn dysgu
skills-level-2 = yn hyderus
skills-level-3 = yn gallu ei addysgu
skills-level-none = heb ddweud dim eto
skills-say-1 = Rwy’n ei ddysgu
skills-say-2 = Rwy’n gallu gwneud hyn
skills-say-3 = Rwy’n gallu ei addysgu
skills-why-role = eich swydd
skills-why-role-of = y swydd
skills-why-objective = “{ $title }” (amcan)
skills-gaps-title = I weithio arno
skills-gap = { $skill }, ar gyfer { $why }. Angen: { $wanted }. Nawr: { $held }.
skills-gap-short = { $skill } (lefel: { $wanted })
skills-gaps-more = Hefyd: { $names }.
skills-courses = Cyrsiau sy’n ei roi: { $titles }
skills-teachers = Yn gallu ei addysgu: { $names }
skills-no-gaps = Does dim ar goll o’r hyn y mae eich swydd a’ch amcanion ei eisiau.
skills-no-gaps-of = Does dim ar goll o’r hyn y mae’r swydd a’r amcanion ei eisiau.
skills-none-wanted = Nid yw eich swydd na’ch amcanion yn gofyn am sgiliau eto. Gallwch ychwanegu eich rhai eich hun yr un fath.
skills-none-wanted-of = Nid yw’r swydd na’r amcanion yn gofyn am sgiliau eto.
skills-held-title = Yr hyn y gallwch ei wneud
skills-held-title-of = Yr hyn y gall { $name } ei wneud
skills-column-skill = Sgìl
skills-column-said = Meddech chi
skills-column-said-of = Meddent hwy
skills-column-confirmed = Cadarnhawyd gan reolwr llinell
skills-column-trained = Hyfforddiant sy’n cyfrif
skills-how = Dywedwch “fy sgiliau ychwanegu Excel 2” i ychwanegu neu newid un (1 yn dysgu, 2 yn hyderus, 3 yn gallu ei addysgu), neu “fy sgiliau dileu Excel”.
skills-readers = Chi a’ch rheolwr llinell sy’n darllen hyn. Dim ond niferoedd o bump neu fwy o bobl y mae AD yn eu gweld.
skills-readers-of = { $name } a chi sy’n darllen hyn.
skills-named = Gall cydweithwyr sydd am ddysgu weld eich enw wrth yr hyn y gallwch ei addysgu.
skills-not-named = Nid yw cydweithwyr yn gweld yr hyn y gallwch ei addysgu, oni bai eich bod yn dweud.
skills-name-me = Dangos fy enw i gydweithwyr sydd am ddysgu
skills-unname-me = Peidio â dangos fy enw
skills-noted = Nodwyd: { $skill }, { $level }.
skills-forgotten = Tynnwyd { $skill } oddi ar eich rhestr.
skills-not-there = Nid yw “{ $skill }” ar eich rhestr, felly ni newidiwyd dim.
skills-near-title = A yw’n un sydd gennych eisoes?
skills-near = Mae “{ $written }” bron yn “{ $known }”.
skills-use = Defnyddio “{ $skill }”
skills-keep = Sgìl arall yw “{ $skill }”
skills-too-many = Mae hynny’n fwy na { $most } o sgiliau ar unwaith. Dywedwch nhw fesul rhan; ni chadwyd dim.
skills-level-unclear = “{ $written }”: lefel yw 1 (yn dysgu), 2 (yn hyderus) neu 3 (yn gallu ei addysgu). Dywedwch ef eto; ni chadwyd dim.
skills-name-long = Mae “{ $written }…” yn hwy na { $most } nod. Rhowch enw byrrach iddo; ni chadwyd dim.
skills-unclear-title = Heb ei gadw eto

# Tîm rheolwr llinell.

team-skills-title = Sgiliau yn eich tîm
team-skills-none = Nid yw swyddi nac amcanion eich tîm yn gofyn am ddim eto. Gall AD ddweud beth sydd ei angen ar swydd gyda “hr sgiliau”, ac mae “Sgiliau sydd eu hangen” ar dudalen amcan yn dweud beth sydd ei angen ar hwnnw.
team-skills-summary = { $gaps ->
    [0] Does dim ar goll o’r hyn y mae swyddi ac amcanion eich tîm ei eisiau.
    [one] Un bwlch yn eich tîm.
   *[other] { $gaps } o fylchau yn eich tîm, y mwyaf yn gyntaf.
  }
team-skills-part = Sgiliau { $first } i { $last } o { $total }
team-skills-column-name = Enw
team-skills-cell-met = ✓ { $level } (cyrhaeddwyd)
team-skills-cell-partly = △ { $held }, nod: { $wanted }
team-skills-cell-missing = ✗ ddim eto, nod: { $wanted }
team-skills-cell-unwanted = –
team-skills-legend = ✓ ganddynt · △ ar y ffordd · ✗ ddim eto · – ni ofynnir iddynt
team-skills-only-title = Dim ond un person sy’n gallu ei wneud
team-skills-only = { $skill }: dim ond gan { $name } y mae hyn hyd yn hyn. Byddai rhywun i ddysgu ganddynt yn helpu i lenwi bwlch yn ystod gwyliau.
team-skills-confirm-title = I chi ei gadarnhau
team-skills-confirm-line = Mae { $name } yn dweud am { $skill }: { $level }.
team-skills-confirm = Cadarnhau { $name }: { $skill }
team-skills-rather = Yn hytrach: { $level }
team-skills-confirmed = Cadarnhawyd: { $name }, { $skill }, { $level }.
team-skills-button = Sgiliau
team-skills-open = Sgiliau { $name }
team-skills-how = Dywedwch “tîm sgiliau { $name }” i weld un person.

# AD: yr hyn y mae teitlau swyddi ei eisiau.

role-skills-title = Sgiliau yn ôl teitl swydd
role-skills-none = Nid oes teitl swydd yn gofyn am sgìl eto.
role-skills-how = Dywedwch “hr sgiliau Swyddog Tai: Excel 2, Diogelu 3” (1 yn dysgu, 2 yn hyderus, 3 yn gallu ei addysgu), neu “hr sgiliau dileu Swyddog Tai: Excel”.
role-skills-line = Ar gyfer { $role }: { $skills }
role-skills-of = Sgiliau { $role }
role-skills-one-none = Nid yw’r teitl swydd hwn yn gofyn am sgìl eto.
role-skills-column-level = Lefel sydd ei hangen
role-skills-column-lacking = Hebddo
role-skills-lacking = { $lacking } o { $people }
role-skills-few-lacking = llai na 5 o { $people }
role-skills-too-few = rhy ychydig o bobl i’w cyfrif
role-skills-remove = Dileu { $skill }
role-skills-kept = Cadwyd: { $skills }.
role-skills-removed = Ni ofynnir mwyach gan { $role }: { $skills }. Mae’r hyn sydd gan bobl yn aros.
role-skills-not-there = Nid yw { $role } yn gofyn am { $skills }, felly ni newidiwyd dim.
role-skills-role-unknown = Nid oes gan neb yma y teitl swydd “{ $role }”, felly ni chadwyd dim eto.
role-skills-for = Ar gyfer “{ $role }”
role-skills-for-new = Mae “{ $role }” yn gywir

# Yr hyn sydd ei angen ar amcan.

objective-skills-button = Sgiliau sydd eu hangen
field-skills = Sgiliau sydd eu hangen
objective-skills-title = Sgiliau ar gyfer “{ $title }”
objective-skills-intro = Pa sgiliau sydd eu hangen? Bydd pwy bynnag sy’n berchen arno yn gweld beth sydd ar goll o dan “fy sgiliau”.
objective-skills-skills-ask = Pa sgiliau sydd eu hangen?
objective-skills-skills-label = Sgiliau
objective-skills-skills-hint = “Excel 2, Ysgrifennu adroddiadau”: 1 yn dysgu, 2 yn hyderus, 3 yn gallu ei addysgu; yn hyderus oni bai eich bod yn dweud. “Dim” os nad oes rhai.
objective-skills-submit = Cadw
objective-skills-none = dim
objective-skills-kept = Cadwyd.

# Unwaith y chwarter.

skills-ask-title = Sut ydych chi’n sefyll gyda’r rhain?
skills-ask-intro = { $name }, mae eich swydd yn gofyn am y rhain. Mae un tap yr un yn ddigon, unwaith y chwarter, a dim o gwbl os yw’n well gennych beidio.
skills-ask-quiet = Peidio â gofyn imi eto
skills-see = Gweld fy sgiliau
skills-quiet-title = Ni ofynnaf eto
skills-quiet = Gallwch ddweud “fy sgiliau” pryd bynnag y mynnwch.

# Ffeiliau.

export-skills = Sgiliau
