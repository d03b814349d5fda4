# One-to-ones of a person with their line manager.

command-one-to-one = The next one-to-one with your line manager: its date, agenda and notes.
command-one-to-one-examples = my one-to-one, one-to-one with my manager on Thursday 14:00, my one-to-one history
command-agenda = Put something on the agenda of your next one-to-one.
command-agenda-examples = agenda, agenda add the rota over Christmas, agenda add for Amira: the new system

one-to-one-button = One-to-one
one-to-one-title = One-to-one with { $name }
one-to-one-at = { $at }.
one-to-one-undated = No date is set yet.
one-to-one-every = { $weeks ->
    [one] Every week.
   *[other] Every { $weeks } weeks.
}
one-to-one-who-reads = You and { $name } read this; nobody else.
one-to-one-note-who-reads = You and { $name } read this note; nobody else.
one-to-one-private = Only you read this
one-to-one-add-item = Add an item
one-to-one-set-date = Set a date
one-to-one-move = Move it
one-to-one-done = It’s done
one-to-one-private-note = Private note
one-to-one-history = Earlier ones
one-to-one-cancel = Cancel the date
one-to-one-show = Show the agenda
one-to-one-suggest = Set it for { $at }
one-to-one-left-behind = { $count ->
    [one] You put one item on the agenda with an earlier line manager.
   *[other] You put { $count } items on the agenda with an earlier line manager.
}
one-to-one-bring = Bring along
one-to-one-reminder-title = Coming up: your one-to-one with { $name }
one-to-one-other-away = { $name } is away that day. You may want to move it.
one-to-one-date-set-title = Your one-to-one with { $name } is set
one-to-one-date-by-title = { $name } set the date of your one-to-one
one-to-one-was-at = It was to be { $at }.
one-to-one-unfit = That is not a working day for { $name }. You can move it.
one-to-one-date-next = I remind you both the working day before. Until then either of you can add to the agenda.
one-to-one-cancelled-title = The date is cancelled
one-to-one-cancelled-by-title = { $name } cancelled the date of your one-to-one
one-to-one-cancelled = It was to be { $at }. What is on the agenda stays for the next one.
one-to-one-no-date-title = There is no date to cancel
one-to-one-no-date = No date is set for that one-to-one. What is on its agenda stays.
one-to-one-refused-title = I can’t show that
one-to-one-refused = One-to-ones are between a person and their line manager. I can show yours with your own manager, and with people who report to you directly.
one-to-one-overview-title = One-to-ones
one-to-one-mine = With { $name }
one-to-one-how = “team one-to-one @name on Thursday 14:00” sets a date; without one it shows the agenda.
one-to-one-unclear-title = I couldn’t read that
one-to-one-unclear = I couldn’t read a date to come in “{ $said }”, so nothing was changed. Say for example “on Thursday 14:00”, “cancel”, “done”, “history” or “every 4 weeks”.
one-to-one-every-unclear = Say a number of weeks between 1 and 26, for example “every 4 weeks”. Nothing was changed.

agenda-title = To talk about
agenda-empty = Nothing was put on the agenda yet.
agenda-flagged = Flagged by { $name } in a check-in, { $date }
agenda-added-by = Added by { $name }, { $date }
agenda-carried = carried over
agenda-from-blocker = In the way, from check-ins
agenda-from-open-action = Agreed actions still open
agenda-from-closed-action = Agreed actions closed since
agenda-from-miss = Targets missed since
agenda-from-wellbeing = How work felt, from check-ins
agenda-from-training = Training due
agenda-from-thanks = Thanks shared since
agenda-thanks-from = from { $name }
agenda-training-by = by { $date }
agenda-added = On the agenda with { $name }
agenda-added-before = On the agenda with { $name } already
agenda-how-title = Adding to the agenda
agenda-how = Say what to talk about: “agenda add the rota over Christmas”, or “agenda add for Amira: the new system”.
agenda-whose = Whose agenda? Say “agenda add for Amira: the new system”. Your message is still above to copy from.
agenda-too-long-title = A little long for an agenda
agenda-too-long = That is { $length } characters, and a line of the agenda holds { $longest }. Your message is still above: please shorten it and send it again.

one-to-one-date-submit = Set the date
one-to-one-date-intro = You are both told, and reminded the working day before.
one-to-one-date-day-label = Day
one-to-one-date-day-hint = For example Thursday, or 3 December.
one-to-one-date-day-ask = On which day?
one-to-one-date-time-label = Time
one-to-one-date-time-hint = For example 14:00 or 2pm, where you are.
one-to-one-date-time-ask = At what time? For example 14:00.
one-to-one-date-rhythm-label = How often
one-to-one-date-rhythm-hint = The next date is suggested so long after each meeting.
one-to-one-date-rhythm-ask = How often would you like to meet?
one-to-one-rhythm-1 = Every week
one-to-one-rhythm-2 = Every 2 weeks
one-to-one-rhythm-4 = Every 4 weeks
one-to-one-rhythm-6 = Every 6 weeks
one-to-one-rhythm-8 = Every 8 weeks
one-to-one-rhythm-unclear = Please choose one of those listed. Your other answers are safe.
one-to-one-past-time = That is past already. Please choose a time to come.
input-time-unclear = I couldn’t read a time in that. Please write it like 14:00 or 2pm.

