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

hr-questions = Check-in questions
reads-question = Read by everyone who is asked, and by whoever looks after the questions.

questions-hr-title = Questions everyone is asked
questions-team-title = Questions my team is asked
questions-hr-intro = Asked at every check-in, after the objectives. At most { $most } a week, teams’ own ones among them, so that it still takes about a minute.
questions-team-intro = Your direct reports are asked these at their check-in, after the objectives and HR’s questions. At most { $most } a week, HR’s among them, so that it still takes about a minute.
questions-from-hr = From HR, for everyone:
questions-none = No questions have been added yet.
questions-hr-how = You can also type: “hr questions add How safe did you feel? scale every 2 weeks”, “hr questions move 3 to 1”, “hr questions 2 every 4 weeks”, “hr questions follow-up 1 if no: What would help?”, “hr questions remove 2”, “hr questions undo”.
questions-team-how = You can also type: “team questions add How safe did you feel? scale every 2 weeks”, “team questions move 3 to 1”, “team questions 2 every 4 weeks”, “team questions follow-up 1 if no: What would help?”, “team questions remove 2”, “team questions undo”.
questions-window-now =
    { $days ->
        [one] A check-in stays open for one day. “hr questions window 3 days” changes that.
       *[other] A check-in stays open for { $days } days. “hr questions window 3 days” changes that.
    }
questions-change-button = Change
questions-up-button = Move up
questions-remove-button = Remove
questions-add-button = Write a question
questions-bank-button = Choose a ready one
questions-wellbeing-button = Ask how work has felt
questions-preview-button = Preview
questions-try-button = Try it on me
questions-show-button = All questions
questions-undo-button = Undo

questions-kind-text = In their own words
questions-kind-choice = Choice
questions-kind-scale = Scale, 1 to 5
questions-kind-yes-no = Yes or no
questions-kind-priorities = Up to three priorities, carried forward
questions-kind-unclear = Please say “in their own words”, “choice”, “scale” or “yes or no”.
questions-every =
    { $weeks ->
        [one] every week
       *[other] every { $weeks } weeks
    }
questions-every-1 = Every week
questions-every-2 = Every 2 weeks
questions-every-3 = Every 3 weeks
questions-every-4 = Every 4 weeks
questions-every-unclear = Please choose every week, or every 2, 3 or 4 weeks.
questions-for-manager = Person and line manager
questions-for-team = The team too
questions-for-unclear = Please say “person and line manager” or “the team too”.
questions-follow-up-line = If { $when }: { $question }
questions-at-most = at most { $value }
questions-options-count = A choice needs at least two and at most { $most } answers to choose from, a line each.
questions-when-yes-no = Say after which answer it is asked, for example “if no: What would help?” or “if yes: What was it?”.
questions-when-scale = Say after which answers it is asked, for example “if at most 2: What happened?”.
questions-when-choice = Say after which choice it is asked, by its number or its words, for example “if 4: What could wait?”.
questions-when-text = Only a yes-or-no question, a choice or a scale can have a follow-up.
questions-when-priorities = Only a yes-or-no question, a choice or a scale can have a follow-up.

questions-bank-title = Ready questions
questions-bank-intro = In English and Welsh. You can change the words once a question is yours.
questions-bank-add = Add this one
questions-preview-title = Preview
questions-preview-intro = After their objectives, people are asked this at the check-in of { $date }:
questions-preview-nothing = Nothing besides their objectives.
questions-preview-later = Not in that one
questions-preview-when = { $question } (next on { $date })

questions-added = Question added
questions-changed = Question changed
questions-removed = Question removed
questions-moved = Question moved
questions-from-next = This holds for check-ins that open from now on. One under way stays as it is, and what was answered keeps the question that was asked.
questions-crowded =
    { $count ->
        [one] One team asks questions of its own, and with this some weeks would have more than { $most }. The team’s last ones wait in those weeks.
       *[other] { $count } teams ask questions of their own, and with this some weeks would have more than { $most }. The teams’ last ones wait in those weeks.
    }
