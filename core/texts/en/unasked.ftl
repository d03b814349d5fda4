together = { $count } things for you in one message, the most urgent first.

settings-quiet = Quiet hours
settings-quiet-none = none of your own; nothing comes outside your working days and 08:00 to 18:00
settings-quiet-hours = { $first } to { $last }, beside the hours outside your working days
settings-a-week = Messages you did not ask for
settings-a-week-most = { $count } a week at most
settings-paused = Paused
settings-paused-until = until { $back }; say “resume” to end it
settings-delegate = Standing in
settings-how-quiet = “settings quiet 17:00-09:00” sets quiet hours of your own, “pause for a week” holds everything, and line managers name who stands in with “settings delegate @name from 1 December to 12 December”.

quiet-set = From { $first } to { $last } nothing comes that you did not ask for. What waits comes afterwards, as one message. Answers to what you say always come at once.
quiet-off = You have no quiet hours of your own now. Still nothing comes outside your working days and 08:00 to 18:00 that you did not ask for.
quiet-unclear = Say from when to when, for example “settings quiet 17:00-09:00”, or “settings quiet off”.
quiet-too-long = With { $first } to { $last } less than two hours of your working day would be left, in which your check-in could come. Please leave two hours between 08:00 and 18:00. Nothing was changed.

pause-how = Say how long, for example “pause for a week” or “pause until Monday”. Until then I send you nothing you did not ask for.
pause-news-title = Check-ins are paused
pause-news-text = { $name } has paused check-ins until { $back }. They count as neither answered nor missed.
home-paused = Paused until { $back }.
home-resume = Resume

share-title = Messages nobody asked for
share-now = One person gets { $count } a week at most. That is everything they did not ask for: the check-in and its reminder, training, feedback, questions and your broadcasts. What has no room goes along with the next one, the most urgent first.
share-tells = Line managers are told that someone has paused check-ins, and nothing else.
share-tells-not = Line managers are not told that someone has paused check-ins.
share-how = Say “hr limit 4” (from { $fewest } to { $most }), “hr limit pauses on” or “hr limit pauses off”.
share-unclear = That has to be a number from { $fewest } to { $most }. Nothing was changed.
hr-limit = Limit messages

delegate-title = Standing in
delegate-line-by = { $name } stands in for you from { $first } to { $last }
delegate-line-to = You stand in for { $name } from { $first } to { $last }
delegate-named = { $name } stands in for you from { $first } to { $last }. Your reports and { $name } are told.
delegate-sees = They see how your team stands, its check-ins and its summary, and can remind people. What is private they do not see. That is how people feel at work, one-to-ones, reviews, feedback, 360 reports and training.
delegate-how-to-end = It ends by itself. “settings delegate off” ends it sooner.
delegate-you = You stand in for { $name } from { $first } to { $last }.
delegate-you-see = You see how the team stands, its check-ins and its summary, and can remind people. What is private stays with their line manager. That is how people feel at work, one-to-ones, reviews, feedback and training.
delegate-told = { $name } stands in for { $manager } from { $first } to { $last }.
delegate-told-sees = Meanwhile they too read your check-ins. What is private stays between you and your line manager. That is how you feel at work, one-to-ones, reviews, feedback and training.
delegate-no-more = Nobody stands in for { $manager } any more, as was told you before.
delegate-none = Nobody stands in for you.
delegate-how = Say for example “settings delegate @name from 1 December to 12 December”, or “settings delegate off”.
delegate-manages-nobody = Nobody reports to you, so there is nothing to stand in for.
delegate-dates-unclear = Say from when to when, for example “settings delegate @name from 1 December to 12 December”. Nothing was changed.
delegate-nobody = I couldn’t tell which colleague you mean. Please mention them or write the whole name. Nothing was changed.
delegate-ended = Nobody stands in for you any more. Those concerned are told.
