yes = Yes
no = No
other-language = Cymraeg
other-language-code = cy
language-name = English

flow-question-number = question { $number } of { $total }
flow-you-said = You said:
flow-keep = Keep it
flow-skip = Skip
flow-back = Back
flow-as-form = Open as a form
flow-carry-on = Carry on here
flow-cancel = Not now
flow-skipped = skipped
flow-nothing-before = This is the first question, so there is nothing to go back to.
flow-cannot-skip = This one is needed, so it can’t be skipped. Say “stop” to leave; what you have said stays saved.
flow-change-which = Which answer would you like to change? Say “change” and its number, for example “change 2”.
flow-stopped = { $saved ->
    [0] Stopped. Nothing was saved yet, and nothing is lost. Carry on whenever you like.
    [one] Stopped. Your one answer is saved. Carry on whenever you like.
   *[other] Stopped. Your { $saved } answers are saved. Carry on whenever you like.
  }
flow-form-offer = Here is the form, with everything you have said so far filled in.
flow-help-title = What you can say here
flow-help = While answering you can say “back”, “skip”, “change 2”, “snooze 2h”, “later”, “form”, “chat”, “stop” or “help”. Every answer is saved as soon as you give it.
flow-gone-title = That is no longer here
flow-gone = This doesn’t exist any more, or it isn’t yours to change. Nothing was changed. Say “check-in” to see yours.

reads-you-and-manager = Read by you and your line manager. The team summary shows figures and status, never your words.
reads-as-chosen-next = You choose next who reads it.
reads-as-chosen = “My line manager only” never goes to a channel.

status-on-track = On track
status-at-risk = At risk
status-off-track = Off track

confidence-1 = 1 – very unsure
confidence-2 = 2 – unsure
confidence-3 = 3 – in between
confidence-4 = 4 – fairly sure
confidence-5 = 5 – very sure

note-for-manager = For my line manager only
note-for-team = Share with my team

input-required = Please answer this one.
input-amount-placeholder = For example 12, 62% or “12 of 40”
input-amount-unclear = I couldn’t read a figure in that. Try a number such as “12”, a share such as “62%” or “12 of 40”, or say “skip”. Your other answers are safe.
input-status-unclear = I couldn’t tell which one you mean. Please say “on track”, “at risk” or “off track”. Your other answers are safe.
input-confidence-unclear = Please give a number from 1 (very unsure) to 5 (very sure), or say “skip”. Your other answers are safe.
input-yes-no-unclear = Please say “yes” or “no”, or “skip”. Your other answers are safe.
input-note-audience-unclear = Please say “my line manager only” or “share with my team”.
input-date-unclear = I couldn’t read a date in that. Try “31 March 2027”, “end of Q3” or “next Friday”.
input-date-past = That date, { $date }, has already passed. Please give one still to come.
input-text-too-long = That is { $length } characters and the most I can keep here is { $longest }. Please shorten it; your message is still above to copy from.

page-title = { $title } ({ $page } of { $pages })
page-goes-on = Goes on below.
