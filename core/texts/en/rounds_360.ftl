# 360 rounds: opened for a person, answered by colleagues, read as one report.

round-title = 360 round
round-title-of = 360 round for { $name }
round-list-title = 360 rounds
round-told-title = A 360 round about your work
round-you = you

round-how-hr = “hr 360 @name by 15 January” opens one for anyone; their line manager takes part.
round-how-team = “team 360 @name by 15 January” opens one for someone who reports to you.
round-none = No round has been opened yet.
round-what = A 360 round asks you, your line manager, colleagues and those who report to you how often they see what in your work. What colleagues and reports say is shown only together, from { $fewest } people on.
round-ask-manager = Ask my line manager for one
round-asked-manager = I have asked { $name }. If they open a round, you hear of it at once.
round-no-manager = You have no line manager here whom I could ask. HR can open a round for you.
round-wanted = { $name } would like a 360 round. One opened now would run until { $date }; for another day say “team 360 @name by …”.
round-oneself = Somebody else opens a round about you. “feedback 360” asks your line manager.
round-unclear = I couldn’t tell who that is. Nobody was told anything; please say it again with the full name, such as “hr 360 Amira Hassan by 15 January”.
round-not-yours = I couldn’t find that person among those who report to you. Nobody was told anything; please say it again with the full name, such as “team 360 Amira Hassan by 15 January”.
round-bad-date = { $date } does not leave the right time: a round takes { $soonest } to { $latest } days. Nobody was told anything; please say it again with another day.
round-already = A round about { $name } is open already. The next can be opened once it has closed.

round-offer = { $name } would be told at once, and would propose colleagues. You agree who is asked. The round runs until { $date }.
round-who-reads = Who reads the report: { $names }. Nobody else.
round-fewest = What colleagues and reports say comes without names and is shown only where { $fewest } or more of them answered.
round-asked-scale = How often, from 1 (never) to 5 (nearly always)
round-asked-open = In their own words
round-open = Open it

round-told = { $name } has opened a 360 round to help you see how your work is seen. It runs until { $date }.
round-told-named = You answer about yourself, and your line manager answers by name.
round-told-unnamed = Colleagues and those who report to you answer without names. What they say is shown only together, and only where { $fewest } or more answered.
round-told-next = Please propose up to { $most } colleagues who know your work. Those who report to you are on the list already. { $name } agrees who is asked.
round-propose = Propose colleagues
round-list-here = Name them here in chat
round-manager-told = { $opener } has opened a 360 round for { $name }, until { $date }. You take part by name and read the report; { $name } knows that. You are asked once it is agreed who takes part.

round-proposed = { $name } has your proposal: { $names }. They agree who is asked.
round-proposed-nobody = Nobody is on your list now. Your line manager and those who report to you take part in any case.
round-none-nominating = No round about you is waiting for names. “feedback 360” shows your rounds.
round-names-unclear = I couldn’t tell who this is: { $names }. Nothing was changed; please use full names, one a line.
round-names-many = That is more than { $most } people. Nothing was changed; please leave some out.
round-names-oneself = You answer about yourself in any case. Nothing was changed; please name colleagues only.
round-names-subject = { $name } answers about themselves in any case. Nothing was changed; please leave them out of the list.
round-list-closed = It is agreed who is asked, so the list stays as it is.
round-list-own = Up to { $most } colleagues who see your work. Fewer than { $fewest } colleagues and reports together would leave nothing to show of what they say.
round-list-all = Everyone who is asked besides the person and their line manager. Fewer than { $fewest } together would leave nothing to show of what they say.

round-nominating = { $name } has been asked to propose colleagues. You can also choose them yourself.
round-names-proposed = { $name } proposes who is asked. Agree, or change the list.
round-group-self = Themselves
round-group-manager = Line manager
round-group-peer = Colleagues
round-group-report = Those who report to them
round-group-others = Colleagues and reports
round-nobody-yet = nobody yet
round-too-few-listed = { $count ->
    [0] Nobody is
    [one] One person is
   *[other] { $count } people are
} on the list, and below { $fewest } nothing of what they say could be shown. Please add more, or ask only the person and their line manager.
round-agree-how = Everyone gets one message and one reminder, in their working time, and has until { $date }.
round-agree = Agree and ask them
round-change-list = Change the list
round-ask-named = Ask only them and their line manager
round-cancel = End the round
round-not-in-time = { $names } could not be asked in time: away, or asked about others already. Nobody was asked yet; please change the list.
round-going-out = Everyone is being asked, in their working time. They have until { $date }.
round-often = { $name } is asked about several colleagues at the moment, so this message goes to them on { $moment }. Please spare them in the next rounds.
round-show-progress = How far is it?
round-asking = Answers are coming in until { $date }.
round-has-answered = has answered
round-not-yet = not yet
round-answered-of = { $answered } of { $asked } have answered
round-progress-how = Who answered is never shown. The report comes when the round closes, with what colleagues and reports say only if { $fewest } or more of them answered.
round-cancelled = The round has been ended. Nothing that was said in it was kept.
round-lapsed = The last day came before it was agreed who is asked, so the round has ended. A new one can be opened.

round-line-nominating = { $name }: it is being agreed who is asked; until { $date }
round-line-asking = { $name }: answers are coming in until { $date }
round-line-closed = { $name }: closed on { $date }
round-line-cancelled = { $name }: ended without a report on { $date }
round-about-you = About you
round-read = Read the report
round-waiting = Your view is asked for
round-waiting-self = Your own view of your work, by { $date }
round-waiting-for = About { $name }, by { $date }
round-answer = Answer

