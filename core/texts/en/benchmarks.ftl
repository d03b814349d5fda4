# How a team compares: with its own past, with other teams, and with figures from outside.

benchmarks-title = Benchmarks
benchmarks-title-of = Benchmarks: { $team }
benchmarks-title-measure = { $measure }: { $team }
measure-participation = Participation
measure-on-track = Objectives on track
measure-progress = Progress to targets
measure-confidence = Confidence
measure-training = Training held
measure-satisfaction = Service users’ satisfaction
measure-outside-control = Blockers outside control
measure-what-participation = Check-ins that were answered, of those that were due.
measure-what-on-track = Objectives that their owners call on track, of those with a status.
measure-what-progress = How far objectives are on the way to their targets, on average.
measure-what-confidence = How sure people are to reach their objectives, from 1 to 5, on average.
measure-what-training = Courses held, of those that a rule asks for.
measure-what-satisfaction = The average of what service users said, on the scale that they were asked on.
measure-what-outside-control = Updates that name something outside one’s control in the way, of all updates with a status. Lower is better.

# What a series says. The measure comes first, then what is true of it.
verdict-week = week of { $day }
verdict-none = { $measure }: no figure yet.
verdict-none-participation = The first one comes once a check-in that was asked is over.
verdict-none-objectives = The first one comes once a check-in is over in which someone said how an objective stands.
verdict-none-training = No course is asked of this team. HR sets who must hold what with “hr courses”.
verdict-none-satisfaction = Service users’ answers come by file or from a survey tool; “hr service” says how.
verdict-few = { $measure }: { $value } ({ $when }). Six figures are needed to tell change from chance; there { $count ->
    [one] is 1
   *[other] are { $count }
  } so far.
verdict-rises = { $measure }: { $value } ({ $when }). It is meant to rise through the year, so it has no usual range.
verdict-risen = { $way ->
    [same] the same as on { $since }
    [up] { $points ->
        [one] up 1 percentage point since { $since }
       *[other] up { $points } percentage points since { $since }
      }
   *[down] { $points ->
        [one] down 1 percentage point since { $since }
       *[other] down { $points } percentage points since { $since }
      }
  }
verdict-usual = { $measure }: { $value } ({ $when }), as usual. Its usual range is { $lower } to { $upper }.
verdict-flat = { $measure }: { $value } ({ $when }), the same each time.
verdict-outside = { $measure }: { $value } ({ $when }), { $way ->
    [up] above
   *[down] below
  } its usual range of { $lower } to { $upper }.
verdict-trend = { $measure }: { $value } ({ $when }), { $way ->
    [up] up
   *[down] down
  } each time since { $since }, from { $from }.
verdict-shift = { $measure }: { $value } ({ $when }), { $way ->
    [up] above
   *[down] below
  } its average of { $mean } for { $count } figures in a row, since { $since }.
verdict-near-limit = { $measure }: { $value } ({ $when }), near the { $way ->
    [up] top
   *[down] bottom
  } of its usual range of { $lower } to { $upper } twice in the last three.
verdict-is-improvement = A real change for the better, not chance.
verdict-is-concern = A real change for the worse, not chance.
verdict-is-change = A real change, not chance.
verdict-may-be-improvement = It may be a change for the better. The range rests on { $count } figures so far, and it takes twelve to be sure.
verdict-may-be-concern = It may be a change for the worse. The range rests on { $count } figures so far, and it takes twelve to be sure.
verdict-may-be-change = It may be a change. The range rests on { $count } figures so far, and it takes twelve to be sure.
verdict-provisional = The range is provisional: it rests on { $count } figures, and twelve make it firm.
verdict-cut = The scale was changed: only figures since { $day } are counted.
verdict-silent = { $count ->
    [one] One period has no figure and is left out.
   *[other] { $count } periods have no figure and are left out.
  }
verdict-withheld = Figures of fewer than five people’s answers are left out here; their line manager sees them.
verdict-short-none = no figure yet
verdict-short-few = too early to say
verdict-short-common = as usual
verdict-short-improvement = better than usual
verdict-short-concern = worse than usual
verdict-short-change = not as usual
verdict-short-maybe-improvement = perhaps better than usual
verdict-short-maybe-concern = perhaps worse than usual
verdict-short-maybe-change = perhaps not as usual
verdict-short = { $value } · { $verdict }

verdict-passes = With the range as it is, the target of { $target } is met every time, whatever chance brings.
verdict-fails = With the range as it is, the target of { $target } will not be met, whatever chance brings. It takes a change in how things are done.
verdict-hit-or-miss = With the range as it is, the target of { $target } is met at times and missed at times, by chance alone.

verdict-do-participation = Ask the team what changed around { $day }, and make the check-in shorter or move it before you remind anyone.
verdict-do-on-track = Look at what changed around { $day }: one cause for several objectives is worth more than a talk about each.
verdict-do-progress = Look at what changed around { $day }, and whether the targets still fit the time that is left.
verdict-do-confidence = Ask what makes people less sure since { $day }, before the figures follow.
verdict-do-training = See who lacks what with “team training”, and give people time for it.
verdict-do-satisfaction = Read what service users wrote since { $day } in the team summary, and agree one thing to change.
verdict-do-outside-control = Take what is in the way up the line: it is outside your people’s control, and reminding them will not move it.
verdict-do-improvement = Find out what changed around { $day }, and keep it.
verdict-do-common = No single figure here needs explaining. To move the level, change how the work is done and watch for a run of seven.

