# Looking after objectives that exist: their pages, changes, weights, milestones, owners, pauses, endings, hand-overs.

reads-objective = Seen by whoever owns the objective, and by their line manager.
reads-hand-over = Read by whoever takes over, and by the line managers of both of you.

objectives-open-how = Say “objectives 1”, or tap one, to see it whole or change it.
objectives-closed-button = Closed ones
objectives-closed-title = My closed objectives
objectives-closed-title-of = Closed objectives of { $name }
objectives-closed-none = Nothing has been closed yet.
objectives-overall = All together
objectives-overall-caption = { $percent } of the way over { $count } objectives
objectives-overall-weighted = { $percent } of the way over { $count } objectives, each by its weight

objective-refused-title = I can’t show that
objective-refused = I can only show objectives that you own or share, and those of people who report to you directly. Nothing was changed. If someone is missing from your team, please ask { $contact }.
objective-which-title = Which objective do you mean?
objective-which = Tap the one you mean.
objective-which-said = I couldn’t tell which one “{ $said }” is. Tap the one you mean; nothing was changed.
objective-you = You
objective-counts-for = Counts for { $share }
objective-shared-with = Shared with { $names }
objective-proposed = Proposed: it waits to be agreed, and is not asked about yet.
objective-paused = Paused until you resume it. It is not asked about and counts in no figure.
objective-paused-until = Paused; it comes back on { $day }. Until then it is not asked about and counts in no figure.
objective-past-due = Its date has passed. Close it with how it ended, or carry it on.
objective-year-ended = The financial year has ended. Close it with how it ended, or carry it on.
objective-closed = Closed on { $day }
objective-closed-as = Closed on { $day }: { $outcome }
objective-reported-by = Reported by { $name } on { $day }
objective-outside-control = Something outside their control played a part.
objective-outside-your-control = Something outside your control played a part.
objective-carried-from = { $title }, the year before
objective-history = What was changed
objective-history-of = { $title }: what was changed
objective-history-none = Nothing has been changed since it was set.
objective-readers-own = Read by you and your line manager, { $manager }.
objective-readers-alone = Read by you only: you have no line manager in Milepost.
objective-readers-of = Read by { $name } and you as the line manager.
objective-readers-shared = The figures are seen by { $names } and their line managers. Words about blockers go only to the line manager of whoever wrote them.

objective-open-button = Open it
objective-change-button = Change
objective-milestones-button = Milestones
objective-share-button = Share
objective-pause-button = Pause
objective-resume-button = Resume
objective-close-button = Close
objective-carry-on-button = Carry on into next year
objective-hand-over-button = Hand over
objective-history-button = History

field-title = Title
field-measure = Measure
field-unit = Unit
field-baseline = Starting value
field-target = Target
field-floor = Lower limit
field-due-on = Due date
field-weight = Weight
field-share = Counts for
field-for-whom = For whom
field-priority = Priority it serves
field-serves = Serves
field-carried-from = Carries on
field-owner = { $count ->
    [one] Owner
   *[other] Owners
  }

past-title = Past figures
past-column-day = Reported
past-column-value = Figure
past-column-status = Status
past-column-by = By

history-changed = { $field } changed from { $before } to { $after }
history-set = { $field } set to { $after }
history-removed = { $field } { $before } removed
history-by = { $what } by { $name } on { $day }
history-by-file = { $what } by the file of { $day }
history-by-itself = { $what }, by itself on { $day }
history-because = { $line }: { $reason }
history-paused = Paused
history-paused-until = Paused until { $day }
history-resumed = Resumed
history-agreed = Agreed
history-proposed = Proposed
history-closed = Closed
history-outcome = Closed ({ $outcome })
history-owner = Handed over from { $before } to { $after }
history-shared = Shared with { $name }
history-unshared = No longer shared with { $name }
history-milestones-now = Milestones: { $steps }
history-milestones-gone = milestones taken out: { $steps }
history-milestones-order = Milestones put in another order

news-changed = { $name } has changed “{ $title }”
news-paused = { $name } has paused “{ $title }”
news-resumed = { $name } has resumed “{ $title }”
news-closed = { $name } has closed “{ $title }”
news-carried-on = { $name } carries on “{ $title }”
news-milestone = { $name } has ticked a milestone of “{ $title }”
news-shared = { $name } has shared “{ $title }” with { $colleague }
news-shared-with-you = { $name } has shared “{ $title }” with you
news-shared-with-you-text = You will be asked about it at your check-ins too. You can report on it; changing it stays with its owner. Your words about it go to your own line manager only.
news-unshared = { $name }: “{ $title }” is no longer shared with { $colleague }
news-unshared-with-you = “{ $title }” is no longer shared with you
news-unshared-with-you-text = You will not be asked about it any more. What you reported stays in its figures.

