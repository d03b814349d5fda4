# How much of the training that is asked for is held, and what is overdue.

compliance-title = Training compliance
compliance-title-of = Training compliance: { $name }
compliance-now = { $rate } of the training that is asked for is held: { $held } of { $required }.
compliance-nothing = No course is asked of anyone here. Say “hr courses” to see the courses, and who must do which.
compliance-since = { $change ->
    [up] Up from { $rate } on { $day }.
    [down] Down from { $rate } on { $day }.
   *[same] As on { $day }.
  }
compliance-overdue = Overdue
compliance-lacking = Not held
compliance-soon = Runs out in 60 days
compliance-waiting = Waits for HR
compliance-held = Held
compliance-rate = { $rate } ({ $held } of { $required })
compliance-people = { $count ->
    [one] 1 person
   *[other] { $count } people
  }
compliance-small = { $name } ({ $people })
compliance-by-course = By course
compliance-by-team = By team
compliance-by-role = By job title
compliance-column-course = Course
compliance-column-team = Team
compliance-column-role = Job title
compliance-no-team = no team
compliance-no-role = no job title
compliance-more = { $count ->
    [one] One more is in the file.
   *[other] { $count } more are in the file.
  }
compliance-away = { $count ->
    [one] 1 away for long, not counted.
   *[other] { $count } away for long, not counted.
  }
compliance-how = Counted is each course that a rule asks of someone, and each mandatory one that they hold or held. Who has not started yet, has left, or is away for four weeks or more is not counted. Of earlier months, the completions and rules of that day count.
compliance-hint = Say “hr compliance” with a course, team or job title to see only that.
compliance-chart-title = Training held, at each month’s end
compliance-chart-alt = Share of the training asked for that was held, { $name }: { $first } on { $from }, { $now } on { $to }.
compliance-everyone = everyone
compliance-show-overdue = Overdue list
compliance-export = Export
compliance-unknown = I know no course, team or job title “{ $said }”.
compliance-near = Did you mean one of these?
compliance-unknown-how = Say “hr compliance” alone to see them all.
compliance-back = Training compliance
overdue-title = Overdue training
overdue-title-of = Overdue training: { $name }
overdue-none = Nothing is overdue.
overdue-intro = { $count ->
    [one] One is overdue.
   *[other] { $count } are overdue, the longest first.
  }
overdue-person = Name
overdue-course = Course
overdue-since = Since
overdue-manager = Line manager
overdue-no-manager = nobody
overdue-more = { $count ->
    [one] One more is in the file.
   *[other] { $count } more are in the file.
  }
team-training-title = Training in your team
team-training-all = Everyone in your team has what they must hold, and nothing runs out in the next 60 days.
team-training-fine = { $count ->
    [one] One more has nothing to do.
   *[other] { $count } more have nothing to do.
  }
team-training-nobody = Nobody reports to you here.
team-training-how = Everyone is reminded themselves. Say “training @name” to see all that someone completed.
