summary-span-title = Team summary
summary-span-unclear = I couldn’t read which stretch of time you mean. Say “team summary”, “team summary month”, “team summary last month”, “team summary quarter” or a month’s name; add “to channel” to post it there.
summary-posted-to-channel = The summary is on its way to the team’s channel.
span-week = week of { $date }
span-quarter = { $first } to { $last }
span-year = { $first } to { $last }
summary-this-week = This week
summary-this-month = This month
summary-this-quarter = This quarter
summary-this-year = This year
summary-nobody-due-week = Nobody was due to check in this week, so there is nothing to show yet.
summary-nobody-due-month = Nobody was due to check in during that month, so there is nothing to show.
summary-nobody-due-quarter = Nobody was due to check in during that quarter, so there is nothing to show.
summary-nobody-due-year = Nobody was due to check in during that year, so there is nothing to show.
summary-completion-check-ins = { $answered } of { $due } check-ins that were due were answered.
summary-partly-check-ins = { $count ->
    [one] One more was answered in part.
   *[other] { $count } more were answered in part.
  }
summary-one-person = Only one person is in this team, so what they answered stays between them and their line manager.
summary-confidence = Confidence
summary-confidence-now = { $now } of 5
summary-confidence-up = { $by } higher than in the four check-ins before
summary-confidence-down = { $by } lower than in the four check-ins before
summary-confidence-same = the same as in the four check-ins before
trend-towards = { $first } → { $newest } in { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
  }, towards the target
trend-away = { $first } → { $newest } in { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
  }, away from the target
trend-level = no nearer than { $weeks ->
    [one] 1 week
   *[other] { $weeks } weeks
  } ago
remover-person = they can remove it
remover-manager = the line manager can remove it
remover-another-team = another team can remove it
remover-outside = outside the organisation
summary-obstacle-people = { $count ->
    [one] 1 person
   *[other] { $count } people
  }
summary-obstacles-single = { $count ->
    [one] One more obstacle, which concerns single people, is with the line manager.
   *[other] { $count } more obstacles, which concern single people, are with the line manager.
  }
summary-obstacles-more = { $count ->
    [one] One more obstacle: ask “why” for the answers.
   *[other] { $count } more obstacles: ask “why” for the answers.
  }
summary-answers-more = { $count ->
    [one] One more answer: ask “why”.
   *[other] { $count } more answers: ask “why”.
  }
summary-outside = { $outside } of { $all } mentions of what is in the way were outside people’s control.
summary-notes-earlier = { $count ->
    [one] One earlier note is in the summary of its own week.
   *[other] { $count } earlier notes are in the summaries of their own weeks.
  }
summary-help = Help asked for
summary-late-action = Past its day: { $text } ({ $name }, { $date })
summary-training = Training
summary-training-held = { $held } of { $required } courses that must be held are held ({ $rate }), { $late ->
    [0] none is overdue
    [one] 1 is overdue
   *[other] { $late } are overdue
  }
summary-late-training = { $name }: { $course }, was due { $date }
summary-late-training-more = { $count ->
    [one] One more is overdue: say “team training”.
   *[other] { $count } more are overdue: say “team training”.
  }
summary-thanks = Thanks
summary-thanked = { $giver } to { $receiver }
summary-thanks-kept = { $count ->
    [one] One more thank-you stays with the person who got it.
   *[other] { $count } more thank-yous stay with the people who got them.
  }
summary-button-why = Why?
summary-button-who = Who?
summary-button-compare-week = Compare with last week
summary-button-compare-month = Compare with last month
summary-button-compare-quarter = Compare with last quarter
summary-button-compare-year = Compare with last year
summary-ask-back-channel = Or mention me here with “why” or “compare with last quarter”; only you read the answer.
summary-ask-back = Or answer with “why”, “who” or “compare with last quarter”.

attention-title = Worth your attention
attention-silence = Nobody has answered yet, so there is nothing to judge by.
attention-none = Nothing stands out. No obstacle is shared, nobody waits for help, nothing is off track or slipping, and no training or agreed action is overdue.
attention-none-shared = Nothing stands out that concerns several of the team.
attention-more = { $count } more
attention-obstacle = { $people } people met the same obstacle ({ $theme })
attention-obstacle-named = { $said }: “{ $text }”
attention-obstacle-weeks = { $said }, in { $weeks } weeks
attention-help = { $people ->
    [one] One person asked for help: “{ $text }”
   *[other] { $people } people asked for help, first of all: “{ $text }”
  }
attention-off-track = { $objectives ->
    [one] { $titles } is off track{ $others ->
        [yes] {" "}as well
       *[no] {""}
      }
   *[other] { $objectives } { $others ->
        [yes] other objectives
       *[no] objectives
      } are off track: { $titles }
  }{ $weeks ->
    [0] {""}
    [one] {""}
   *[other] , for up to { $weeks } check-ins running
  }
attention-off-track-channel = { $objectives ->
    [one] { $others ->
        [yes] One other objective
       *[no] One objective
      } is off track
   *[other] { $objectives } { $others ->
        [yes] other objectives
       *[no] objectives
      } are off track
  }
attention-slipping = { $objectives ->
    [one] { $titles } is moving away from its target, though nobody calls it off track
   *[other] { $objectives } objectives move away from their targets, though nobody calls them off track: { $titles }
  }
attention-slipping-channel = { $objectives ->
    [one] One objective is moving away from its target
   *[other] { $objectives } objectives are moving away from their targets
  }
