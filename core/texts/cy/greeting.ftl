welcome-title = Helo { $name }, Milepost ydw i
welcome-what = Unwaith yr wythnos rwy’n gofyn sut mae eich amcanion yn mynd. Mae’n cymryd tua munud, mewn ffurflen neu yma mewn sgwrs, a gallwch ateb ymlaen llaw, ei ohirio, neu ddweud pryd rydych i ffwrdd.
welcome-who-reads = Darllenir eich atebion gennych chi a’ch rheolwr llinell, a chyn pob cwestiwn rwy’n dweud pwy sy’n ei ddarllen. Nid wyf yn dangos dim o eiddo neb arall i chi oni bai eu bod yn adrodd i chi.
welcome-language = Pa iaith hoffech chi? Gallwch ei newid unrhyw bryd. / Which language would you like? You can change it at any time.
welcome-help = Beth allwch chi ei wneud?

help-title = Beth alla i ei wneud
help-intro = Teipiwch unrhyw un o’r rhain ataf. Mae mân gamsillafu yn iawn.
help-also = { $what } Hefyd: { $examples }
help-group-work = Eich wythnos
help-group-people = Chi a’ch cydweithwyr
help-group-growth = Eich hyfforddiant a’ch adolygiad
help-group-own = Gosodiadau, a’r hyn sy’n eiddo i chi
help-group-team = Eich tîm
help-group-hr = AD
command-checkin = Ateb gwirio’r wythnos hon, ei weld, neu ateb un yr wythnos nesaf ymlaen llaw.
command-checkin-examples = gwirio, gwirio wythnos nesaf
command-objectives = Gweld eich amcanion, neu ychwanegu un.
command-objectives-examples = amcanion, amcanion newydd, amcanion 2, amcanion coeden, oedi amcan 2 tan 4 Ionawr
command-team = Sut mae eich pobl yn sefyll, pwy sy’n hwyr, un person, neu’r crynodeb.
command-team-examples = tîm, tîm hwyr, tîm @enw
command-team-summary = Yr hyn sy’n haeddu eich sylw mewn wythnos, mis neu chwarter.
command-team-summary-examples = tîm crynodeb, tîm crynodeb mis, tîm gosod crynodeb
command-team-compare = Sut mae eich tîm yn cymharu, beth all ei wneud, ac at beth mae’n gweithio.
command-team-compare-examples = tîm meincnodau, tîm sgiliau, tîm hyfforddiant, tîm nodau, tîm aliniad
command-team-person = Cynllunio rhywbeth gydag un person: un-i-un, adolygiad neu rownd 360.
command-team-person-examples = tîm adolygiadau, tîm adolygiad @enw blynyddol erbyn 31 Mawrth, tîm un-i-un @enw ddydd Iau 14:00, tîm 360 @enw
command-team-more = Yr hyn a ofynnir i’ch tîm, ei osodiadau, a’i dablau fel ffeiliau.
command-team-more-examples = tîm cwestiynau, tîm curiad, tîm gosod, tîm allforio
command-away = Dal popeth tra byddwch i ffwrdd.
command-away-examples = i ffwrdd tan yfory, i ffwrdd am 3 diwrnod, saib am wythnos, yn ôl
command-settings = Eich iaith, parth amser, oriau tawel, pwy sy’n dirprwyo drosoch, a’ch gwirio nesaf.
command-settings-examples = gosodiadau, gosodiadau iaith english, gosodiadau tawel 17:00-09:00, gosodiadau dirprwy @enw o 1 Rhagfyr i 12 Rhagfyr
command-help = Y rhestr hon.
command-help-examples = cymorth

home-title = Helo { $name }
home-week = Fy wythnos
home-nothing-due = Does dim yn ddyledus ar hyn o bryd.
home-open-until = Ar agor tan
home-team = Gweld fy nhîm

settings-title = Eich gosodiadau
settings-language = Iaith
settings-zone = Parth amser
settings-days = Diwrnodau gwaith
settings-next = Gwirio nesaf
settings-no-next = dim un yn ddyledus
settings-how = Dywedwch “gosodiadau iaith english” neu “gosodiadau parth Europe/London” i’w newid. Daw diwrnodau gwaith o’ch cofnod AD.
settings-language-set = Byddaf yn siarad Cymraeg â chi o hyn ymlaen.
settings-language-unknown = Rwy’n siarad Cymraeg a Saesneg. Dywedwch “gosodiadau iaith cymraeg” neu “gosodiadau iaith english”.
settings-zone-unknown = Nid wyf yn adnabod y parth amser hwnnw. Ai { $nearest } oeddech chi’n ei olygu? Dywedwch er enghraifft “gosodiadau parth Europe/London”.

stranger-title = Nid wyf yn eich adnabod eto
stranger = Nid wyf yn gallu dod o hyd i’ch e-bost gwaith yn rhestr staff y sefydliad hwn, felly ni allaf wneud dim i chi eto. Gofynnwch i { $contact } eich ychwanegu.
stranger-ask = eich tîm AD

unknown-title = Doeddwn i ddim yn deall hynny
unknown-nearest = Ai un o’r rhain oeddech chi’n ei olygu? Ni newidiwyd dim.
unknown-text = Doeddwn i ddim yn gallu dweud beth yw hynny, ac ni newidiwyd dim. Dywedwch “cymorth” i weld beth alla i ei wneud.

settings-platform = Rwy’n ysgrifennu atoch ar
settings-platform-set = Byddaf yn ysgrifennu atoch ar { $platform } o hyn ymlaen. Gallwch orffen yno neu yma yr hyn a ddechreuoch mewn man arall.
settings-platform-unknown = Mae gennych gyfrif ar { $yours }. Dywedwch er enghraifft “gosodiadau llwyfan slack”.
platform-which-title = Ble ddylwn i ysgrifennu atoch?
platform-which = Rwy’n eich adnabod ar { $platforms }. I ba un y dylai’r gwirio ddod?
platform-either-works = Gallwch ateb ar unrhyw un ohonynt, a gorffen ar un yr hyn a ddechreuoch ar un arall. Mae “gosodiadau” yn newid hyn.
platform-last-used = ble bynnag yr oeddech ddiwethaf