round-ask-title = Your view of working with { $name }
round-ask-title-self = Your own view of your work
round-ask-others = { $name } takes part in a 360 round, and your view would help. It takes about five minutes; leave out what you cannot tell.
round-ask-manager = You take part in { $name }’s 360 round as line manager. It takes about five minutes.
round-ask-self = Your 360 round has begun. Your own view stands beside what others see.
round-ask-by = By { $date }
round-remind-self = This is the only reminder.
round-declined = That is fine. You will not be reminded, and nobody is told that you said so.
round-thanks = Thank you. Until the round closes you can change what you said.
round-change-answer = Change my answers
round-over = This is not open to you, or not any more.
round-answer-intro = Think of the last few months of working with { $name }. Leave out what you cannot tell.
round-answer-intro-self = Think of the last few months. Leave out what you cannot tell.
round-example = An example, if one comes to mind
round-nothing-said = Nothing is filled in yet. One answer is enough; or tap “Not now” on the message that asked you.
round-frequency-1 = never
round-frequency-2 = seldom
round-frequency-3 = sometimes
round-frequency-4 = often
round-frequency-5 = nearly always
round-score-unclear = Please say a number from 1 (never) to 5 (nearly always), or “skip”. Your other answers are safe.
reads-round-others = Without your name, and only together with others: shown if five or more colleagues and reports answered. Your way of writing may still give you away.
reads-round-manager = With your name, to the person and to those they were told of.
reads-round-self = You, your line manager, and HR where HR opened the round.
reads-round-list = Whoever opened the round sees this list; those who are asked do not.

answer-360-submit = Send
answer-360-score-label = How often
answer-360-score-hint = How often do you see this?
answer-360-score-ask = How often do you see this?
answer-360-example-label = Example
answer-360-example-hint = What you saw or heard. You can leave it.
answer-360-example-ask = What did you see or hear?
answer-360-words-label = In your own words
answer-360-words-hint = One example helps more than a judgement.
answer-360-words-ask = In your own words?

nominate-360-submit = Keep the list
nominate-360-names-label = Who is asked
nominate-360-names-hint = Full names, one a line or with commas.
nominate-360-names-ask = Who is asked? Full names, with commas between them, or @mentions.

round-template = What 360 rounds ask
template-360-intro = For rounds opened from now on. Those that are open keep their own words.
template-360-submit = Keep it
template-360-lines-label = What people are seen to do, a line each
template-360-lines-hint = Up to ten. The Welsh after a bar, for example: Listens before deciding | Yn gwrando cyn penderfynu
template-360-lines-ask = What are people seen to do? Up to ten, one a line; the Welsh after a bar, for example: Listens before deciding | Yn gwrando cyn penderfynu
template-360-opens-label = Questions to answer in one’s own words, a line each
template-360-opens-hint = Up to three, the Welsh after a bar.
template-360-opens-ask = Which questions are answered in one’s own words? Up to three, one a line; the Welsh after a bar.
template-360-long = “{ $line }” is longer than { $longest } characters. Please say it shorter; the other lines are safe.
template-360-many = Please leave some out: { $most } lines are the most here.
template-360-kept = Kept. Rounds opened from now on ask this:

round-usual-communication = Explains things clearly, and listens
round-usual-teamwork = Helps colleagues and shares what they know
round-usual-service = Keeps residents and service users in mind
round-usual-delivery = Does what they said they would do, in time
round-usual-learning = Learns from what went well or badly, and tries better ways
round-usual-leading = Gives others direction, trust and room to decide
round-usual-keep = What do they do well that they should keep doing?
round-usual-change = What could they do differently?

report-360-own = Your 360 report
report-360-of = 360 report of { $name }
report-360-ready = Your 360 round has closed. The report stays as it is; read it when you have a quiet quarter of an hour.
report-360-ready-of = The 360 round of { $name } has closed. They can read the report too; it is there to talk it over.
report-360-how = { $answered } of { $asked } colleagues and reports answered.
report-360-too-few = Fewer than { $fewest } colleagues and reports answered, so nothing of what they said is shown, and none of it was kept.
report-360-scale = How often it is seen: 1 never, 2 seldom, 3 sometimes, 4 often, 5 nearly always. In brackets: how many answered.
report-360-dash = – means that nobody said, or that fewer than { $fewest } colleagues and reports did.
report-360-column-line = What is seen
report-360-column-own = Own view
report-360-column-manager = Line manager
report-360-column-others = Colleagues and reports
report-360-column-peers = Colleagues
report-360-column-reports = Reports
report-360-mean = { $mean } ({ $count })
report-360-apart = Colleagues and reports apart
report-360-talk = To talk about
report-360-gap-more = “{ $line }”: own view { $own }, others { $others }. What do others not get to see?
report-360-gap-less = “{ $line }”: own view { $own }, others { $others }. Others see this more often than the own view says.
report-360-most = Seen most often: “{ $line }”. How can it be used more?
report-360-least = Seen least often: “{ $line }”. Does it matter in this job, and what would help?
report-360-ask = Choose one thing to keep and one to try. Numbers this small are a start for talking, not a mark.
report-360-words = In colleagues’ and reports’ words
report-360-words-how = From { $fewest } people or more, in no order, grouped by the words they use.
report-360-no-words = Fewer than { $fewest } colleagues and reports wrote something, so none of their words are shown.
report-360-theme = { $name } ({ $count })
report-360-theme-other = Other things
report-360-manager-words = In the line manager’s words
report-360-own-words = In their own words