questions-no-room-title = That would be one too many
questions-no-room-hr = A check-in should take about a minute, so { $most } questions a week are the most. Remove one first, or have some asked every few weeks. Yours is below, to copy:
questions-no-room-team = A check-in should take about a minute, so { $most } questions a week are the most, HR’s among them. Remove one first, or have some asked every few weeks. Yours is below, to copy:
questions-undone-title = Taken back
questions-undone = The questions are as they were before.
questions-undo-late-title = Nothing to take back
questions-undo-late = The questions have changed since, or were never changed. See how they stand now.
questions-which-title = I need one more thing
questions-which =
    { $count ->
        [0] There is no question to change yet. Say “add” and your question.
       *[other] Say which one by its number, for example “change 1”, “move 2 to 1”, “1 every 2 weeks” or “remove 1”.
    }
questions-refused-title = That isn’t yours to change
questions-refused = HR looks after the questions for everyone, and line managers after those for their own reports. If that should be you, please ask { $contact }.
questions-window-title = How long check-ins are open
questions-window-set =
    { $days ->
        [one] From the next check-ins on they are open for one day: the one of { $opens } until { $closes }, { $at }.
       *[other] From the next check-ins on they are open for { $days } days: the one of { $opens } until { $closes }, { $at }.
    }
questions-window-unclear =
    { $days ->
        [one] Say a number of days from { $shortest } to { $longest }, for example “hr questions window 3 days”. Now it is one, and nothing was changed.
       *[other] Say a number of days from { $shortest } to { $longest }, for example “hr questions window 3 days”. Now it is { $days }, and nothing was changed.
    }
questions-tried-title = That is how it goes
questions-tried = You have seen the questions as everyone gets them. Nothing of what you answered was kept.
questions-try-title = Try the questions
questions-try-intro = Only you see this, and nothing is kept.
questions-write-title = A question for check-ins
questions-write-intro = It is asked from the next check-in that opens. You see it before anyone else does, and can take it back.

keep-question-submit = Save
keep-question-text-ask = What is the question?
keep-question-text-label = Question
keep-question-text-hint = Short and plain, as you would ask it.
keep-question-kind-ask = How is it answered?
keep-question-kind-label = Answered
keep-question-kind-hint = A tap is quicker than words.
keep-question-options-ask = What can people choose from? An answer a line.
keep-question-options-label = Answers to choose from
keep-question-options-hint = One a line, at most eight.
keep-question-every-ask = How often?
keep-question-every-label = How often
keep-question-every-hint = Every week, if you choose nothing.
keep-question-readers-ask = Who reads the answers?
keep-question-readers-label = Who reads the answers
keep-question-readers-hint = Each person is told before they answer.
keep-question-follow-up-ask = Is there something to ask after one of the answers? Otherwise skip this.
keep-question-follow-up-label = Follow-up question
keep-question-follow-up-hint = Optional; asked only after the answer you name.
keep-question-follow-up-when-ask = After which answer? For example “no”, “at most 2” or one of the choices.
keep-question-follow-up-when-label = Asked if the answer is
keep-question-follow-up-when-hint = For example “no”, “at most 2” or one of the choices.
keep-question-other-language-ask = What is the question in Welsh? Skip this and it is asked as you wrote it.
keep-question-other-language-label = In Welsh
keep-question-other-language-hint = Optional; otherwise it is asked as you wrote it.

hr-wellbeing = How work has felt
wellbeing-title = How work has felt
wellbeing-intro = For the whole organisation, in weeks that are over. A week shows figures once { $least } people or more have answered; whose they are is never shown.
wellbeing-nothing = No week has answers yet. The question is off until you or a line manager turn it on.
wellbeing-turn-on = Ask everyone
wellbeing-week = Week of
wellbeing-people = People
wellbeing-average = Average, from 1 (very hard) to 5 (very good)
wellbeing-too-few = fewer than { $least }
