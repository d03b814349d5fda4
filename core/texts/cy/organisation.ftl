# Y sefydliad cyfan, i AD a chyfarwyddwyr.

organisation-title = { $name }: { $span }
organisation-title-plain = Y sefydliad
organisation-button = Y sefydliad
organisation-attention = Gwerth eich sylw
organisation-attention-none = Nid oes dim yn sefyll allan. Nid oes rhwystr a rennir, nid oes ffigur wedi gadael ei ystod arferol er gwaeth, ac mae pob blaenoriaeth yn cael ei gwasanaethu.
organisation-worse-of = { $service }. { $verdict }
organisation-obstacle-words = Nifer y bobl a gafodd yr un rhwystr mewn un wythnos: { $people } ({ $theme }: { $words })
organisation-obstacle-theme = Nifer y bobl â rhywbeth yn y ffordd mewn un wythnos: { $people } ({ $theme })
organisation-obstacle-services = { $said }, gwasanaethau: { $services }
organisation-obstacle-outside = { $said }; dywed { $outside } ohonynt ei fod y tu hwnt i’w rheolaeth
organisation-priority = “{ $title }”: { $share } o’r hyn a ddywedwyd am ei hamcanion yw eu bod ar y trywydd iawn (nifer yr amcanion: { $objectives })
organisation-orphaned = Nid oes dim yn gwasanaethu’r flaenoriaeth “{ $title }”
organisation-training = Cyrsiau gofynnol sy’n hwyr: { $overdue }; mae { $rate } o’r hyn sy’n rhaid ei ddal yn cael ei ddal
organisation-adrift = Nid yw { $adrift } o { $objectives } amcan yn gwasanaethu unrhyw flaenoriaeth ({ $share })
organisation-few-answer = Atebwyd { $rate } o’r gwiriadau, felly ychydig o atebion sydd y tu ôl i’r ffigurau eraill
organisation-do-obstacle-person = { $items ->
    [one] Gall y rhai a’i cafodd ei symud: gofynnwch i’w harweinwyr beth fyddai’n helpu.
   *[other] Gall y rhai a’u cafodd eu symud: gofynnwch i’w harweinwyr beth fyddai’n helpu.
  }
organisation-do-obstacle-manager = { $items ->
    [one] Mater i reolwyr ei benderfynu: cytunwch ar un ateb i bob gwasanaeth, a dywedwch erbyn pryd.
   *[other] Materion i reolwyr eu penderfynu: cytunwch ar un ateb i bob un ohonynt ar draws y gwasanaethau, a dywedwch erbyn pryd.
  }
organisation-do-obstacle-another-team = { $items ->
    [one] Gall un gwasanaeth ei symud i’r lleill: enwch bwy, a gofynnwch am ddyddiad.
   *[other] Gall un gwasanaeth symud pob un o’r rhain i’r lleill: enwch bwy, a gofynnwch am ddyddiadau.
  }
organisation-do-obstacle-outside = { $items ->
    [one] Ni all neb yma ei symud. Codwch ef unwaith gyda’r cyflenwr neu’r partner ar ran pawb, a symudwch y dyddiadau sy’n dibynnu arno.
   *[other] Ni all neb yma symud y rhain. Codwch bob un unwaith gyda’r cyflenwr neu’r partner ar ran pawb, a symudwch y dyddiadau sy’n dibynnu arnynt.
  }
organisation-do-worsening = { $items ->
    [one] Gofynnwch yn gyntaf beth a newidiodd yno bryd hynny; mae un olwg ar y gwaith yn werth mwy na nodyn atgoffa.
   *[other] Gofynnwch yn gyntaf beth a newidiodd ym mhob un bryd hynny; mae un olwg ar y gwaith yn werth mwy na nodyn atgoffa.
  }
organisation-do-priority = { $items ->
    [one] Penderfynwch a yw’n cael yr hyn sydd ei angen arni, neu’n cael targedau llai.
   *[other] Penderfynwch a yw pob un yn cael yr hyn sydd ei angen arni, neu’n cael targedau llai.
  }