one-to-one-item-submit = Add to the agenda
one-to-one-item-text-label = What to talk about
one-to-one-item-text-hint = A line is enough.
one-to-one-item-text-ask = What would you like to talk about?
one-to-one-note-submit = Add to the note
one-to-one-note-text-label = Note
one-to-one-note-text-hint = It is added to what was noted before.
one-to-one-note-text-ask = What would you like to add to the note?
one-to-one-private-submit = Keep
one-to-one-private-text-label = Private note
one-to-one-private-text-hint = Yours alone.
one-to-one-private-text-ask = What would you like to note for yourself?
one-to-one-action-submit = Agree
one-to-one-action-action-label = What is to be done
one-to-one-action-action-hint = One thing.
one-to-one-action-action-ask = What is to be done?
one-to-one-action-owner-label = Who does it
one-to-one-action-owner-hint = Either of you.
one-to-one-action-owner-ask = Who does it?
one-to-one-action-by-label = By when
one-to-one-action-by-hint = It is asked about at check-ins until it is closed.
one-to-one-action-by-ask = By when?
one-to-one-owner-unclear = Please choose one of the two of you. Your other answers are safe.
one-to-one-owner-needed = Please choose who does it, so that the right one of you is asked.
one-to-one-by-needed = Please give a date, so that it can be asked about.

one-to-one-done-submit = Save
one-to-one-done-intro = The note and what you agree go to both of you. What comes on the agenda from now on is for the next one.
one-to-one-done-carry-label = Not discussed
one-to-one-done-carry-hint = Numbers from “To talk about”, such as 2, 3; they come up next time. Leave it empty if you covered them.
one-to-one-done-carry-ask = Which numbers did you not get to? They come up next time; say “none” if you covered them.
one-to-one-done-shared-label = Note for both of you
one-to-one-done-shared-hint = What you talked about.
one-to-one-done-shared-ask = What would you like to note for both of you?
one-to-one-done-action-label = An agreed action
one-to-one-done-action-hint = You can agree more afterwards.
one-to-one-done-action-ask = What did you agree to do? One thing; more can follow.
one-to-one-done-owner-label = Who does it
one-to-one-done-owner-hint = Either of you.
one-to-one-done-owner-ask = Who does it?
one-to-one-done-by-label = By when
one-to-one-done-by-hint = It is asked about at check-ins until it is closed.
one-to-one-done-by-ask = By when?
one-to-one-done-private-label = Private note
one-to-one-done-private-hint = Yours alone.
one-to-one-done-private-ask = What would you like to note for yourself alone?
one-to-one-carry-unclear = Please give numbers from 1 to { $most }, such as “1, 2”, or leave it empty. The rest is safe.

one-to-one-held-title = One-to-one done
one-to-one-held-by-title = { $name } noted that your one-to-one is done
one-to-one-held-before = That one-to-one is marked as done already. You can still add to its note, under “Earlier ones”.
one-to-one-carried = { $count ->
    [one] One item comes up next time.
   *[other] { $count } items come up next time.
}
one-to-one-note-by = { $name } noted, for both of you:
one-to-one-add-note = Add to the note
one-to-one-agree = Agree an action
one-to-one-agree-another = Agree another
one-to-one-agreed-title = Agreed
one-to-one-agreed-by-title = { $name } noted what you agreed
one-to-one-asked-you = I’ll ask you about it at check-ins until it is closed.
one-to-one-asked = I’ll ask { $name } about it at check-ins until it is closed.
one-to-one-noted-title = Noted
one-to-one-noted-by-title = { $name } added to the note of your one-to-one
one-to-one-history-title = One-to-ones with { $name }
one-to-one-history-own = Your one-to-ones
one-to-one-no-history = None yet.
one-to-one-newer = Newer ones
one-to-one-older = Older ones
one-to-one-past = { $date }, with { $name }
one-to-one-discussed = Talked about:
one-to-one-share = Let { $name } read the note
one-to-one-shared-with = { $name } reads this note, because you shared it.
one-to-one-shared-title = A note was shared
one-to-one-shared-own = { $name } now reads the note of your one-to-one of { $date }, and nothing else of it.
one-to-one-shared = { $name } lets you read the note of a one-to-one of { $date }, from before your time.

reads-one-to-one = Read by the two of you, and by nobody else.
reads-one-to-one-private = Only you ever read this: neither the other of you nor HR, and it is in no export.
