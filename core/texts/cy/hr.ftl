# What HR can do, and what others are told instead.

command-hr = Ar gyfer AD: blaenoriaethau, a’r hyn y gofelir amdano ar ran pawb.
command-hr-examples = adnoddau dynol, hr darlledu, hr blaenoriaethau ychwanegu, hr aliniad, hr cwestiynau, hr lles, hr cyrsiau, hr dilysu, hr curiad ymlaen misol, hr gwasanaeth, hr gwerthoedd, hr 360 @enw, hr gosod
hr-title = Ar gyfer AD
hr-intro = Yr hyn rydych yn gofalu amdano ar ran y sefydliad cyfan.
hr-priorities = Blaenoriaethau
hr-alignment = Beth sy’n gwasanaethu beth?
hr-refused-title = Mae hynny ar gyfer AD
hr-refused = Mae’r rhan hon o Milepost ar gyfer AD. Os dylai fod yn chi, gofynnwch i { $contact }.
