# Yr hyn sy’n angenrheidiol oherwydd ffyrdd Slack ei hun.

slack-more-elsewhere = Mae mwy nag y gall un neges ei ddal. Agorwch dab Hafan Milepost, neu teipiwch y gorchymyn eto gydag enw, i weld y gweddill.

slack-unavailable-title = Rhowch gynnig arall arni ymhen ychydig funudau
slack-unavailable = Ni allaf gyrraedd fy nghofnodion ar hyn o bryd. Nid oes dim a gadwyd wedi’i golli; ni dderbyniwyd yr hyn rydych newydd ei anfon, felly anfonwch ef unwaith eto ymhen ychydig funudau.

slack-form-not-sent = Ni allaf gyrraedd fy nghofnodion ar hyn o bryd. Mae’r hyn a deipioch yn dal yma: anfonwch ef eto ymhen ychydig funudau.
slack-form-slow = Mae hyn yn cymryd mwy o amser nag y dylai. Mae’r hyn a deipioch yn dal yma: anfonwch ef eto ymhen eiliad.

slack-form-late-title = Nid agorodd y ffurflen
slack-form-late = Mae Slack yn rhoi tair eiliad imi agor ffurflen, a chymerodd hyn fwy o amser. Tapiwch y botwm neu anfonwch y gorchymyn eto.

slack-form-needs-button-title = Mae ffurflenni’n agor o fotwm
slack-form-needs-button = Dim ond pan fyddwch yn tapio botwm neu’n defnyddio gorchymyn sy’n dechrau â slaes, fel /checkin, y mae Slack yn gadael imi agor ffurflen.

slack-command-description = Popeth mae Milepost yn ei wneud: dywedwch beth sydd ei angen arnoch.
slack-hint-checkin = [wythnos nesaf]
slack-hint-objectives = [ychwanegu]
slack-hint-team = [hwyr | @enw | crynodeb | gosod]

slack-shortcut-start-check-in = Dechrau gwirio
slack-shortcut-start-check-in-description = Ateb cwestiynau’r wythnos hon nawr.
slack-shortcut-give-feedback = Rhoi adborth
slack-shortcut-give-feedback-description = Dywedwch wrth gydweithiwr beth wnaeth yn dda, neu beth fyddai’n helpu.
slack-shortcut-recognise-message = Cydnabod hyn
slack-shortcut-recognise-message-description = Diolch i’r sawl a ysgrifennodd y neges hon.
slack-shortcut-add-evidence = Ychwanegu’n dystiolaeth
slack-shortcut-add-evidence-description = Cadw’r neges hon fel tystiolaeth ar gyfer un o’ch amcanion.
