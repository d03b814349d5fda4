# Sut mae tîm yn cymharu: â’i orffennol ei hun, â thimau eraill, ac â ffigurau o’r tu allan.

benchmarks-title = Meincnodau
benchmarks-title-of = Meincnodau: { $team }
benchmarks-title-measure = { $measure }: { $team }
measure-participation = Cyfranogiad
measure-on-track = Amcanion ar y trywydd iawn
measure-progress = Cynnydd at dargedau
measure-confidence = Hyder
measure-training = Hyfforddiant yn ei le
measure-satisfaction = Boddhad defnyddwyr gwasanaeth
measure-outside-control = Rhwystrau y tu hwnt i reolaeth
measure-what-participation = Gwiriadau a atebwyd, o’r rhai a oedd i’w hateb.
measure-what-on-track = Amcanion y mae eu perchnogion yn dweud eu bod ar y trywydd iawn, o’r rhai â statws.
measure-what-progress = Pa mor bell yw amcanion ar y ffordd at eu targedau, ar gyfartaledd.
measure-what-confidence = Pa mor siŵr yw pobl o gyrraedd eu hamcanion, o 1 i 5, ar gyfartaledd.
measure-what-training = Cyrsiau sydd yn eu lle, o’r rhai y mae rheol yn gofyn amdanynt.
measure-what-satisfaction = Cyfartaledd yr hyn a ddywedodd defnyddwyr gwasanaeth, ar y raddfa y gofynnwyd iddynt arni.
measure-what-outside-control = Diweddariadau sy’n enwi rhywbeth y tu hwnt i reolaeth yn y ffordd, o’r holl ddiweddariadau â statws. Gorau po isaf.

# Yr hyn y mae cyfres yn ei ddweud. Daw’r mesur yn gyntaf, yna’r hyn sy’n wir amdano.
verdict-week = wythnos { $day }
verdict-none = { $measure }: dim ffigur eto.
verdict-none-participation = Daw’r un cyntaf pan fydd gwiriad a ofynnwyd wedi dod i ben.
verdict-none-objectives = Daw’r un cyntaf pan fydd gwiriad wedi dod i ben lle dywedodd rhywun sut mae amcan yn sefyll.
verdict-none-training = Ni ofynnir am yr un cwrs gan y tîm hwn. Mae AD yn gosod pwy sy’n gorfod cael beth gyda “hr cyrsiau”.
verdict-none-satisfaction = Daw atebion defnyddwyr gwasanaeth mewn ffeil neu o offeryn arolwg; mae “hr gwasanaeth” yn dweud sut.
verdict-few = { $measure }: { $value } ({ $when }). Mae angen chwe ffigur i wahaniaethu rhwng newid a siawns; nifer hyd yma: { $count }.
verdict-rises = { $measure }: { $value } ({ $when }). Mae i fod i godi drwy’r flwyddyn, felly nid oes ystod arferol iddo.
verdict-risen = { $way ->
    [same] yr un fath ag ar { $since }
    [up] { $points } { $points ->
      [two] bwynt
      [few] phwynt
      [many] phwynt
     *[other] pwynt
    } canran i fyny ers { $since }
   *[down] { $points } { $points ->
      [two] bwynt
      [few] phwynt
      [many] phwynt
     *[other] pwynt
    } canran i lawr ers { $since }
  }
verdict-usual = { $measure }: { $value } ({ $when }), fel arfer. Ei ystod arferol yw { $lower } i { $upper }.
verdict-flat = { $measure }: { $value } ({ $when }), yr un fath bob tro.
verdict-outside = { $measure }: { $value } ({ $when }), { $way ->
    [up] uwchlaw
   *[down] islaw
  } ei ystod arferol o { $lower } i { $upper }.
verdict-trend = { $measure }: { $value } ({ $when }), { $way ->
    [up] i fyny
   *[down] i lawr
  } bob tro ers { $since }, o { $from }.
verdict-shift = { $measure }: { $value } ({ $when }), { $way ->
    [up] uwchlaw
   *[down] islaw
  } ei gyfartaledd o { $mean } ers { $since }; ffigurau yn olynol: { $count }.
verdict-near-limit = { $measure }: { $value } ({ $when }), yn agos at { $way ->
    [up] frig
   *[down] waelod
  } ei ystod arferol o { $lower } i { $upper } ddwywaith yn y tri diwethaf.
