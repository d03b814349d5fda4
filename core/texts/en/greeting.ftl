welcome-title = Hello { $name }, I’m Milepost
welcome-what = Once a week I ask how your objectives are going. It takes about a minute, in a form or here in chat, and you can answer ahead, put it off, or say when you’re away.
welcome-who-reads = Your answers are read by you and your line manager, and before each question I say who reads it. I show you nothing of anyone else’s unless they report to you.
welcome-language = Which language would you like? You can change it at any time. / Pa iaith hoffech chi? Gallwch ei newid unrhyw bryd.
welcome-help = What can you do?

help-title = What I can do
help-intro = Type any of these to me. Small misspellings are fine.
help-also = { $what } Also: { $examples }
help-group-work = Your week
help-group-people = You and your colleagues
help-group-growth = Your training and review
help-group-own = Settings, and what is yours
help-group-team = Your team
help-group-hr = HR
command-checkin = Answer this week’s check-in, see it, or answer next week’s ahead of time.
command-checkin-examples = checkin, checkin next week
command-objectives = See your objectives, or add one.
command-objectives-examples = objectives, objectives add, objectives 2, objectives tree, pause objective 2 until 4 Jan
command-team = How your own reports stand, who is overdue, one person, or the summary.
command-team-examples = team, team overdue, team @name
command-team-summary = What is worth your attention in a week, a month or a quarter.
command-team-summary-examples = team summary, team summary month, team set summary
command-team-compare = How your team compares, what it can do, and what it works towards.
command-team-compare-examples = team benchmarks, team skills, team training, team goals, team alignment
command-team-person = Plan something with one person: a one-to-one, a review or a 360 round.
command-team-person-examples = team reviews, team review @name annual by 31 March, team one-to-one @name on Thursday 14:00, team 360 @name
command-team-more = What your team is asked, its settings, and its tables as files.
command-team-more-examples = team questions, team pulse, team set, team export
command-away = Hold everything while you’re away.
command-away-examples = away until Wednesday, ooo for 3 days, pause for a week, here
command-settings = Your language, time zone, quiet hours, who stands in for you, and your next check-in.
command-settings-examples = settings, settings language cymraeg, settings zone Europe/Belfast, settings quiet 17:00-09:00, settings delegate @name from 1 December to 12 December
command-help = This list.
command-help-examples = help

home-title = Hello { $name }
home-week = My week
home-nothing-due = Nothing is due just now.
home-open-until = Open until
home-team = See my team

settings-title = Your settings
settings-language = Language
settings-zone = Time zone
settings-days = Working days
settings-next = Next check-in
settings-no-next = none is due
settings-how = Say “settings language cymraeg” or “settings zone Europe/Belfast” to change them. Working days come from your HR record.
settings-language-set = I’ll speak English with you from now on.
settings-language-unknown = I speak English and Welsh. Say “settings language english” or “settings language cymraeg”.
settings-zone-unknown = I don’t know that time zone. Did you mean { $nearest }? Say for example “settings zone Europe/London”.

stranger-title = I don’t know you yet
stranger = I can’t find your work email in this organisation’s staff list, so I can’t do anything for you yet. Please ask { $contact } to add you.
stranger-ask = your HR team

unknown-title = I didn’t catch that
unknown-nearest = Did you mean one of these? Nothing was changed.
unknown-text = I couldn’t tell what that is about, and nothing was changed. Say “help” to see what I can do.

settings-platform = I write to you on
settings-platform-set = I’ll write to you on { $platform } from now on. What you have begun elsewhere, you can finish there or here.
settings-platform-unknown = You have an account on { $yours }. Say for example “settings platform slack”.
platform-which-title = Where should I write to you?
platform-which = I know you on { $platforms }. Which one should your check-ins come to?
platform-either-works = You can answer on any of them, and finish on one what you began on another. “settings” changes this.
platform-last-used = wherever you were last
