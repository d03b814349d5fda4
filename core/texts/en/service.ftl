# What people who use a service said: figures and comments beside results, and files that bring them in.

service-title = What service users say
service-window = The last 90 days, by where it was asked.
service-of-five = { $average } out of 5
service-of-ten = { $average } out of 10
service-answers = { $count ->
    [one] 1 answer
   *[other] { $count } answers
}
service-few-answers = { $count ->
    [one] only 1 answer
   *[other] only { $count } answers
}
service-up = up { $by } on the 90 days before
service-down = down { $by } on the 90 days before
service-same = the same as in the 90 days before
service-nothing-before = nothing to compare with before that
service-few-before = { $count ->
    [one] only 1 answer then
   *[other] only { $count } answers then
}
service-points = { $count ->
    [one] { $shown } percentage point
   *[other] { $shown } percentage points
}

service-import = Bring in service feedback
service-import-title = Service users’ feedback
service-import-intro = Paste rows from your survey with their column names: source, reference, received_on, score, scale (1 to 5, 0 to 10 or percent), then team, or email and objective, and text. A repeat changes nothing; the same reference again corrects it.
service-import-done = Service users’ feedback is in
service-import-refused = Nothing was brought in yet
import-service-rows-ask = Paste the rows here, with their column names.
import-service-rows-label = Your rows
import-service-rows-hint = source,reference,received_on,score,scale,team,email,objective,text: one answer a line.

import-wrong-too-long = it has { $written } characters.
import-fix-too-long = Shorten it to { $allowed } characters or fewer.
import-wrong-unknown-scale = “{ $written }” is not a scale that is known.
import-fix-unknown-scale = Write 1 to 5, 0 to 10 or percent. A spreadsheet may have made a date of 1-5.
import-wrong-off-scale = { $written } is not on its scale.
import-fix-off-scale = Give a score from { $lowest } to { $highest }, or correct the scale.
import-wrong-not-received-yet = “{ $written }” is still to come.
import-fix-not-received-yet = Give the day on which the answer came in.
import-wrong-repeated-answer = the source has “{ $written }” twice, first at number { $first }.
import-fix-repeated-answer = Keep one of the two.
import-wrong-no-subject = it is said of neither a team nor an objective.
import-fix-no-subject = Fill in the team, or the objective’s title with its owner’s email.
import-wrong-two-subjects = it is said of a team and of an objective at once.
import-fix-two-subjects = Keep the team, or the email and the objective.
import-wrong-half-subject = an objective is known by its title and its owner’s email, and one of them is missing.
import-fix-half-subject = Fill in both.
import-wrong-team-not-found = there is no team called “{ $written }”.
import-fix-team-not-found = { $nearest ->
    [none] Correct its name, or import the people of the team first.
   *[other] Write “{ $nearest }” if that is meant, or import the people of the team first.
}
import-wrong-objective-not-found = { $email } has no objective called “{ $written }”.
import-fix-objective-not-found = { $nearest ->
    [none] Give its title as the owner sees it, or name a team instead.
   *[other] Write “{ $nearest }” if that is meant, or name a team instead.
}
import-wrong-no-such-objective = no such objective is known.
import-fix-no-such-objective = Check its title and its owner’s email, or name a team instead.
