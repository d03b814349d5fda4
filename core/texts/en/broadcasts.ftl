# Messages from HR to many people: whom they go to, what they say, and how far they have got.

hr-broadcast = Write to people
hr-broadcasts = Broadcasts

audience-everyone = everyone
audience-and = { $first } and { $then }
audience-or = { $first } or { $then }
audience-also = { $first } who are also { $then }
audience-except = { $people }, except those { $others }
audience-lacks = lacking { $name }
audience-overdue = overdue for { $name }
audience-expires = with { $name } expiring within { $days } days
audience-team = in the team { $name }
audience-role = in the role { $name }
audience-site = at { $name }
audience-permanent = on a permanent contract
audience-fixed-term = on a fixed-term contract
audience-interim = on an interim contract
audience-agency = on an agency contract
audience-bank = on a bank contract
audience-reads-cy = reading Welsh
audience-reads-en = reading English
audience-england = in England
audience-wales = in Wales
audience-scotland = in Scotland
audience-northern-ireland = in Northern Ireland
audience-started-from = started on or after { $day }
audience-started-before = started before { $day }

why-everyone = Works here
why-lacks = Lacks { $name }
why-overdue = Overdue for { $name }
why-expires = { $name } runs out within { $days } days
why-team = In { $name }
why-role = { $name }
why-site = At { $name }
why-permanent = Permanent
why-fixed-term = Fixed-term
why-interim = Interim
why-agency = Agency
why-bank = Bank
why-reads-cy = Reads Welsh
why-reads-en = Reads English
why-england = Works in England
why-wales = Works in Wales
why-scotland = Works in Scotland
why-northern-ireland = Works in Northern Ireland
why-started = Started on { $day }

audience-unread-words = I can’t tell whom “{ $said }” means. Try “everyone in Housing who lacks Fire safety”, or choose from lists.
audience-unread-near = I can’t tell whom “{ $said }” means. Is it one of these: { $near }?
audience-unread-course = There is no course called “{ $said }”. The nearest: { $near }.
audience-unread-team = There is no team called “{ $said }”. The nearest: { $near }.
audience-unread-place = There is no team or site called “{ $said }”. The nearest: { $near }.
audience-unread-role = Nobody has the role “{ $said }”. The nearest: { $near }.
audience-unread-date = I can’t read “{ $said }” as a date. “1 September” or “2026-09-01” will do.
audience-empty-title = Nobody is in this audience
audience-empty = { $audience }: nobody here is all of that.
audience-empty-because = { $filter } leaves nobody of the { $before ->
    [one] one person
   *[other] { $before } people
  } who are left by the rest.
audience-empty-alone = { $filter }: nobody here at all.
audience-empty-exception = The exceptions take away everyone who was left.
audience-empty-how = Say it another way; what you wrote is kept.

broadcast-card = Write to people
broadcast-intro = Choose who, write what, and look at it before anything goes.
broadcast-submit = Show me how it looks
broadcast-audience-label = Who
broadcast-audience-hint = In plain words: “everyone in Housing who lacks Fire safety”, “interims started since 1 September, except at the Depot”.
broadcast-audience-ask = Who is it for? Say it in plain words, such as “everyone in Housing who lacks Fire safety”.
broadcast-text-label = Text in English
broadcast-text-hint = You may use {"{"}first name{"}"}, {"{"}name{"}"}, {"{"}team{"}"}, {"{"}manager{"}"}, {"{"}course{"}"} and {"{"}due date{"}"}.
broadcast-text-ask = What should it say, in English? You may use {"{"}first name{"}"}, {"{"}name{"}"}, {"{"}team{"}"}, {"{"}manager{"}"}, {"{"}course{"}"} and {"{"}due date{"}"}.
broadcast-welsh-label = Text in Welsh
broadcast-welsh-hint = Left empty, everyone reads the English.
broadcast-welsh-ask = And in Welsh? Say “skip” to send the English to everyone.
broadcast-due-label = Due date
broadcast-due-hint = What {"{"}due date{"}"} stands for.
broadcast-due-ask = Which day does {"{"}due date{"}"} stand for?
broadcast-response-label = Button for them
broadcast-response-hint = Who taps it counts as having acted.
broadcast-response-ask = Should there be a button for them? Who taps it counts as having acted.
broadcast-response-unclear = Choose one of the buttons.
broadcast-response-none = No button
broadcast-response-done = “Done”
broadcast-response-booked = “I’ve booked it”
broadcast-response-training = “Record the training”
broadcast-away-label = People on leave
broadcast-away-hint = Nobody is written to while on leave.
broadcast-away-ask = What about people on leave? Nobody is written to while away.
broadcast-away-unclear = Say “when they are back” or “leave them out”.
broadcast-away-on-return = Get it when they are back
broadcast-away-leave-out = Are left out
broadcast-when-label = When
broadcast-when-hint = Such as “tomorrow 9:30”, or “at once” for any hour. Left empty, it goes from now on, in their working time.
broadcast-when-ask = When should it go? Choose, or type a time such as “tomorrow 9:30”.
broadcast-when-unclear = I can’t read that as a time to come. “tomorrow 9:30” or “Thursday 14:00” will do; or say “working time” or “at once”.
broadcast-when-working = From now on, in their working time
broadcast-when-now = At once, at any hour
broadcast-when-placeholder = working time

