# What HR can do, and what others are told instead.

command-hr = Ar gyfer AD: ysgrifennu at bobl, hyfforddiant, cwestiynau, blaenoriaethau, a mwy.
command-hr-examples = hr, adnoddau dynol
command-hr-write = Ysgrifennu at bobl, a gweld beth gyrhaeddodd.
command-hr-write-examples = hr darlledu, hr darllediadau, hr negeseuon, hr terfyn 4
command-hr-training = Hyfforddiant a sgiliau: pwy ddylai fod â beth, a phwy sydd hebddo.
command-hr-training-examples = hr cydymffurfiaeth, hr cyrsiau, hr dilysu, hr sgiliau
command-hr-listen = Beth a ofynnir i bobl a beth maent yn ei ddweud, a pha mor bell yw’r adolygiadau.
command-hr-listen-examples = hr adolygiadau, hr 360 @enw, hr cwestiynau, hr curiad ymlaen misol, hr lles, hr gwasanaeth
command-hr-organisation = Beth sy’n haeddu sylw, blaenoriaethau a sut mae timau’n cymharu, ffeiliau i mewn ac allan, a sut mae Milepost wedi’i osod.
command-hr-organisation-examples = hr sefydliad, hr sefydliad chwarter diwethaf, hr blaenoriaethau, hr aliniad, hr meincnodau, hr gwerthoedd, hr mewnforio, hr allforio, hr gosod, hr toriad, hr preifatrwydd
hr-title = Ar gyfer AD
hr-intro = Yr hyn rydych yn gofalu amdano ar ran y sefydliad cyfan.
hr-group-training = Pobl a hyfforddiant
hr-group-listening = Gwrando
hr-group-organisation = Y sefydliad
hr-priorities = Blaenoriaethau
hr-alignment = Beth sy’n gwasanaethu beth?
hr-refused-title = Mae hynny ar gyfer AD
hr-refused = Mae’r rhan hon o Milepost ar gyfer AD. Os dylai fod yn chi, gofynnwch i { $contact }.
