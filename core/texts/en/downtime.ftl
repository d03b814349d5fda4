# What becomes of what fell due while Milepost was down; the figures come from the rules themselves.

hr-downtime = After a time without Milepost
downtime-title = After a time without Milepost
downtime-intro = When Milepost has been down, it does not send everything it would have sent. This is what it does on its return, always in each person’s working time and once.
catch-up-prompt = Check-ins are asked for until { $percent }% of their window has passed. After that, this week’s counts as skipped, not missed; weeks that passed in between are skipped too, and nobody gets a backlog.
catch-up-reminder = A check-in’s reminder still goes out while at least { $minutes } minutes of the window are left. Whoever was never reminded has not missed that check-in.
catch-up-snooze = A check-in put off until later comes back while at least { $minutes } minutes of the window are left. Where a reminder is due as well, only one of the two is sent.
catch-up-closing = Check-ins close however late; the message changes in place, and a late answer is still welcome.
catch-up-summary = A team’s summary is posted, for the week it was due in, until the next one is due { $days } days later. Only the newest is posted.
catch-up-pause-end = Objectives whose pause is over count again. Their owners are told once, on a working morning.
catch-up-feedback-reminder = Whoever is asked for feedback is reminded until the day it is hoped for. Several reminders that come at once are one message.
catch-up-feedback-report = Feedback without names is brought to its reader however late.
catch-up-training-reminder = Training reminders say what is due on the day they are sent, in one message.
catch-up-training-overdue = Line managers hear what is overdue on the day they are told, in one message.
catch-up-training-plan = When training reminders are next due is worked out anew, however late.
catch-up-broadcast = A broadcast scheduled for a time still goes if it is at most { $days } days late. After that nothing is sent: its author is asked whether it should still go. One that has begun goes on where it stopped.
catch-up-recognition-digest = A month’s thanks are posted up to { $days } days late, and left out after that.
catch-up-review = Reviews are reminded of until the day by which they are to be signed; after that nobody is.
catch-up-one-to-one = One-to-ones are reminded of until they begin; after that nobody is.
catch-up-skills = The question about skills is asked up to { $days } days late; after that it waits for the next quarter.
catch-up-round-360-reminder = Whoever is asked in a 360 round is reminded until its last day. Several reminders that come at once are one message.
catch-up-round-360-close = 360 rounds close however late, and their readers are told.
catch-up-organisation-week = Weeks that are over are counted for the view of the organisation, however late.
catch-up-pulse = A pulse question opens up to { $days } days late; after that it waits for its next date. One that is open closes however late.
reminders-together = { $count } people still hope for your answer

broadcast-stale-title = It did not go
broadcast-stale = This was to go out on { $moment }, but Milepost was down. Should it still go?
broadcast-stale-send = Send it now
