# Tablau sy’n gadael fel ffeiliau.

export-title = Allforio
export-intro = Tablau fel ffeiliau, gyda’r colofnau sydd gan fewnforion. Mae dolen yn gweithio unwaith, ac am chwarter awr yn unig.
export-people = Pobl
export-training = Hyfforddiant
export-compliance = Cydymffurfiaeth
export-compliance-summary = Crynodeb cydymffurfiaeth
export-as-csv = Fel CSV
export-as-xlsx = Ar gyfer Excel (XLSX)
export-ready = Mae eich ffeil yn barod
export-link = Lawrlwytho { $what } ({ $format })
export-once = Mae’r ddolen yn gweithio unwaith, tan { $until }. Mae’r ffeil yn cynnwys data personol: cadwch hi lle gall dim ond y rhai sydd ei hangen ei hagor.
export-no-address = Nid oes gan Milepost gyfeiriad yma y gall porwr ei gyrraedd, felly ni allaf gynnig ffeil i’w lawrlwytho. Gall eich gweinyddwr ysgrifennu’r ffeil gyda “{ $command }”.
download-title = Eich ffeil
download-ready = Mae’r ddolen hon yn gweithio unwaith. Mae’r ffeil yn cynnwys data personol: cadwch hi lle gall dim ond y rhai sydd ei hangen ei hagor.
download-button = Lawrlwytho
download-gone-title = Nid yw’r ddolen hon yn gweithio mwyach
download-gone = Cafodd ei defnyddio eisoes, neu mae ei hamser ar ben. Gofynnwch am un newydd yn y sgwrs gyda “hr allforio”.