attention-confidence = Confidence fell from { $before } to { $now } of 5; { $people ->
    [one] for one person
   *[other] for { $people } people
  } by a point or more
attention-training = { $courses ->
    [one] One course is overdue: { $names }
   *[other] { $courses } courses are overdue: { $names }
  }
attention-actions = { $actions ->
    [one] One agreed action is past its day: “{ $text }”
   *[other] { $actions } agreed actions are past their day, first of all: “{ $text }”
  }
attention-participation = { $answered } of { $due } check-ins were answered ({ $rate }), against { $usual } in the four check-ins before
attention-do-person = { $items ->
    [one] Those who met it can remove it: ask what would help them to.
   *[other] Those who met these can remove them: ask what would help them to.
  }
attention-do-manager = { $items ->
    [one] The line manager can remove it: decide, or say by when.
   *[other] The line manager can remove these: decide, or say by when.
  }
attention-do-another-team = { $items ->
    [one] Another team can remove it: ask them for a date, and tell those who wait.
   *[other] Another team can remove these: ask for dates, and tell those who wait.
  }
attention-do-outside = { $items ->
    [one] Nobody here can remove it: agree what goes on without it, or move the date.
   *[other] Nobody here can remove these: agree what goes on without them, or move the dates.
  }
attention-do-help = Answer each of them, even if the answer is not yet.
attention-do-off-track = Ask each owner what would bring it back, or agree another target or date.
attention-do-slipping = Look at the figures together before the target is out of reach.
attention-do-confidence = Ask what changed at the next one-to-one.
attention-do-training = Agree a day for each, or find out what keeps them from it.
attention-do-actions = Do it, agree another day, or drop it.
attention-do-participation = Find out whether the day, the time or the questions get in the way.

ask-why-title = Why: { $team }, { $span }
ask-why-rules = Chosen by fixed rules, by how many people each concerns; nobody is ranked.
ask-why-none = Nothing stood out, so there is nothing to explain. { $answered } of { $due } check-ins were answered.
ask-why-others = { $count ->
    [one] One answer behind this is for its writer and their line manager.
   *[other] { $count } answers behind this are for their writers and their line managers.
  }
ask-why-answer = { $name }, { $about } · { $date }
ask-why-answer-undated = { $name }, { $about }
ask-why-silent = { $name } has not answered
ask-why-all = Other obstacles
ask-who-title = Who: { $team }, { $span }
ask-who-line = { $about }: { $names }
ask-who-none = Nothing stood out, so there is nobody to name.
ask-who-silent = Not heard from
ask-who-refused-title = That stays with the line manager
ask-who-refused = Who is behind a summary is for the team’s line manager only, so that everyone can answer openly. “why” and “compare with last month” are for everyone in the team.
ask-refused-title = I can’t show that
ask-refused = That summary is for the team it is about and its line manager. If you should see it, please ask { $contact }.
ask-which-title = Which summary?
ask-which = I don’t know which summary you mean. Say “team summary” first, or tap a button under the summary.
ask-compare-title = { $team }: { $now } and { $before }
ask-compare-figure = Figure
ask-compare-none = Nobody was due to check in { $before }, so there is nothing to compare with.
ask-compare-when = in { $span }
ask-compare-unclear = Compare with what? Say for example “compare with last week”, “last month”, “last quarter” or “last year”.
ask-compare-title-unclear = Compare the summary
ask-compare-answered = Check-ins answered
ask-compare-confidence = Confidence, of 5
ask-compare-on-track = Objectives on track
ask-compare-off-track = Objectives off track
ask-compare-percent = Average way to the target
ask-compare-obstacles = Different obstacles
ask-compare-outside = Mentions outside people’s control
ask-compare-wins = Targets reached
ask-compare-thanks = Thanks shared
ask-compare-change = Change
ask-compare-real = { $figure }: this is more than the usual ups and downs.
ask-compare-unlike = { $now } has { $asked ->
    [one] 1 check-in
   *[other] { $asked } check-ins
  } behind it, { $before } has { $earlier }: of what is counted, compare shares rather than numbers.
ask-compare-short = Some weeks of this stretch are still to come.

team-set-how =
    In one go:
    “team set summary Friday 15:00”: when it is posted
    “team set summary weekly” or “monthly”: how often
    “team set summary to channel”, “to me” or “to both”: who gets it
    “team set summary hide objectives” or “show objectives”: what the channel sees
    “team set channel”, typed in the channel: where it goes
team-set-unclear = I couldn’t read a day and time or one of the settings in that, so nothing was changed. Say for example “team set summary Friday 15:00”, “team set summary monthly”, “team set summary to me” or “team set summary hide obstacles”.
team-set-now = { $every ->
    [month] The summary comes monthly, on the first { $weekday } of the month at { $time }, about the month before.
   *[week] The summary comes weekly, on { $weekday } at { $time }.
  }
team-set-to-both = It goes to the channel and to you.
team-set-to-channel = It goes to the channel only; you can always ask for yours with “team summary”.
team-set-to-lead = It goes to you only.
team-set-no-channel = The team has no channel yet, so nothing is posted: say “team set channel” in one.
team-set-shows = The channel shows: { $sections }.
team-set-shows-all = The channel shows everything that a team may read.
team-set-shows-nothing = The channel shows nothing but the title.
team-set-unknown-section = I don’t know the part “{ $said }”. The parts are: { $sections }. Nothing was changed.
section-attention = what is worth attention
section-participation = participation
section-objectives = objectives
section-obstacles = obstacles
section-training = training
section-service = service users’ feedback
section-wins = wins
section-thanks = thanks
section-notes = notes