change-objective-heading = Change an objective
change-objective-here = Go through it here
change-objective-how = Say it in one sentence, for example “change objective 2 target to 20 days because of two vacancies”, or go through all of it.
change-objective-done = { $count ->
    [0] Saved, with its history.
   *[other] Saved, with its history. Whoever it concerns has been told.
  }
change-objective-same = That is what it says already, so nothing was changed.
change-objective-submit = Save the changes
change-objective-target-is-baseline = The target is the same as the starting value, so nothing would have to change. Please give a different target or starting value.
change-objective-floor-above-target = The lower limit must lie below the upper one. Please give a lower one.
change-objective-reason-needed = Please say why in a few words: a changed target, starting value or date always carries its reason.
change-objective-title-label = Objective
change-objective-title-hint = What will be better, and for whom.
change-objective-title-ask = What should it be called? Say “skip” to leave it.
change-objective-measure-label = Measure
change-objective-measure-hint = What shows it. “none” takes it away.
change-objective-measure-ask = What should show it? Say “skip” to leave it.
change-objective-unit-label = Unit
change-objective-unit-hint = For example days, %, £ or homes.
change-objective-unit-ask = In what unit? Say “skip” to leave it.
change-objective-baseline-label = Starting value
change-objective-baseline-hint = In the measure’s own unit.
change-objective-baseline-ask = From which starting value? Say “skip” to leave it.
change-objective-target-label = Target
change-objective-target-hint = In the measure’s own unit.
change-objective-target-ask = Which target? Say “skip” to leave it.
change-objective-floor-label = Lower limit
change-objective-floor-hint = The value it should not fall below.
change-objective-floor-ask = Which lower limit? Say “skip” to leave it.
change-objective-due-label = Due date
change-objective-due-hint = In words or figures: “31 March”, “end of Q3”.
change-objective-due-ask = By when? Say “skip” to leave it.
change-objective-weight-label = Weight
change-objective-weight-hint = 1 is usual, 2 counts twice.
change-objective-weight-ask = How much should it count? 1 is usual, 2 counts twice. Say “skip” to leave it.
change-objective-for-whom-label = For whom
change-objective-for-whom-hint = Whom it helps. “none” takes it away.
change-objective-for-whom-ask = Whom does it help? Say “skip” to leave it.
change-objective-reason-label = Why
change-objective-reason-hint = Needed when the target, the starting value or the date changes; both of you will see it.
change-objective-reason-ask = Why does it change? A few words are enough; both of you will see them.

upkeep-title-taken = There is an objective called “{ $title }” already. Please tell the two apart by another title.
upkeep-figure-unclear = { $unit ->
    [none] I couldn’t read a figure in that. Try a number such as “12”. The rest is safe.
   *[other] I couldn’t read a figure in that. Try a number such as “12 { $unit }”. The rest is safe.
  }
upkeep-other-unit = “{ $written }” is in another unit: this is measured in { $unit }. Please give it in { $unit }, or the figure alone if you change the unit too.
upkeep-other-unit-converted = “{ $written }” is in another unit: this is measured in { $unit }. If you mean { $same }, please write that, or the figure alone if you change the unit too.
upkeep-weight-unclear = Please give a number above nought: 1 is usual, 2 counts twice.
upkeep-day-past = “{ $written }” is not a day still to come. Please give a later one.
upkeep-milestone-date = I couldn’t read the date in “{ $line }”. Try “Survey by 1 Dec”. The other lines are safe.
upkeep-milestone-past = The date in “{ $line }” has passed. Give one still to come, or begin the line with ✓ if it is done. The other lines are safe.
upkeep-milestone-twice = “{ $line }” is there twice. Please keep one, or tell the two apart.
upkeep-milestone-many = That is { $line } milestones; up to 30 can be kept. Please put some of them together.
upkeep-milestone-none = Please give at least one milestone, a line each.

