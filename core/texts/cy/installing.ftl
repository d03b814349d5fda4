# Gosod Milepost mewn man gwaith: y tudalennau mae porwr yn eu dangos, a’r hyn a ddywedir wrth weinyddwyr.

install-title = Ychwanegu Milepost at Slack
install-what = Unwaith yr wythnos mae Milepost yn gofyn i bawb am eu hamcanion, mewn munud, lle maen nhw eisoes. I’w ychwanegu, rydych yn dewis eich man gwaith yn Slack ac yn edrych ar yr hyn y caiff ei wneud yno.
install-who = Mae angen caniatâd arnoch i ychwanegu apiau at eich man gwaith. Os nad yw gennych, bydd Slack yn anfon eich cais ymlaen at rywun sydd â chaniatâd.
install-button = Dewis man gwaith yn Slack

installed-title = Mae Milepost yn eich man gwaith
installed-what = Mae Milepost bellach yn gweithio yn { $workspace } ac wedi’ch cyfarch yno, os yw’n eich adnabod.
installed-next = Gallwch gau’r dudalen hon.
installed-open = Agor Milepost yn Slack

install-cancelled-title = Ni ychwanegwyd dim
install-cancelled-what = Fe wnaethoch stopio cyn i Milepost gael ei ychwanegu. Nid oes dim wedi newid yn eich man gwaith.

install-expired-title = Mae’r dudalen hon yn rhy hen i fynd ymlaen ohoni
install-expired-what = Er diogelwch, rhaid gorffen ychwanegu Milepost o fewn deng munud, yn y porwr lle dechreuwyd, a dim ond unwaith. Ni ychwanegwyd dim. Dechreuwch eto.

install-failed-title = Ni weithiodd hynny
install-failed-what = Ni ellid ychwanegu Milepost ar hyn o bryd. Nid oes dim wedi torri, ac nid ydych wedi gwneud dim o’i le. Dechreuwch eto ymhen ychydig funudau.

install-again = Dechrau eto

installation-ended-title = Tynnwyd Milepost o { $workspace }
installation-ended-what = Ni all ysgrifennu at neb yn y man gwaith Slack hwnnw bellach. Cedwir popeth mae pobl wedi’i ddweud wrtho.
installation-ended-how = Os nad dyna oedd y bwriad, gall rhywun sydd â chaniatâd i ychwanegu apiau at y man gwaith ychwanegu Milepost eto; bydd yn mynd ymlaen o’r lle y gadawodd.

slack-not-installed = Nid yw Milepost wedi’i osod yn y man gwaith hwn bellach. Gofynnwch i bwy bynnag sy’n gofalu am eich apiau Slack ei ychwanegu eto.
