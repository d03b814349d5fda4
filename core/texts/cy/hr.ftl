# What HR can do, and what others are told instead.

command-hr = Ar gyfer AD: ysgrifennu at bobl, hyfforddiant, cwestiynau, blaenoriaethau, a mwy.
command-hr-examples = hr, adnoddau dynol, hr darlledu, hr cydymffurfiaeth, hr meincnodau, hr cyrsiau, hr dilysu, hr sgiliau, hr cwestiynau, hr lles, hr curiad ymlaen misol, hr 360 @enw, hr sefydliad, hr sefydliad chwarter diwethaf, hr blaenoriaethau, hr aliniad, hr gwasanaeth, hr gwerthoedd, hr mewnforio, hr allforio, hr negeseuon, hr toriad, hr gosod
hr-title = Ar gyfer AD
hr-intro = Yr hyn rydych yn gofalu amdano ar ran y sefydliad cyfan.
hr-group-training = Pobl a hyfforddiant
hr-group-listening = Gwrando
hr-group-organisation = Y sefydliad
hr-priorities = Blaenoriaethau
hr-alignment = Beth sy’n gwasanaethu beth?
hr-refused-title = Mae hynny ar gyfer AD
hr-refused = Mae’r rhan hon o Milepost ar gyfer AD. Os dylai fod yn chi, gofynnwch i { $contact }.