milestones-heading = Milestones
milestones-title = Milestones: { $done } of { $total } done
milestones-intro = A line each, for example “Survey by 1 Dec”. Begin a line with ✓ when it is done. Progress is how many are done.
milestones-saved = Saved. Progress is now counted by these milestones.
milestones-column = Milestone
milestones-column-due = Due
milestones-column-state = State
milestone-by = by
milestone-done = done
milestone-done-on = ✓ done { $day }
milestone-open = open
milestone-overdue = overdue
milestone-tick = ✓ { $title }
milestone-ticked = “{ $title }” is done, well done.
milestone-which-title = Which milestone do you mean?
milestone-which = More than one fits. Tap the one that is done.
edit-milestones-submit = Save the milestones
edit-milestones-lines-label = Milestones, one a line
edit-milestones-lines-hint = For example “Survey by 1 Dec”.
edit-milestones-lines-ask = Which milestones are there? Write a line each, for example “Survey by 1 Dec”.

share-heading = Share “{ $title }”
share-intro = A colleague who shares it is asked about it at check-ins too, may see it and report on it. Changing it stays with its owner.
share-objective-submit = Share it
share-objective-colleague-label = Colleague
share-objective-colleague-hint = First and last name, or work email.
share-objective-colleague-ask = With whom? Give the first and last name, or the work email.
share-done = Shared with { $name }, who has been told.
share-already = { $name } owns it already, so nothing was changed.
share-too-many = Up to { $most } people can own one objective, so nothing was changed.
share-stop = Stop sharing with { $name }
share-leave = Leave it to the others
unshare-done = It is no longer shared with { $name }. What was reported stays.
unshare-own-title = You no longer share it
colleague-which-title = Whom do you mean?
colleague-which = I’m not sure who “{ $name }” is. Tap the right one; nothing was changed yet.
colleague-unknown = I couldn’t find a colleague called “{ $name }”. Please give the first and last name, or the work email. Nothing was changed.

pause-heading = Pause “{ $title }”
pause-intro = For leave or a secondment. While it is paused nobody asks about it and it counts in no figure; then it comes back by itself.
pause-all-heading = Pause all my objectives
pause-all-intro = For a long absence. Nobody asks about them and they count in no figure; then they come back by themselves.
pause-objective-submit = Pause
pause-objective-back-label = Comes back on
pause-objective-back-hint = For example “4 Jan”. Leave it blank to resume it yourself.
pause-objective-back-ask = On which day does it come back? Say “skip” to resume it yourself.
pause-objective-reason-label = Why, if you like
pause-objective-reason-hint = Read by you and your line manager only.
pause-objective-reason-ask = Would you like to say why? It is read by you and your line manager only. Say “skip” otherwise.
pause-until-day = until { $day }
pause-until-resumed = until you resume it
pause-done = Paused { $until }.
pause-not-active = Only an agreed objective that is not closed can be paused, so nothing was changed.
pause-all-done = { $count ->
    [0] There was nothing to pause.
    [one] One objective is paused { $until }.
   *[other] { $count } objectives are paused { $until }.
  }
pause-all-shared = { $count ->
    [one] One that you share goes on with the others.
   *[other] { $count } that you share go on with the others.
  }
pause-all-news = { $count ->
    [one] { $name } has paused one objective { $until }.
   *[other] { $name } has paused { $count } objectives { $until }.
  }
pause-unclear-title = Until when?
pause-unclear = I couldn’t read a day still to come in that. Try “pause objective 2 until 4 Jan because of a secondment”. Nothing was changed.
resume-done = It counts again, and is asked about from the next check-in.
resume-not-paused = It is not paused, so nothing was changed.
resume-all-done = { $count ->
    [0] Nothing was paused.
    [one] One objective counts again.
   *[other] { $count } objectives count again.
  }
resume-all-news = { $count ->
    [one] { $name } has resumed one objective.
   *[other] { $name } has resumed { $count } objectives.
  }
resumed-title = { $count ->
    [one] Hello { $name }, an objective is back
   *[other] Hello { $name }, { $count } objectives are back
  }
resumed-text = { $count ->
    [one] The pause has ended. There is nothing to catch up on: it is asked about from the next check-in.
   *[other] The pause has ended. There is nothing to catch up on: they are asked about from the next check-in.
  }
resumed-scale = { $days ->
    [0] If a target or date no longer fits, change it.
    [one] The pause took one day. If a target or date no longer fits, change it.
   *[other] The pause took { $days } days. If a target or date no longer fits, make it smaller or later: that is what it is for.
  }

