# Questions that HR and line managers add to check-ins.

reads-answer = Read by you and your line manager.
reads-your-team = Read by you, your line manager and your team: it is part of the team summary.
reads-wellbeing = Read by you and your line manager only, unless you share it. HR sees figures where five or more people answer, never whose they are.

check-in-priority-state-ask = You meant to do this. How did it go?
check-in-priority-state-label = How did it go?
check-in-priority-state-hint = Carry on brings it back next week.
check-in-answer-hint = { "" }
check-in-answer-words-hint = A few words are plenty.
check-in-priorities-hint = Up to three, a line each. Name an objective where one belongs to it.
check-in-follow-up-hint = A few words are plenty.
check-in-answer-audience-hint = Without a choice it is for your line manager only.

questions-share-ask = Who may read that?
questions-shared = { $question } (shared with the team)
questions-scale-1 = not at all
questions-scale-2 = a little
questions-scale-3 = somewhat
questions-scale-4 = mostly
questions-scale-5 = very much
questions-scale-unclear = Please choose one of the five, by number or in words, or say “skip”. Your other answers are safe.
questions-choice-unclear = I couldn’t tell which one you mean. Please choose one of those shown, or say “skip”. Your other answers are safe.
questions-priorities-placeholder = Clear the backlog of letters
questions-priorities-too-many = Those are { $count }, and { $most } are the most for one week. Which matter most? Your other answers are safe.
questions-priorities-carried =
    { $carried ->
        [one] You carry one on from before, and { $most } are the most for one week. Please take some out, or drop the old one.
       *[other] You carry { $carried } on from before, and { $most } are the most for one week. Please take some out, or drop an old one.
    }
questions-priority-before = From an earlier week
questions-priority-carry-on = Carry on
questions-priority-drop = Drop it
questions-priority-unclear = Please say “done”, “carry on” or “drop it”. Your other answers are safe.
