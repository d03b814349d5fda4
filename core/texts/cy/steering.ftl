# Geiriau sy’n llywio sgwrs, fel yr awgrymir eu teipio.

steering-later = wedyn
steering-stop = stopio
steering-help = cymorth