outcome-reached = reached
outcome-not-reached = not reached
outcome-not-wanted = no longer wanted
outcome-unclear = Please say “reached”, “not reached” or “no longer wanted”.
close-heading = Close “{ $title }”
close-intro = It is no longer asked about. It stays under “objectives closed” with all its figures.
close-objective-submit = Close it
close-objective-outcome-label = How did it end?
close-objective-outcome-hint = In your own judgement.
close-objective-outcome-ask = How did it end?
close-objective-note-label = Anything to remember
close-objective-note-hint = What helped, or what you would do differently.
close-objective-note-ask = Is there anything to remember about it? Say “skip” otherwise.
close-done = Closed. You find it under “objectives closed”.
carry-on-heading = Carry on into next year
carry-on-done = This is the new one. It begins where the old one stood; the old one is under “objectives closed”.
carry-on-target-reached = It stands at { $value } already, so the new one would be reached on its first day. Please give a new target.
carry-on-objective-submit = Carry on
carry-on-objective-outcome-label = How did the old one end?
carry-on-objective-outcome-hint = It is closed with this.
carry-on-objective-outcome-ask = How did the old one end? It is closed with this.
carry-on-objective-target-label = New target
carry-on-objective-target-hint = The old one is filled in.
carry-on-objective-target-ask = Which target does the new one have? Say “skip” to keep the old one.
carry-on-objective-due-label = New due date
carry-on-objective-due-hint = A year later is filled in.
carry-on-objective-due-ask = By when? Say “skip” for a year later.

hand-over-heading = Hand over “{ $title }”
hand-over-intro = The colleague answers for it from now on, with all its figures. Both line managers are told.
hand-over-objective-submit = Hand over
hand-over-objective-colleague-label = Colleague
hand-over-objective-colleague-hint = First and last name, or work email.
hand-over-objective-colleague-ask = To whom? Give the first and last name, or the work email.
hand-over-objective-note-label = Note
hand-over-objective-note-hint = What they need to know: where things are, who helps, what comes next.
hand-over-objective-note-ask = What do they need to know? Where things are, who helps, what comes next. Say “skip” otherwise.
hand-over-how-title = Hand over to whom?
hand-over-how = Say for example “objectives hand over @Ben Lloyd: everything is in the shared drive”, or “hand over objective 2 to Ben Lloyd”. Nothing was changed.
hand-over-none-title = Nothing to hand over
hand-over-none = { $name } answers for it already, or it is closed. Nothing was changed.
hand-over-done-title = Handed over to { $name }
hand-over-done = { $count ->
    [one] { $name } answers for it from now on and has been told, as have the line managers.
   *[other] { $name } answers for all { $count } from now on and has been told, as have the line managers.
  }
handed-to-you-title = { $giver } hands over to you
handed-to-you = { $count ->
    [one] This objective is yours from now on, with all its figures. It is asked about at your next check-in.
   *[other] These { $count } objectives are yours from now on, with all their figures. They are asked about at your next check-in.
  }
handed-from-you-title = { $name } has taken over from you
handed-from-you = { $count ->
    [one] { $giver } has handed this objective over to { $name }.
   *[other] { $giver } has handed these { $count } objectives over to { $name }.
  }
handed-news-title = { $giver } has handed over to { $name }
handed-news = { $count ->
    [one] { $name } answers for this objective from now on.
   *[other] { $name } answers for these { $count } objectives from now on.
  }

hand-over-offer-title = Before you hand over
hand-over-offer-how = Hand each one to a colleague, close it, or leave it with you. You see this first; write a note if there is something to know.
hand-over-leaving = Your last day is { $day }. This is where your objectives stand; nobody else has been sent this.
hand-over-new-manager = { $name } is your line manager from now on and can see these objectives; your line manager before no longer can.
hand-over-no-manager = You have no line manager just now, so nobody but you sees these objectives.
hand-over-new-team = You are in another team from now on. Your objectives have come with you.
hand-over-note-button = Write a note
hand-over-note-heading = A note for your line manager
hand-over-note-intro = It goes out together with your objectives and where they stand.
hand-over-note-submit = Send it
hand-over-note-note-label = Note
hand-over-note-note-hint = What went well, what is open, what you would like help with.
hand-over-note-note-ask = What should your line manager know? What went well, what is open, what you would like help with.
hand-over-note-sent = Your note is on its way
hand-over-note-seen = This is what { $name } sees.
hand-over-note-nobody = nobody but you
hand-over-note-from = A hand-over note from { $name }
hand-over-note-manager = This is where the objectives stand.