organisation-do-orphaned = { $items ->
    [one] Gofynnwch pwy ddylai osod amcan ar ei chyfer, neu tynnwch hi oddi ar y rhestr.
   *[other] Gofynnwch pwy ddylai osod amcan ar gyfer pob un, neu tynnwch nhw oddi ar y rhestr.
  }
organisation-do-training = Mae “hr cydymffurfiaeth hwyr” yn dweud beth i’w wneud gyntaf; rhowch amser i bobl ar ei gyfer.
organisation-do-adrift = Mae eu teitlau yn “hr aliniad”: cysylltwch nhw, neu gollyngwch nhw.
organisation-do-participation = Canfyddwch a yw’r diwrnod, yr amser neu’r cwestiynau yn y ffordd, cyn atgoffa neb.

organisation-whole = Gyda’i gilydd
organisation-services = Gwasanaethau
organisation-service = Gwasanaeth
organisation-people = Pobl a holwyd
organisation-answered = Atebwyd
organisation-on-track = Ar y trywydd iawn
organisation-confidence = Hyder
organisation-training-held = Hyfforddiant a ddelir
organisation-services-order = Yn nhrefn eu henwau. Mae llinell lle dywedodd llai na phump o bobl rywbeth mewn wythnos, neu neb.
organisation-services-small = Gwasanaethau â rhy ychydig o bobl i’w dangos ar wahân: { $count }. Maent yn cyfrif yn y ffigurau gyda’i gilydd.
organisation-one-service = Mae pob tîm yma mewn un gwasanaeth, felly nid oes dim i’w osod ochr yn ochr. Mae’n dilyn o bwy sy’n arwain pa dîm a phwy sy’n adrodd i bwy yn y ffeil pobl.
organisation-teams = Timau
organisation-team = Tîm
organisation-teams-small = Ni ddangosir ar wahân dimau lle dywedodd llai na phump o bobl rywbeth.

organisation-priorities = Blaenoriaethau
organisation-priority-column = Blaenoriaeth
organisation-objectives = Amcanion
organisation-moving = Adroddwyd yn ddiweddar
organisation-standing = Sut mae’n sefyll
organisation-support-orphaned = nid oes dim yn ei gwasanaethu
organisation-support-at-risk = mewn perygl
organisation-support-still = dim newyddion ers pum wythnos
organisation-support-supported = yn cael ei chefnogi
organisation-priorities-none = Ni chedwir blaenoriaethau eto. Mae AD yn eu cadw â “hr blaenoriaethau”.
organisation-serving-nothing = { $adrift ->
    [0] Mae pob amcan yn gwasanaethu rhywbeth.
   *[other] Nid yw { $adrift } o { $objectives } amcan yn gwasanaethu unrhyw flaenoriaeth.
  }
organisation-priority-by-service = Pa wasanaethau sy’n ei gwasanaethu
organisation-priority-elsewhere = Heb wasanaeth
organisation-priority-few = Dywedodd llai na phump o bobl sut mae ei hamcanion yn sefyll mewn unrhyw wythnos, felly ni ddangosir dim amdani.
organisation-priority-share = { $share } ar y trywydd iawn yn { $span }.
organisation-priority-none = Nid oes amcan gweithredol yn ei gwasanaethu.

organisation-obstacles = Beth sydd yn y ffordd
organisation-obstacles-none = Ni chafodd pump neu fwy o bobl yr un rhwystr yn yr un wythnos.
organisation-obstacle = Rhwystr
organisation-most = Y mwyaf mewn wythnos
organisation-in-services = Gwasanaethau
organisation-remover = Pwy all ei symud
organisation-obstacle-name = { $theme }: { $words }
organisation-obstacles-how = Wedi’i roi at ei gilydd o’r hyn y dywedodd pobl oedd yn y ffordd. Dim ond geiriau a ddefnyddiodd pump neu fwy o bobl sydd yma.
organisation-remover-person = y bobl eu hunain
organisation-remover-manager = eu rheolwyr
organisation-remover-another-team = tîm arall
organisation-remover-outside = neb yma

organisation-felt = Sut mae gwaith wedi teimlo
organisation-felt-line = { $average } o 5 yn wythnos { $day } (pobl: { $people })
organisation-felt-few = Dywedodd rhy ychydig o bobl mewn unrhyw wythnos i’w ddangos.