verdict-is-improvement = Newid gwirioneddol er gwell, nid siawns.
verdict-is-concern = Newid gwirioneddol er gwaeth, nid siawns.
verdict-is-change = Newid gwirioneddol, nid siawns.
verdict-may-be-improvement = Gall fod yn newid er gwell. Nifer y ffigurau y tu ôl i’r ystod hyd yma: { $count }. Mae angen deuddeg i fod yn siŵr.
verdict-may-be-concern = Gall fod yn newid er gwaeth. Nifer y ffigurau y tu ôl i’r ystod hyd yma: { $count }. Mae angen deuddeg i fod yn siŵr.
verdict-may-be-change = Gall fod yn newid. Nifer y ffigurau y tu ôl i’r ystod hyd yma: { $count }. Mae angen deuddeg i fod yn siŵr.
verdict-provisional = Dros dro y mae’r ystod: nifer y ffigurau y mae’n seiliedig arnynt yw { $count }, ac mae deuddeg yn ei gwneud yn gadarn.
verdict-cut = Newidiwyd y raddfa: dim ond ffigurau ers { $day } sy’n cyfrif.
verdict-silent = Cyfnodau heb ffigur, a adewir allan: { $count }.
verdict-withheld = Gadewir allan ffigurau o atebion llai na phump o bobl yma; mae eu rheolwr llinell yn eu gweld.
verdict-short-none = dim ffigur eto
verdict-short-few = rhy gynnar i ddweud
verdict-short-common = fel arfer
verdict-short-improvement = gwell nag arfer
verdict-short-concern = gwaeth nag arfer
verdict-short-change = nid fel arfer
verdict-short-maybe-improvement = gwell nag arfer, efallai
verdict-short-maybe-concern = gwaeth nag arfer, efallai
verdict-short-maybe-change = nid fel arfer, efallai
verdict-short = { $value } · { $verdict }

verdict-passes = Gyda’r ystod fel y mae, cyrhaeddir y targed o { $target } bob tro, beth bynnag a ddaw drwy siawns.
verdict-fails = Gyda’r ystod fel y mae, ni chyrhaeddir y targed o { $target }, beth bynnag a ddaw drwy siawns. Rhaid newid sut y gwneir pethau.
verdict-hit-or-miss = Gyda’r ystod fel y mae, cyrhaeddir y targed o { $target } weithiau a’i golli weithiau, drwy siawns yn unig.

verdict-do-participation = Gofynnwch i’r tîm beth a newidiodd tua { $day }, a gwnewch y gwiriad yn fyrrach neu symudwch ef cyn atgoffa neb.
verdict-do-on-track = Edrychwch ar beth a newidiodd tua { $day }: mae un achos i sawl amcan yn werth mwy na sgwrs am bob un.
verdict-do-progress = Edrychwch ar beth a newidiodd tua { $day }, ac a yw’r targedau’n dal i weddu i’r amser sy’n weddill.
verdict-do-confidence = Gofynnwch beth sy’n gwneud pobl yn llai siŵr ers { $day }, cyn i’r ffigurau ddilyn.
verdict-do-training = Gwelwch pwy sydd heb beth gyda “tîm hyfforddiant”, a rhowch amser i bobl ei wneud.
verdict-do-satisfaction = Darllenwch yr hyn a ysgrifennodd defnyddwyr gwasanaeth ers { $day } yng nghrynodeb y tîm, a chytunwch ar un peth i’w newid.
verdict-do-outside-control = Codwch yr hyn sydd yn y ffordd gyda’ch rheolwyr: mae y tu hwnt i reolaeth eich pobl, ac ni fydd eu hatgoffa’n ei symud.
verdict-do-improvement = Darganfyddwch beth a newidiodd tua { $day }, a daliwch ati.
verdict-do-common = Nid oes angen esbonio’r un ffigur yma. I symud y lefel, newidiwch sut y gwneir y gwaith a gwyliwch am saith yn olynol.

# Y siart.
verdict-chart-mean = Cyfartaledd { $value }
verdict-chart-limits = Ystod arferol
verdict-chart-target = Targed { $value }
verdict-mark-usual = arferol
verdict-mark-better = newid gwirioneddol, gwell
verdict-mark-worse = newid gwirioneddol, gwaeth
verdict-mark-change = newid gwirioneddol
verdict-mark-maybe-better = gwell, efallai
verdict-mark-maybe-worse = gwaeth, efallai
verdict-mark-maybe-change = newid, efallai
verdict-alt = { $verdict } Cyfartaledd { $mean }. Mae’r llinell yn mynd o { $first } ar { $from } i { $last } ar { $to }.
verdict-alt-plain = { $verdict } Mae’r llinell yn mynd o { $first } ar { $from } i { $last } ar { $to }.

# Ochr yn ochr ag eraill.
benchmarks-lately = 12 wythnos ddiwethaf
benchmarks-range = Ystod arferol
benchmarks-range-value = { $lower } i { $upper }
benchmarks-average = Cyfartaledd
benchmarks-others = Timau eraill yma
benchmarks-target = Eich targed
benchmarks-target-value = { $value } ({ $period }). Ffynhonnell: { $source }
benchmarks-quarter = { $quarter ->
    [best] yn y chwarter gorau o { $teams } { $teams ->
      [two] dîm
      [few] thîm
      [many] thîm
     *[other] tîm
    }
    [upper] yn yr ail chwarter gorau o { $teams } { $teams ->
      [two] dîm
      [few] thîm
      [many] thîm
     *[other] tîm
    }
    [lower] yn yr ail chwarter gwannaf o { $teams } { $teams ->
      [two] dîm
      [few] thîm
      [many] thîm
     *[other] tîm
    }
   *[last] yn y chwarter gwannaf o { $teams } { $teams ->
      [two] dîm
      [few] thîm
      [many] thîm
     *[other] tîm
    }
  }
