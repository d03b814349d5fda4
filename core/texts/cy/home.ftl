# Yr hafan, ar wahân i’r hyn y mae cardiau eraill yn ei ddweud hefyd.

home-first = Dechreuwch yma: dywedwch mewn un frawddeg beth rydych am ei gyflawni, ac fe helpaf gyda’r gweddill. Mae’n cymryd dwy funud.
home-first-button = Gosod fy amcan cyntaf
home-page = Tudalen { $page } o { $pages }
home-previous = Blaenorol
home-next = Nesaf
home-objectives-see = Gweld fy amcanion
home-thanks-title = Diolch a gawsoch
home-thanks-see = Gweld pob diolch
home-team-title = Y tîm ar un olwg
home-team-fine = Does neb yn hwyr nac i ffwrdd, a does dim oddi ar y trywydd.
home-organisation-title = Y sefydliad
home-organisation = Beth mae amcanion yn ei wasanaethu, a beth nad oes neb yn gweithio tuag ato eto.
home-alignment = Gweld yr aliniad
home-priorities = Gweld y blaenoriaethau
