### What is said when people or channels can no longer be written to.

channel-lost-title = Mae crynodeb y tîm wedi colli ei sianel
channel-lost = Cefais fy nhynnu o’r sianel lle roeddwn yn postio crynodeb { $team }, neu cafodd y sianel ei dileu. O hyn ymlaen daw’r crynodeb atoch chi’n unig. I’w bostio mewn sianel eto, ychwanegwch fi at y tîm yno a dweud “tîm gosod sianel” yn y sianel honno.