benchmarks-close = mae’r timau mor agos at ei gilydd fel nad yw’r lle’n dweud llawer
benchmarks-alone-small-team = heb ei gymharu: mae’n seiliedig ar lai na phump o bobl y tîm hwn
benchmarks-alone-few-teams = heb ei gymharu: mae gan lai na phum tîm o bum person neu fwy ffigur
benchmarks-alone-no-figure = heb ei gymharu: nid oes ffigur o’r tîm hwn eto
benchmarks-outside = Ffigurau o’r tu allan
benchmarks-outside-none = Nid oes ffigurau o’r tu allan yn hysbys eto. Mae AD yn eu mewnforio fel ffeil: mae “hr mewnforio” yn enwi’r colofnau.
benchmarks-outside-line = { $measure }: { $value } yn { $period }, { $scope }. Y tîm hwn: { $own } ({ $same ->
    [yes] yr un cyfnod
   *[no] 12 wythnos ddiwethaf
  }), { $gap }.
benchmarks-outside-without = { $measure }: { $value } yn { $period }, { $scope }. Nid oes gan y tîm hwn ffigur eto.
benchmarks-outside-scale = { $measure }: { $value } yn { $period }, { $scope }. Ar raddfa wahanol i ffigurau’r tîm hwn, felly heb ei gymharu.
benchmarks-outside-source = Ffynhonnell: { $source }
benchmarks-outside-missing = Nid oes dim yn hysbys o’r tîm hwn ar gyfer { $months }.
benchmarks-gap-points = { $count ->
    [0] yn gyfartal ag ef
    [one] 1 pwynt canran { $way ->
        [up] yn uwch
       *[down] yn is
      }
   *[other] { $count } { $count ->
      [two] bwynt
      [few] phwynt
      [many] phwynt
     *[other] pwynt
    } canran { $way ->
        [up] yn uwch
       *[down] yn is
      }
  }
benchmarks-gap = { $by } { $way ->
    [up] yn uwch
   *[down] yn is
  }
benchmarks-gap-level = yn gyfartal ag ef
benchmarks-more = Ffigurau eraill a ddangosir gyda’u mesurau: { $count }.

# Yr hyn sy’n gwneud cymhariaeth yn annheg.
benchmarks-fair = Cyn cymharu
benchmarks-fair-nobody = Nid oes neb yn y tîm hwn ar hyn o bryd.
benchmarks-fair-alone = Un person sydd yn y tîm hwn: ffigurau’r person hwnnw a ddangosir, nid rhai tîm.
benchmarks-fair-small = Nifer y bobl yn y tîm hwn: { $count }. Mae un ateb yn fwy neu’n llai yn symud cyfranogiad { $points } { $points ->
      [two] bwynt
      [few] phwynt
      [many] phwynt
     *[other] pwynt
    } canran.
benchmarks-fair-part-time = Mae { $count } o { $members } yn gweithio’n rhan-amser; mae gan wythnos lai o ddiwrnodau iddynt ateb ynddynt.
benchmarks-fair-missing = Atebwyd { $rate } o’r gwiriadau yn y 12 wythnos ddiwethaf. Eu heiddo nhw yn unig yw’r hyn a ddywedir am amcanion.
benchmarks-how = Daw’r ystod arferol o’r deuddeg ffigur cyntaf yr edrychir arnynt. Eu cyfartaledd ydyw, a 2.66 gwaith y cam cyfartalog o un i’r nesaf ar y ddwy ochr, fel yn Making Data Count gan NHS England. Nid yw wythnosau sydd heb ddod i ben yn cyfrif. Ni ddangosir ffigur yr un tîm arall i neb.
benchmarks-all = Pob mesur
benchmarks-show = { $measure }

benchmarks-no-team = Nid ydych wedi’ch nodi’n arweinydd tîm, felly nid oes un i’w gymharu. Mae AD yn gosod pwy sy’n adrodd i bwy yn y ffeil pobl; “hr gosod” yw’r lle.
benchmarks-teams-intro = Dewiswch dîm, neu dywedwch “hr meincnodau” gyda’i enw.
benchmarks-teams-none = Nid oes timau’n hysbys eto. Maent yn dod gyda’r ffeil pobl.
benchmarks-teams-more = Ceir hyd i ragor o dimau wrth eu henwau: “hr meincnodau Atgyweirio tai”.
benchmarks-known = Ffigurau sy’n hysbys
benchmarks-known-none = Dim eto. Anfonwch ffeil CSV neu Excel yma â’r colofnau measure, scope, period, value a source; mae “hr mewnforio” yn dweud mwy.
benchmarks-known-line = { $measure }: { $value }, { $scope }, { $period }. Ffynhonnell: { $source }
benchmarks-known-more = Rhagor sy’n hysbys: { $count }.
benchmarks-unknown-team = Ni wn am dîm o’r enw “{ $said }”.
benchmarks-unknown-measure = Nid yw “{ $said }” yn fesur y cymherir timau ag ef. Dyma’r rhai sydd.
period-financial-year = { $year }
period-year = { $year }
period-financial-quarter = chwarter { $quarter } { $year }
period-quarter = chwarter { $quarter } { $year }
scope-target = eich targed
