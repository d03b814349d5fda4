# Training: what counts until when, and completions.

command-training = Your training: what counts until when, what is due, and recording what you did.
command-training-examples = training, training fire safety on Tuesday, did first aid on 3 March
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
training-in-future = { $day } is still to come.
training-before-start = { $day } is before your first day here, { $start }. If it counts all the same, your HR team can import it.