organisation-equality = A yw’r un fath i bawb?
organisation-equality-what = O’r hyn y mae Milepost yn ei ddal: math o gontract, oriau, gwlad, iaith a hyd gwasanaeth. Nid yw’n dal dim am nodweddion gwarchodedig megis ethnigrwydd, anabledd, crefydd neu gyfeiriadedd rhywiol.
organisation-equality-why-not = Heb ei ddangos: { $divisions }. Dangosir grŵp dim ond lle dywedodd pump neu fwy o’i bobl rywbeth mewn wythnos, a phump neu fwy o bawb arall. Nid yw’n cael ei ddangos chwaith lle gellid tynnu ffigur arall ohono i ddod o hyd i rywun.
organisation-equality-part = Dangosir grwpiau i’r rhai sy’n gweld y sefydliad cyfan. O’r gwahaniaeth rhwng dwy olwg gellid dod o hyd i rywun.
organisation-equality-how = Cwestiwn yw gwahaniaeth, nid canfyddiad: mae swyddi, safleoedd ac oriau’n gwahaniaethu hefyd.
organisation-group = Grŵp
organisation-dimension-employment = math o gontract
organisation-dimension-hours = oriau
organisation-dimension-nation = gwlad
organisation-dimension-language = iaith
organisation-dimension-served = hyd gwasanaeth
organisation-value-permanent = parhaol
organisation-value-fixed-term = cyfnod penodol
organisation-value-interim = dros dro
organisation-value-agency = asiantaeth
organisation-value-bank = banc
organisation-value-full-time = llawnamser
organisation-value-part-time = rhan-amser
organisation-value-en = Saesneg
organisation-value-cy = Cymraeg
organisation-value-England = Lloegr
organisation-value-Wales = Cymru
organisation-value-Scotland = Yr Alban
organisation-value-Northern-Ireland = Gogledd Iwerddon
organisation-value-under-2 = llai na 2 flynedd
organisation-value-2-to-5 = 2 i 5 mlynedd
organisation-value-5-to-10 = 5 i 10 mlynedd
organisation-value-over-10 = 10 mlynedd neu fwy
organisation-value-unknown = dyddiad dechrau anhysbys
organisation-value-others = pawb arall gyda’i gilydd

organisation-none = Nid oes dim yn hysbys eto. Daw’r ffigurau cyntaf ar y dydd Llun ar ôl wythnos wirio gyntaf pobl.
organisation-none-in-span = Nid oes dim yn hysbys am { $span }.
organisation-none-counting = Mae wythnosau cynharach yn dal i gael eu cyfrif: gofynnwch eto ymhen ychydig funudau.
organisation-none-since = Mae’r ffigurau’n dechrau ag wythnos { $day }. Gofynnwch am gyfnod diweddarach, megis “hr sefydliad chwarter”.
organisation-silent = Wythnosau sydd ar ben: { $weeks }. Dywedodd rhy ychydig o bobl rywbeth i ddangos ffigurau. Mae angen pump mewn wythnos.
organisation-begins = Mae’r ffigurau’n dechrau ag wythnos { $day }: nid oes dim yn hysbys am y dyddiau cynt.
organisation-counting = Wythnosau cynharach sy’n dal i gael eu cyfrif: { $left }. Gofynnwch eto ymhen ychydig funudau.
organisation-how = Cyfrifir wythnosau unwaith, ar ôl iddynt ddod i ben, ac nid ydynt yn newid wedyn: mae atebion hwyr yn aros gyda’r person a’i reolwr llinell. Ni enwir neb.
organisation-unclear = Ni wn am wasanaeth, blaenoriaeth na chyfnod o’r enw “{ $said }”. Dywedwch “hr sefydliad” gyda mis, chwarter, blwyddyn neu chwarter diwethaf, neu dewiswch un o’r rhain.
organisation-closer-service = Edrych yn fanylach ar wasanaeth:
organisation-closer-priority = Edrych yn fanylach ar flaenoriaeth:
organisation-show-all = Popeth
organisation-more = { $count } yn rhagor
