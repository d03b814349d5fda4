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
teams-still-working = Rwy’n dal i weithio ar hynny. Bydd y canlyniad yn ein sgwrs ni.

# Pecyn yr ap.
teams-app-name = Milepost: gwiriadau am eich amcanion
teams-app-short = Gwiriadau wythnosol am eich amcanion, mewn munud.
teams-app-full = Unwaith yr wythnos mae Milepost yn gofyn i bob person am eu hamcanion: ble mae’n sefyll nawr, ydy e ar y trywydd iawn, beth sydd yn y ffordd? Mae’n cymryd tua munud, mewn un ffurflen neu gwestiwn wrth gwestiwn. Mae rheolwyr llinell yn gweld pwy sy’n sownd a pham. Mae’r tîm yn cael crynodeb y gall weithredu arno. Yn Gymraeg ac yn Saesneg.
teams-word-checkin = gwirio
teams-word-objectives = amcanion
teams-word-actions = camau
teams-word-kudos = canmol
teams-word-feedback = adborth
teams-word-training = hyfforddiant
teams-word-team = tîm
teams-word-away = i ffwrdd
teams-word-settings = gosodiadau
teams-word-help = cymorth

teams-extension-search = Chwilio amcanion
teams-extension-search-description = Rhoi un o’ch amcanion mewn neges.
teams-extension-words = Amcan
teams-extension-words-description = Ychydig eiriau o’i deitl.
teams-extension-recognise = Cydnabod hyn
teams-extension-recognise-description = Diolch i’r sawl a ysgrifennodd y neges hon.
teams-extension-evidence = Ychwanegu’n dystiolaeth
teams-extension-evidence-description = Cadw’r neges hon fel tystiolaeth ar gyfer un o’ch amcanion.
