together =
    { $count ->
        [one] { $count } peth i chi mewn un neges, y mwyaf brys yn gyntaf.
        [two] { $count } beth i chi mewn un neges, y mwyaf brys yn gyntaf.
        [few] { $count } pheth i chi mewn un neges, y mwyaf brys yn gyntaf.
        [many] { $count } pheth i chi mewn un neges, y mwyaf brys yn gyntaf.
       *[other] { $count } peth i chi mewn un neges, y mwyaf brys yn gyntaf.
    }

settings-quiet = Oriau tawel
settings-quiet-none = dim o’ch eiddo eich hun; ni ddaw dim y tu allan i’ch dyddiau gwaith ac 08:00 i 18:00
settings-quiet-hours = { $first } i { $last }, yn ogystal â’r oriau y tu allan i’ch dyddiau gwaith
settings-a-week = Negeseuon na ofynnoch amdanynt
settings-a-week-most = { $count } yr wythnos ar y mwyaf
settings-paused = Saib
settings-paused-until = tan { $back }; dywedwch “ailddechrau” i’w orffen
settings-delegate = Dirprwyo
settings-how-quiet = Mae “gosodiadau tawel 17:00-09:00” yn gosod eich oriau tawel eich hun, mae “saib am wythnos” yn dal popeth, ac mae rheolwyr llinell yn enwi dirprwy gyda “gosodiadau dirprwy @enw o 1 Rhagfyr i 12 Rhagfyr”.

quiet-set = O { $first } i { $last } ni ddaw dim na ofynnoch amdano. Daw’r hyn sy’n aros wedyn, fel un neges. Daw atebion i’r hyn a ddywedwch ar unwaith bob amser.
quiet-off = Nid oes gennych oriau tawel eich hun nawr. Ni ddaw dim na ofynnoch amdano y tu allan i’ch dyddiau gwaith ac 08:00 i 18:00 o hyd.
quiet-unclear = Dywedwch o pryd i pryd, er enghraifft “gosodiadau tawel 17:00-09:00”, neu “gosodiadau tawel i ffwrdd”.
quiet-too-long = Gyda { $first } i { $last } byddai llai na dwy awr o’ch diwrnod gwaith ar ôl i’ch gwirio allu dod. Gadewch ddwy awr rhwng 08:00 ac 18:00. Ni newidiwyd dim.

pause-how = Dywedwch am ba hyd, er enghraifft “saib am wythnos” neu “saib tan ddydd Llun”. Tan hynny ni anfonaf ddim na ofynnoch amdano.
pause-news-title = Mae’r gwirio ar saib
pause-news-text = Mae { $name } wedi rhoi saib i’r gwirio tan { $back }. Nid yw’n cyfrif fel wedi’i ateb nac wedi’i golli.
home-paused = Ar saib tan { $back }.
home-resume = Ailddechrau

share-title = Negeseuon na ofynnodd neb amdanynt
share-now = Mae un person yn cael { $count } yr wythnos ar y mwyaf, beth bynnag sydd ymlaen: gwirio a’i nodyn atgoffa, hyfforddiant, adborth, cwestiynau a darllediadau gyda’i gilydd. Mae’r hyn nad yw’n ffitio yn mynd gyda’r nesaf, y pwysicaf yn gyntaf.
share-tells = Dywedir wrth reolwyr llinell fod rhywun wedi rhoi saib i’r gwirio, a dim arall.
share-tells-not = Ni ddywedir wrth reolwyr llinell fod rhywun wedi rhoi saib i’r gwirio.
share-how = Dywedwch “hr terfyn 4” (o { $fewest } i { $most }), “hr terfyn seibiau ymlaen” neu “hr terfyn seibiau i ffwrdd”.
share-unclear = Rhaid i hynny fod yn rhif o { $fewest } i { $most }. Ni newidiwyd dim.
hr-limit = Cyfyngu negeseuon

delegate-title = Dirprwyo
delegate-line-by = Mae { $name } yn dirprwyo drosoch o { $first } i { $last }
delegate-line-to = Rydych yn dirprwyo dros { $name } o { $first } i { $last }
delegate-named = Mae { $name } yn dirprwyo drosoch o { $first } i { $last }. Dywedir wrth eich pobl ac wrth { $name }.
delegate-sees = Maent yn gweld statws, gwirio a chrynodeb eich tîm, ac yn gallu atgoffa pobl. Nid ydynt yn gweld dim preifat: nid sut mae pobl yn teimlo yn y gwaith, sgyrsiau un-i-un, adolygiadau, adborth, adroddiadau 360 na chofnodion hyfforddiant.
delegate-how-to-end = Mae’n gorffen ei hun. Mae “gosodiadau dirprwy i ffwrdd” yn ei orffen yn gynt.
delegate-you = Rydych yn dirprwyo dros { $name } o { $first } i { $last }.
delegate-you-see = Rydych yn gweld statws, gwirio a chrynodeb y tîm, ac yn gallu atgoffa pobl. Mae’r hyn sy’n breifat yn aros gyda’u rheolwr llinell: sut mae pobl yn teimlo yn y gwaith, sgyrsiau un-i-un, adolygiadau, adborth a chofnodion hyfforddiant.
delegate-told = Mae { $name } yn dirprwyo dros { $manager } o { $first } i { $last }.
delegate-told-sees = Yn y cyfamser maent yn darllen eich gwirio ochr yn ochr â’ch rheolwr llinell. Mae’r hyn sy’n breifat yn aros rhyngoch chi a’ch rheolwr llinell: sut rydych yn teimlo yn y gwaith, sgyrsiau un-i-un, adolygiadau, adborth a chofnodion hyfforddiant.
delegate-no-more = Nid oes neb yn dirprwyo dros { $manager } bellach, fel y dywedwyd wrthych o’r blaen.
delegate-none = Nid oes neb yn dirprwyo drosoch.
delegate-how = Dywedwch er enghraifft “gosodiadau dirprwy @enw o 1 Rhagfyr i 12 Rhagfyr”, neu “gosodiadau dirprwy i ffwrdd”.
delegate-manages-nobody = Nid oes neb yn adrodd i chi, felly nid oes dim i ddirprwyo drosto.
delegate-dates-unclear = Dywedwch o pryd i pryd, er enghraifft “gosodiadau dirprwy @enw o 1 Rhagfyr i 12 Rhagfyr”. Ni newidiwyd dim.
delegate-nobody = Doeddwn i ddim yn gallu dweud pa gydweithiwr rydych yn ei olygu. Soniwch amdanynt neu ysgrifennwch yr enw cyfan. Ni newidiwyd dim.
delegate-ended = Nid oes neb yn dirprwyo drosoch bellach. Dywedir wrth y rhai dan sylw.
