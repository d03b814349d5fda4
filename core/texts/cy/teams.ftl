# Yr hyn sydd ei angen ar gyfer Teams yn unig.

teams-choose = Dewiswch un
teams-look-up = Teipiwch enw neu ychydig eiriau
teams-needed = Llenwch hwn, os gwelwch yn dda.
teams-more-elsewhere = Mae mwy nag sy’n ffitio mewn un neges. Teipiwch y gorchymyn eto gydag enw i weld y gweddill.
teams-form-goes-on = Daw’r gweddill ar ôl i chi anfon y rhan hon.
teams-form-sent-title = Anfonwyd
teams-form-sent = Diolch, mae hynny wedi’i gadw.
teams-form-closed-title = Wedi cau
teams-form-closed = Ni anfonwyd dim. Dywedwch y gorchymyn neu tapiwch y botwm eto pryd bynnag y mynnwch.
teams-answered-in-private = Rwyf wedi ateb yn ein sgwrs ni, lle mai dim ond chi sy’n darllen.
teams-ask-in-private = Rwy’n ateb hynny’n breifat: agorwch sgwrs â mi a’i ddweud yno, os gwelwch yn dda.

teams-unavailable-title = Rhowch gynnig arall arni ymhen ychydig funudau
teams-unavailable = Ni allaf gyrraedd fy nghofnodion ar hyn o bryd. Does dim a gadwyd wedi’i golli; ni dderbyniwyd yr hyn rydych newydd ei anfon, felly anfonwch ef eto ymhen ychydig funudau.

teams-found-nothing = Does dim o’ch pethau chi yn cyfateb i hynny. Rhowch gynnig ar lai o eiriau, neu gadewch y blwch yn wag i weld popeth.
teams-nothing-to-do = Does dim y gallaf ei wneud â’r neges hon.
teams-still-working = Rwy’n dal i weithio ar hynny. Daw’r ateb yn ein sgwrs ni.