broadcast-variable-unknown = There is nothing called {"{"}{ $name }{"}"} to fill in. Did you mean {"{"}{ $near }{"}"}?
broadcast-variable-no-course = {"{"}course{"}"} needs an audience that is chosen by one course. Name the course in the text, or choose people by it.
broadcast-training-no-course = That button records a course, so the audience has to be chosen by one course.

reads-broadcast = Read by the people you choose, with your name. HR sees who wrote, approved and cancelled it.

broadcast-from = From { $name }, HR
broadcast-only-english = This message is in English only.
broadcast-button-done = Done
broadcast-button-booked = I’ve booked it
broadcast-button-training = Record the training
broadcast-acted-done = You said it is done. Thank you.
broadcast-acted-booked = You said it is booked. Thank you.
broadcast-acted-training = Recorded. Thank you.
broadcast-team-none = your team
broadcast-manager-none = your manager

broadcast-preview-taps = This is a preview: nothing was recorded. For them, this button counts.

broadcast-check-title = Check before it goes
broadcast-check-to = To { $audience }
broadcast-check-people = { $count ->
    [one] One person
   *[other] { $count } people
  }
broadcast-check-asked = { $course } is looked at only for people who must have it by its rules.
broadcast-check-not-asked = No rule says who must have { $course }, so everyone is looked at.
broadcast-check-languages = { $welsh ->
    [0] All of them read English.
    [one] One of them reads Welsh.
   *[other] { $welsh } of them read Welsh.
  }
broadcast-check-no-welsh = { $welsh ->
    [one] One of them reads Welsh and will get the English, with a line that says so.
   *[other] { $welsh } of them read Welsh and will get the English, with a line that says so.
  }
broadcast-check-platforms = How it arrives
broadcast-looks-slack = Slack ({ $count }): one message as in the preview, with its button under the text. The notification shows the first line.
broadcast-looks-teams = Microsoft Teams ({ $count }): a card as in the preview, its button at the foot; the notification shows the first line.
broadcast-looks-web = Web ({ $count }): a message as in the preview.
broadcast-looks-none = No account to write to ({ $count }): looked for by work email when it goes; who is not found is in the report.
broadcast-check-when-working = Goes as soon as you send it; each person gets it in their working time.
broadcast-check-when-now = Goes as soon as you send it, at any hour.
broadcast-approval-when-working = Goes as soon as it is approved; each person gets it in their working time.
broadcast-approval-when-now = Goes as soon as it is approved, at any hour.
broadcast-going-when-working = Each person gets it in their working time.
broadcast-going-when-now = Goes at any hour.
broadcast-check-when-at = Goes on { $moment }; each person gets it in their working time.
broadcast-check-away-on-return = People on leave get it when they are back.
broadcast-check-away-leave-out = People on leave are left out.
broadcast-check-approval = For more than { $limit } people a second person of HR has to approve it.
broadcast-who-title = Who, and why ({ $count })
broadcast-who-name = Name
broadcast-who-why = Why
broadcast-who-more = { $first } to { $last } of { $count }.
broadcast-who-next = Next
broadcast-who-before = Before
broadcast-who-all = See everyone

broadcast-send = { $count ->
    [one] Send to one person
   *[other] Send to { $count } people
  }
broadcast-schedule = Schedule for { $moment }
broadcast-ask-approval = Ask for approval
broadcast-change = Change it
broadcast-drop = Do not send
broadcast-dropped-title = Not sent
broadcast-dropped = Nothing went out. What you wrote is kept: say “hr broadcasts” to begin anew.

broadcast-stands-title = Nothing more to do here
broadcast-stands-approval = This broadcast waits for approval already.
broadcast-stands-scheduled = This broadcast is on its way already.
broadcast-stands-cancelled = This broadcast was cancelled.
broadcast-stands-draft = This broadcast is being changed by its author.
broadcast-fixed-title = This text is fixed
broadcast-fixed = A broadcast that was sent, or waits for approval, cannot change. Repeat it to write a new one from it.

broadcast-approval-title = Please approve a broadcast
broadcast-approval-from = { $name } would like to send this to { $audience }.
broadcast-approve = Approve and send
broadcast-send-back = Send it back
broadcast-approval-asked = { $count ->
    [one] One colleague of HR has been asked to approve it.
   *[other] { $count } colleagues of HR have been asked to approve it: the first one decides.
  }
broadcast-approval-nobody-title = Nobody can approve it
broadcast-approval-nobody = It goes to more than { $limit } people, so a second person of HR has to approve it, and there is none. Choose fewer people, or have someone given HR access.
broadcast-approval-own-title = Someone else approves it
broadcast-approval-own = Whoever wrote a broadcast cannot approve it.
broadcast-approved-by = Approved by { $name }, { $moment }.
broadcast-sent-back-title = Your broadcast came back
broadcast-sent-back = { $name } sent it back. Change it, or talk to them first.
broadcast-sent-back-done = Sent back to { $name }.

