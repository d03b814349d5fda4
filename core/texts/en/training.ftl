# Training: what counts until when, and completions.

command-training = Your training: what counts until when, what is due, and recording what you did.
command-training-examples = training, training fire safety on Tuesday, did first aid on 3 March, training skills
slack-hint-training = [course on day]

training-title = My training
training-title-of = Training of { $name }
training-due-title = Training due
training-held-title = Completed
training-nothing-due = Nothing is due in the next 60 days.
training-none = No training is recorded for you yet. Say “did fire safety on Tuesday” when you have done some.
training-none-of = No training is recorded for { $name } yet.
training-how = Say “did fire safety on Tuesday, certificate 4521” to record a course.
training-column-course = Course
training-column-done = Done on
training-column-until = Counts until
training-for-good = for good
training-expired = { $day } (ran out)
training-mandatory = mandatory
training-ran-out = { $course }: ran out on { $day }
training-runs-out = { $course }: runs out on { $day }
training-see = See my training

training-confirm-title = Shall I record this?
training-confirm = { $course }, done on { $day }.
training-confirm-until = It counts until { $day }.
training-confirm-evidence = What shows it: { $evidence }
training-record = Record it
training-another = Another course
training-drop = Don’t record it
training-dropped-title = Not recorded
training-dropped = Nothing was recorded.
training-which-title = Which course?
training-which = I know no course called “{ $said }”. Is it one of these?
training-which-other = Which course did you do?
training-no-course = Nothing I know is like it. Please ask your HR team to add the course; nothing was recorded.
training-recorded-title = Recorded
training-recorded = { $course }, done on { $day }, is recorded. Well done.
training-recorded-before = { $course }, done on { $day }, was recorded before, so it was not recorded twice.
training-problem-title = Not recorded yet
training-problem = { $problem } Please say it again with the day you did it; nothing was recorded.
training-is-verified = HR looks at this course’s certificates before they count.
training-evidence-how = If you have a certificate, send it to me as a file, or say its number after a comma: “did fire safety on Tuesday, certificate 4521”.
training-recorded-waits = { $course }, done on { $day }, is recorded. It counts once HR has looked at it; I’ll tell you then.
training-in-future = { $day } is still to come.
training-before-start = That is before your first day here, { $start }. HR will look at it before it counts, so please say what shows it.

# What is asked of someone, and reminders of it.

training-to-be-done = { $course }: to be done by { $day }
training-was-to-be-done = { $course }: was to be done by { $day }
training-waits-for-hr = { $course }: recorded, and waiting for HR to look at it
training-reminder-title = Your training
training-reminder-intro = { $count ->
    [one] { $name }, one course needs your time.
   *[other] { $name }, { $count } courses need your time.
  }
training-did = I’ve done { $course }
training-overdue-title = Training overdue in your team
training-overdue-intro = { $name }, these people have had their reminders. Could you help them find the time?
training-overdue-how = Each of them knows. Nobody else is told.
training-since-lacking = was to be done by { $day }
training-since-expired = ran out on { $day }
