team-title = My team this week
team-of = { $name }’s team
team-checked-in = { $due ->
    [0] No check-in is due just now.
   *[other] { $answered } of { $due } who are due have checked in.
  }
team-column-name = Name
team-column-check-in = Check-in
team-column-objectives = Objectives
team-no-objectives = none set
team-needing-attention = { $count ->
    [one] 1 needs attention
   *[other] { $count } need attention
  }
team-all-on-track = all on track
team-stuck-title = At risk or off track
team-stuck = { $name }: { $title } ({ $status })
team-outside-control = Partly outside their control
team-show-overdue = Who is overdue?
team-show-summary = Show the summary
team-overdue-title = Still to answer
team-overdue-none = Everyone who is due has answered. Nobody needs a reminder.
team-overdue-line = { $name }: { $standing }
team-overdue-reminded = { $name }: { $standing }; reminded { $at }
team-remind = Remind { $name }
team-remind-all = Remind everyone listed
team-remind-once = One reminder a week at most, so that it stays kind.
team-reminded-title = Reminder on its way
team-reminded = { $count ->
    [one] { $names } will get one kind reminder.
   *[other] { $names } will each get one kind reminder.
  }
team-reminded-none-title = No reminder sent
team-reminded-none = They have answered meanwhile, or were reminded already. Nobody gets a second one in a week.
team-refused-title = I can’t show that
team-refused = I can only show the check-ins of people who report to you directly. If someone is missing from your team, please ask { $contact }.
team-no-reports-title = No team to show
team-no-reports = Nobody reports to you in Milepost, so there is no team to show. If someone should, please ask { $contact }.
team-which-title = Whom do you mean?
team-which = More than one of your reports fits: { $names }. Please type the full name.
team-set-title = Team settings
team-set-channel-where = Please say that in the channel where the summary should go: here only you and I read. Nothing was changed.
team-set-summary = Done. The next team summary comes on { $at }.
team-set-channel = Done. The team summary will be posted here, and to you.

standing-answered = answered
standing-partly = partly answered
standing-waiting = still to answer
standing-overdue = overdue
standing-missed = not answered
standing-away = away
standing-away-until = away until { $date }
standing-not-due = not due
standing-late = { $standing }, late

summary-title = { $team }: { $span }
summary-edited = Edited: answers changed after this was first posted.
summary-completion = { $answered } of { $due } who were due have checked in.
summary-partly = { $count ->
    [one] One more has answered in part.
   *[other] { $count } more have answered in part.
  }
summary-last-four = Four check-ins before
summary-organisation = Whole organisation
summary-no-figure = no figure
summary-chart-title = Check-ins completed, by week
summary-chart-alt = Check-ins completed in { $team } over { $weeks } weeks: from { $first } to { $now } this week, with { $organisation } in all of the organisation.
summary-objectives = Objectives
summary-blockers = What is in the way
summary-blockers-more = What else is in the way
summary-wins = Wins
summary-win = { $name } reached the target of “{ $title }”: { $figures }.
summary-notes = Notes
summary-note-private = { $name }, for you only

theme-systems = IT and systems
theme-staffing = Staffing
theme-decisions = Waiting for decisions
theme-suppliers = Suppliers and contractors
theme-money = Money
theme-demand = Demand and workload
theme-data = Data and records
theme-premises = Premises, vehicles and weather
theme-other = Other