broadcast-take-back = Take it back
broadcast-cancel = Cancel it
broadcast-cancelled = Cancelled by { $name }, { $moment }. What had gone stays where it is.

broadcast-progress-title = Broadcast: { $state }
broadcast-state-draft = draft
broadcast-state-approval = waits for approval
broadcast-state-scheduled = scheduled
broadcast-state-sending = on its way
broadcast-state-sent = on its way
broadcast-state-finished = finished
broadcast-state-cancelled = cancelled
broadcast-progress-goes = Goes on { $moment }.
broadcast-progress-starts = Starts within a minute.
broadcast-progress-done = { $done } of { $people } reached
broadcast-progress-label = Progress
broadcast-fact-sent = Sent
broadcast-fact-waiting = Still to go
broadcast-fact-later = Later, in their working time
broadcast-fact-read = Read
broadcast-fact-read-unknown = not told by Slack or Teams
broadcast-fact-acted = Acted
broadcast-fact-failed = Not reached
broadcast-fact-left-out = Left out
broadcast-fact-cancelled = Cancelled
broadcast-left-out-away = { $count } on leave
broadcast-left-out-left = { $count } no longer work here
broadcast-left-out-no-longer = { $count } no longer fit the audience
broadcast-left-out-one-away = On leave
broadcast-left-out-one-left = No longer works here
broadcast-left-out-one-no-longer = No longer fits the audience
broadcast-retry = { $count ->
    [one] Try the one that failed again
   *[other] Try the { $count } that failed again
  }
broadcast-retry-none-title = Nothing to try again
broadcast-retry-none = No message of this broadcast has failed.
broadcast-report = Report
broadcast-repeat = Repeat it

broadcast-failed-no-account = No account with their work email was found
broadcast-failed-out-of-reach = Removed or blocked Milepost
broadcast-failed-title = Not reached, and why
broadcast-left-out-title = Left out, and why
broadcast-report-title = Report of a broadcast
broadcast-written-by = Written by { $name }, { $moment }.
broadcast-list-title = Broadcasts
broadcast-list-none = No broadcast has been sent yet.
broadcast-list-scheduled = Still to go
broadcast-list-past = Gone
broadcast-list-line = { $audience } · { $state }
broadcast-list-note = { $name }, { $moment }: { $sent } sent, { $acted } acted, { $failed } not reached
broadcast-list-limit = Above { $limit } people a second person of HR approves. Say “hr broadcasts limit 300” for another number.
broadcast-new = Write to people
broadcast-limit-title = Approval
broadcast-limit-set = From now on a second person of HR approves broadcasts to more than { $limit } people.
broadcast-limit-unclear = Say a number of people, such as “hr broadcasts limit 300”. Nothing has changed.

broadcast-start-title = Write to people
broadcast-start = Say whom in plain words, as in “hr broadcast everyone in Housing who lacks Fire safety”, or begin with one of these.
broadcast-start-form = Write in a form
broadcast-start-lists = Choose people from lists
broadcast-start-chat = One question at a time
broadcast-start-lacking = Lack { $course }: { $count }
broadcast-start-expiring = { $course } runs out soon: { $count }

broadcast-audience-card = Choose people from lists
broadcast-audience-intro = Everyone who fits all that you choose. Leave out what does not matter.
broadcast-audience-submit = Go on to the text
broadcast-audience-course-label = Course
broadcast-audience-course-hint = Lacking it, overdue, or about to need it again.
broadcast-audience-course-ask = Which course? Say “skip” if it does not matter.
broadcast-audience-standing-label = How they stand with it
broadcast-audience-standing-hint = Only where a course is chosen.
broadcast-audience-standing-ask = Do they lack it, are they overdue, or does it run out soon?
broadcast-audience-lacks = Lack it
broadcast-audience-overdue = Overdue for it
broadcast-audience-30 = It runs out within 30 days
broadcast-audience-90 = It runs out within 90 days
broadcast-audience-team-label = Team
broadcast-audience-team-hint = The people of one team.
broadcast-audience-team-ask = Which team? Say “skip” if it does not matter.
broadcast-audience-role-label = Role
broadcast-audience-role-hint = The job title.
broadcast-audience-role-ask = Which role? Say “skip” if it does not matter.
broadcast-audience-site-label = Site
broadcast-audience-site-hint = Where they work.
broadcast-audience-site-ask = Which site? Say “skip” if it does not matter.
broadcast-audience-employment-label = Kind of contract
broadcast-audience-employment-hint = The kind of contract.
broadcast-audience-employment-ask = Which kind of contract? Say “skip” if it does not matter.
broadcast-audience-started-label = Started since
broadcast-audience-started-hint = Such as “1 September” or “in the last 30 days”.
broadcast-audience-started-ask = Started since when? Say “skip” if it does not matter.
broadcast-audience-started-unclear = I can’t read that as a date. “1 September” or “in the last 30 days” will do.
broadcast-audience-unclear = Choose one from the list, or leave it out.