# The chart.
verdict-chart-mean = Average { $value }
verdict-chart-limits = Usual range
verdict-chart-target = Target { $value }
verdict-mark-usual = usual
verdict-mark-better = real change, better
verdict-mark-worse = real change, worse
verdict-mark-change = real change
verdict-mark-maybe-better = perhaps better
verdict-mark-maybe-worse = perhaps worse
verdict-mark-maybe-change = perhaps a change
verdict-alt = { $verdict } Average { $mean }. The line goes from { $first } on { $from } to { $last } on { $to }.
verdict-alt-plain = { $verdict } The line goes from { $first } on { $from } to { $last } on { $to }.

# Beside others.
benchmarks-lately = Last 12 weeks
benchmarks-range = Usual range
benchmarks-range-value = { $lower } to { $upper }
benchmarks-average = Average
benchmarks-others = Other teams here
benchmarks-target = Your target
benchmarks-target-value = { $value } ({ $period }). Source: { $source }
benchmarks-quarter = { $quarter ->
    [best] in the best quarter of { $teams } teams
    [upper] in the second-best quarter of { $teams } teams
    [lower] in the second-weakest quarter of { $teams } teams
   *[last] in the weakest quarter of { $teams } teams
  }
benchmarks-close = the teams lie so close together that the place says little
benchmarks-alone-small-team = not compared: it rests on fewer than five people of this team
benchmarks-alone-few-teams = not compared: fewer than five teams of five people or more have a figure
benchmarks-alone-no-figure = not compared: there is no figure of this team yet
benchmarks-outside = Figures from outside
benchmarks-outside-none = No outside figures are known yet. HR brings them in as a file: “hr import” names the columns.
benchmarks-outside-line = { $measure }: { $value } in { $period }, { $scope }. This team: { $own } ({ $same ->
    [yes] same period
   *[no] last 12 weeks
  }), { $gap }.
benchmarks-outside-without = { $measure }: { $value } in { $period }, { $scope }. This team has no figure yet.
benchmarks-outside-scale = { $measure }: { $value } in { $period }, { $scope }. On another scale than this team’s figures, so not compared.
benchmarks-outside-source = Source: { $source }
benchmarks-outside-missing = Nothing of this team is known for { $months }.
benchmarks-gap-points = { $count ->
    [0] level with it
    [one] 1 percentage point { $way ->
        [up] above
       *[down] below
      }
   *[other] { $count } percentage points { $way ->
        [up] above
       *[down] below
      }
  }
benchmarks-gap = { $by } { $way ->
    [up] above
   *[down] below
  }
benchmarks-gap-level = level with it
benchmarks-more = { $count ->
    [one] One more figure is shown with its measure.
   *[other] { $count } more figures are shown with their measures.
  }

# What makes a comparison unfair.
benchmarks-fair = Before you compare
benchmarks-fair-nobody = Nobody is in this team at present.
benchmarks-fair-alone = One person is in this team: what is shown is that person’s, and no team’s.
benchmarks-fair-small = This team has { $count } people. One answer more or less moves participation by { $points } percentage points.
benchmarks-fair-part-time = { $count } of { $members } work part-time; a week has fewer days for them to answer in.
benchmarks-fair-missing = { $rate } of check-ins were answered in the last 12 weeks. What is said of objectives is theirs alone.
benchmarks-how = The usual range comes from the first twelve figures looked at. It is their average, and 2.66 times the average step from one to the next on either side, as in NHS England’s Making Data Count. Weeks that are not over do not count. No other team’s figure is shown to anyone.
benchmarks-all = All measures
benchmarks-show = { $measure }

benchmarks-no-team = You are not down as the lead of a team, so there is none to compare. HR sets who reports to whom in the file of people; “hr setup” is where.
benchmarks-teams-intro = Choose a team, or say “hr benchmarks” with its name.
benchmarks-teams-none = No teams are known yet. They come with the file of people.
benchmarks-teams-more = More teams are found by name: “hr benchmarks Housing repairs”.
benchmarks-known = Figures that are known
benchmarks-known-none = None yet. Send a CSV or Excel file here with the columns measure, scope, period, value and source; “hr import” tells more.
benchmarks-known-line = { $measure }: { $value }, { $scope }, { $period }. Source: { $source }
benchmarks-known-more = { $count ->
    [one] One more is known.
   *[other] { $count } more are known.
  }
benchmarks-unknown-team = I know no team “{ $said }”.
benchmarks-unknown-measure = “{ $said }” is no measure that teams are compared by. Here are those that are.
period-financial-year = { $year }
period-year = { $year }
period-financial-quarter = quarter { $quarter } of { $year }
period-quarter = quarter { $quarter } of { $year }
scope-target = your target
