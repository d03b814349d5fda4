# Yr hyn a ddywedir pan aiff rhywbeth o’i le ar ein hochr ni.

trouble-unavailable-title = Rhowch gynnig arall arni ymhen ychydig funudau
trouble-unavailable = Ni allaf gyrraedd fy nghofnodion ar hyn o bryd. Nid oes dim a gadwyd wedi’i golli. Rhowch gynnig arall arni ymhen ychydig funudau.
trouble-unavailable-kept-title = Gall hyn gymryd ychydig funudau
trouble-unavailable-kept = Ni allaf gyrraedd fy nghofnodion ar hyn o bryd. Nid oes dim wedi’i golli: mae’r hyn a anfonoch gen i, a byddaf yn gweithio arno cyn gynted ag y gallaf. Os na fyddwch wedi clywed dim ar ôl deng munud, rhowch gynnig arall arni.

trouble-fault-title = Aeth rhywbeth o’i le ar fy ochr i
trouble-fault = Mae’n ddrwg gen i, weithiodd hynny ddim, ac nid eich bai chi oedd e. Nid oes dim wedi’i golli. Rhowch gynnig arall arni ymhen ychydig funudau; os digwydd eto, dyfynnwch { $reference } wrth ofyn am help.
trouble-fault-kept-title = Aeth rhywbeth o’i le ar fy ochr i
trouble-fault-kept = Mae’n ddrwg gen i, weithiodd hynny ddim, ac nid eich bai chi oedd e. Nid oes dim wedi’i golli: mae’r hyn a anfonoch gen i, a byddaf yn rhoi cynnig arall arni fy hun ymhen ychydig funudau. Os na chlywch ddim, dyfynnwch { $reference } wrth ofyn am help.

trouble-paced-title = Y naill ar ôl y llall
trouble-paced = Roedd hynny’n llawer ar unwaith. Nid oes dim wedi’i golli: mae’r cyfan gen i, ac rwy’n ateb y naill ar ôl y llall, un bob dwy eiliad. Nid oes angen anfon dim eto.
