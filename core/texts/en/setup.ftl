# Setting an organisation up, for its administrators and HR.

set-up-title = Set Milepost up
set-up-heading = Set Milepost up for { $organisation }
set-up-intro = Four steps, in any order. Nobody hears from me until you have brought them in, and then on the day you choose.
set-up-again = “hr setup” brings this back whenever you like.

set-up-people = Bring your people in
set-up-people-now =
    { $count ->
        [one] So far I know one person: you.
       *[other] I know { $count } people.
    }
set-up-people-button = Paste a list
set-up-people-title = Bring people in
set-up-people-intro = Paste rows from a spreadsheet with their header. Needed: email and name. Useful: team, manager_email, working_days (Mon-Fri), timezone, nation, language (en or cy). Pasting the same people again updates them. For a long list, your operator runs “milepost import people FILE”.
set-up-people-done = Your people are in
set-up-people-refused = Nothing was brought in yet
set-up-more-problems =
    { $count ->
        [one] And one more row to put right.
       *[other] And { $count } more rows to put right.
    }
add-people-rows-ask = Paste your list here, with its header.
add-people-rows-label = Your list
add-people-rows-hint = email,name,team,manager_email – one person a line.
reads-hr = Kept as your organisation’s directory. Seen by HR; people see their own entry.

set-up-schedule = Choose the day and time
set-up-schedule-now = Everyone is asked on { $day } at { $at }, by their own clock, and on their next working day if they are off.
set-up-schedule-button = Change the day or time
set-up-schedule-title = When people are asked
set-up-schedule-intro = Once a week. Days off, bank holidays and leave are kept by themselves.
set-up-schedule-done = From the next time on, everyone is asked on { $day } at { $at }.
set-schedule-day-ask = Which day of the week?
set-schedule-day-label = Day
set-schedule-day-hint = Part-timers are asked on their next working day.
set-schedule-at-ask = At what time?
set-schedule-at-label = Time
set-schedule-at-hint = By each person’s own clock.
set-schedule-days-ask = For how many days is it open? Skip this to leave it as it is.
set-schedule-days-label = Open for
set-schedule-days-hint = Without a choice it stays as it is.
set-up-days-1 = 1 day
set-up-days-2 = 2 days
set-up-days-3 = 3 days
set-up-days-4 = 4 days
set-up-days-5 = 5 days
set-up-days-6 = 6 days
set-up-days-unclear = Please say a number of days from 1 to 6.
set-up-day-1 = Monday
set-up-day-2 = Tuesday
set-up-day-3 = Wednesday
set-up-day-4 = Thursday
set-up-day-5 = Friday
set-up-day-6 = Saturday
set-up-day-7 = Sunday
set-up-day-unclear = I didn’t catch the day. Say for example “Tuesday”.
set-up-time-unclear = I didn’t catch the time. Say for example “9:30” or “2pm”.

set-up-channel = Pick the summary channels
set-up-channel-no-teams = Teams come with your people, by the column “team”.
set-up-channel-done = Every team has its channel.
set-up-channel-now =
    { $more ->
        [0] Still without a channel: { $names }. Each team’s lead adds me to the channel and says there: @Milepost team set channel
       *[other] Still without a channel: { $names } and { $more } more. Each team’s lead adds me to the channel and says there: @Milepost team set channel
    }

set-up-try = Try it on yourself first
set-up-try-now = You get this week’s check-in, exactly as everyone will see it.
set-up-try-button = Send me a check-in

set-up-refused-title = That is for HR and administrators
set-up-refused = Setting Milepost up is for your organisation’s HR and administrators. Please ask { $contact }.

add-people-submit = Bring them in
set-schedule-submit = Save
