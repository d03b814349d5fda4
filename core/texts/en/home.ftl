# The home surface, beside what other cards say too.

home-first = Start here: say in one sentence what you want to achieve, and I’ll help with the rest. It takes two minutes.
home-first-button = Set my first objective
home-page = Page { $page } of { $pages }
home-previous = Previous
home-next = Next
home-objectives-see = See my objectives
home-thanks-title = Thanks you received
home-thanks-see = See all thanks
home-team-title = Team at a glance
home-team-fine = Nobody is overdue or away, and nothing is off track.
home-organisation-title = The organisation
home-organisation = What objectives serve, and what nobody works towards yet.
home-alignment = See alignment
home-priorities = See priorities
