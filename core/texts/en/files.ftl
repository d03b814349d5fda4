# Files that people attach in chat, and lists that HR sends.

files-title = Your file
files-what-for = { $count ->
    [one] I have { $names }. What is it for?
   *[other] I have { $names }. What are they for?
}
files-certificate-of = Certificate: { $course }, { $day }
files-certificate = Training certificate
files-certificate-other = Another training certificate
files-evidence = Evidence for an objective
files-nothing = Nothing
files-something-else = It’s for something else
files-stay = The file stays where you put it. I keep its name and link, never what is in it.
files-which-objective = Which objective is { $names } evidence for?
files-none-of-these = None of these
files-no-objective = You have no objective yet that it could be evidence for.
files-kept-title = Kept
files-certificate-kept = { $names } is kept with that course as its certificate.
files-dropped-title = Left as it is
files-dropped = I kept nothing of { $names }.
files-in-private = Please send files to me in our own chat, where only you and I can see them.
files-unusable-title = I couldn’t use that
files-unnamed = the file
files-gone = I can’t see { $name }: it was deleted, or it belongs to another organisation. Please attach it again.
files-no-link = { $name } has no link that I could keep. Please attach it as a file, rather than pasting it into the message.

import-title = Import a list
import-how = Send me a list as a CSV (UTF-8) or Excel file (.xlsx), up to 5 MB and 20,000 rows. I’ll show you what it would change before anything is saved. The first line names the columns:
import-kind-people = people
import-kind-objectives = objectives
import-kind-priorities = priorities and goals
import-kind-courses = courses
import-kind-training = training completed
import-kind-skills = skills that job titles want
import-kind-benchmarks = benchmarks
import-kind-service-feedback = service users’ feedback
import-columns-people = email, name (and if you like team, manager_email, role, access, timezone, working_days, start_date, end_date, employment, nation, language)
import-columns-objectives = email, title, measure, target (and if you like unit, baseline, due_date, priority, direction, weight)
import-columns-priorities = title (and if you like serves, team)
import-columns-service-feedback = source, reference, received_on, score, scale (and if you like team, email, objective, text)
import-columns-training = course, email, completed_on (and if you like expires_on, evidence, mandatory, valid_months)
import-columns-courses = course, kind (mandatory or development; and if you like valid_months, renew_within_days, link, skills, verified, course_cy)
import-columns-skills = role, skill (and if you like level: 1, 2 or 3)
import-columns-benchmarks = measure, scope, period, value, source (and if you like scale); with the scope “target” it is your own target
import-reading = I’m working on the { $count } rows of { $name }. It takes a moment; the answer comes by itself.
import-recognised = { $count ->
    [one] { $name } is a list of { $kind } with one row.
   *[other] { $name } is a list of { $kind } with { $count } rows.
}
import-would-add = To be added
import-would-change = To be changed
import-more = … and { $count } more
import-left-alone = { $count ->
    [one] One is known to Milepost but not in the file, and would stay as it is.
   *[other] { $count } are known to Milepost but not in the file, and would stay as they are.
}
import-not-yet = Nothing is saved yet.
import-do = Import
import-do-not = Don’t import
import-nothing-new = Milepost knows all of it already, so there is nothing to import.
import-done-title = Imported
import-done = { $name } is imported.
import-refused-title = Not imported
import-send-again = Put these right and send the file again.
import-changed = { $name } has changed since I showed you what it would do. Please look at it once more.
import-one-at-a-time = I read one list at a time: this is { $name }. Please send the others one by one.
import-unknown = I can’t tell from the columns of { $name } what list it is. Say “hr import” to see which columns each list has.
import-no-list = { $names } is not a list that I can import. Please send a CSV (UTF-8) or an Excel file (.xlsx).
import-unread-title = I couldn’t read that
import-unreadable = { $name }: { $problem }
import-too-large = { $name } is larger than 5 MB, the most I read in chat. Please split it, or ask whoever runs Milepost to import it.
import-expired = I can no longer open { $name }: its link has run out, or it was deleted. Please send it again.
import-unreachable = { $name } could not be fetched just now. Please send it again in a few minutes.
