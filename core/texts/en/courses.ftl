# Courses as HR keeps them, and what HR verifies.

courses-title = Courses
courses-none = There are no courses yet. Add the first, or import what people completed.
courses-retired = No longer offered: { $names }
courses-waiting = To verify ({ $count })
courses-how = Say “hr courses add Fire safety”, “hr courses change Fire safety”, “hr courses retire Fire safety”, or “hr completed fire safety 12 Nov: names or emails”.
course-add-title = Add a course
course-change-title = Change { $course }
course-change = Change
course-retire = Stop offering it
course-bring-back = Offer it again
course-kept = Saved. Reminders follow what you set from now on.
course-retired = It is no longer offered, and nobody is reminded of it. What people completed stays.
course-back = It is offered again.
course-is-retired = No longer offered.
course-counts = counts for { $months }
course-counts-for-good = counts for good
course-months = { $count ->
    [one] 1 month
   *[other] { $count } months
  }
course-days = { $count ->
    [one] 1 day
   *[other] { $count } days
  }
course-everyone = everyone
course-asked-nobody = asked of nobody yet
course-team-gone = a team that is no longer there
course-kind-mandatory = Mandatory
course-kind-development = Development
course-kind-unclear = Is it mandatory, or for development?
course-title-taken = There is a course called “{ $title }” already. Say “hr courses change { $title }” to change it.
course-months-unclear = “{ $written }” is no length of time I know. Say “12 months”, “3 years” or “for good”.
course-days-unclear = “{ $written }” is no number of days. Say a number from 0 to { $most }.
course-who-unknown = I know no team, job title or kind of employment “{ $written }”.{ $nearest ->
    [none] {""}
   *[other] {" "}Did you mean “{ $nearest }”?
  } You can say “everyone”, or several with commas between.

keep-course-intro = What you leave out can be added later. People are reminded 60, 30 and 7 days before, and on the day.
keep-course-title-ask = What is the course called?
keep-course-title-label = Title
keep-course-title-hint = As people will say it.
keep-course-welsh-ask = What is it called in Welsh?
keep-course-welsh-label = Title in Welsh
keep-course-welsh-hint = Leave it out if it is the same.
keep-course-kind-ask = Is it mandatory, or for people’s development?
keep-course-kind-label = Kind
keep-course-kind-hint = Line managers hear of mandatory ones that are overdue.
keep-course-months-ask = For how long does it count?
keep-course-months-label = Counts for
keep-course-months-hint = “12 months”, “3 years” or “for good”.
keep-course-who-ask = Who must do it?
keep-course-who-label = Who must do it
keep-course-who-hint = “everyone”, or teams, job titles and kinds of employment with commas between; “nobody” for none.
keep-course-days-ask = Within how many days?
keep-course-days-label = Within
keep-course-days-hint = From today; for newcomers from their first day.
keep-course-window-ask = How many days before it runs out may it be renewed?
keep-course-window-label = Renew from
keep-course-window-hint = Days before it runs out; 60 unless you say otherwise.
keep-course-verified-ask = Does HR look at each certificate before it counts?
keep-course-verified-label = HR verifies
keep-course-verified-hint = You find them under “hr verify”.
keep-course-link-ask = Where is it offered?
keep-course-link-label = Link
keep-course-link-hint = Shown in every reminder.
keep-course-skills-ask = Which skills does it give?
keep-course-skills-label = Skills
keep-course-skills-hint = With commas between.
keep-course-submit = Save

verify-title = Training to verify
verify-none = Nothing waits for you.
verify-line = { $course }, done on { $day }
verify-before-start = Before their first day here, { $start }.
verify-no-evidence = Nothing was given that shows it.
verify-accept = Accept
verify-send-back = Send back
verify-own = This is your own training, so somebody else in HR has to look at it.
verify-is-accepted = { $course } of { $name } counts now. They have been told.
verify-is-sent-back = { $course } went back to { $name } with your words.
verify-accepted-title = Your training counts
verify-accepted = HR has looked at { $course }, done on { $day }: it counts.
verify-sent-back-title = Your training needs another look
verify-sent-back = HR could not accept { $course }, done on { $day }, yet:
send-back-training-intro = { $course } of { $name }. They read what you say, and can record it again.
send-back-training-reason-ask = What is missing?
send-back-training-reason-label = What is missing
send-back-training-reason-hint = For example: “Please send the certificate’s number.”
send-back-training-submit = Send back
reads-send-back = Read by the person who recorded it, and by HR.

bulk-title = Completions recorded
bulk-heading = { $course }, done on { $day }.
bulk-done = { $count ->
    [one] Recorded for { $names }.
   *[other] Recorded for { $count } people: { $names }.
  }
bulk-before = Recorded before: { $names }.
bulk-missed = { $count ->
    [one] One line names nobody beyond doubt, so nothing was recorded for it:
   *[other] { $count } lines name nobody beyond doubt, so nothing was recorded for them:
  }
bulk-missed-how = Say it again with just these, by email.
bulk-nobody = nobody I know
bulk-nearly = did you mean { $name }?
bulk-several = several people: { $emails }
bulk-own = your own, so somebody else in HR records it
bulk-too-many = at most { $most } at a time
bulk-how = Say the course, the day, and after a colon who did it: “hr completed fire safety 12 Nov: Amira Hassan, ben@council.example”. You can paste a list, a person a line.
bulk-which = I know no course called “{ $said }”, so nothing was recorded.
bulk-which-near = The nearest: { $titles }.
bulk-which-none = Say “hr courses” to see them all.
