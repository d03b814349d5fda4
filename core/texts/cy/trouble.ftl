# Yr hyn a ddywedir pan aiff rhywbeth o’i le ar ein hochr ni.

trouble-unavailable-title = Rhowch gynnig arall arni ymhen ychydig funudau
trouble-unavailable = Ni allaf gyrraedd fy nghofnodion ar hyn o bryd. Nid oes dim a gadwyd wedi’i golli. Rhowch gynnig arall arni ymhen ychydig funudau.
trouble-unavailable-kept-title = Gall hyn gymryd ychydig funudau
trouble-unavailable-kept = Ni allaf gyrraedd fy nghofnodion ar hyn o bryd. Nid oes dim wedi’i golli: mae’r hyn a anfonoch gen i, a byddaf yn gweithio arno cyn gynted ag y gallaf. Os na fyddwch wedi clywed dim ar ôl deng munud, rhowch gynnig arall arni.

trouble-fault-title = Aeth rhywbeth o’i le ar fy ochr i
trouble-fault = Mae’n ddrwg gen i, weithiodd hynny ddim, ac nid eich bai chi oedd e. Nid oes dim wedi’i golli. Rhowch gynnig arall arni ymhen ychydig funudau; os digwydd eto, dyfynnwch { $reference } wrth ofyn am help.
trouble-fault-kept-title = Aeth rhywbeth o’i le ar fy ochr i
trouble-fault-kept = Mae’n ddrwg gen i, weithiodd hynny ddim, ac nid eich bai chi oedd e. Nid oes dim wedi’i golli: mae’r hyn a anfonoch gen i, a byddaf yn rhoi cynnig arall arni fy hun ymhen ychydig funudau. Os na chlywch ddim, dyfynnwch { $reference } wrth ofyn am help.

error-not-found-title = Nid oes tudalen yma
error-not-found = Os gwnaethoch ddilyn dolen o neges, gofynnwch i Milepost am un newydd. Os teipioch y cyfeiriad, gwiriwch ef.
error-unavailable-title = Rhowch gynnig arall arni ymhen ychydig funudau
error-unavailable = Ni all Milepost gyrraedd ei gofnodion ar hyn o bryd. Nid oes dim a gadwyd wedi’i golli, ac mae’r ddolen hon yn dal i weithio wedyn.
error-refused-title = Nid yw hynny ar agor i chi yma
error-refused = Nid yw Milepost yn derbyn y cais hwnnw gan borwr. Ni newidiwyd dim.
error-failed-title = Aeth rhywbeth o’i le ar ein hochr ni
error-failed = Mae’n ddrwg gennym, weithiodd hynny ddim, ac nid eich bai chi oedd e. Rhowch gynnig arall arni ymhen ychydig funudau.
trouble-paced-title = Y naill ar ôl y llall
trouble-paced = Roedd hynny’n llawer ar unwaith. Nid oes dim wedi’i golli: mae’r cyfan gen i, ac rwy’n ateb y naill ar ôl y llall, un bob dwy eiliad. Nid oes angen anfon dim eto.
