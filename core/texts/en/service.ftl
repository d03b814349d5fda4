# What people who use a service said: figures and comments beside results, and HR’s form to bring it in.

service-title = What service users say, last 90 days
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
reads-service = Read by the objective’s owner and line manager, or by the team’s lead. A team’s channel reads only figures of five answers or more.
service-import-done = Service users’ feedback is in
service-import-refused = Nothing was brought in yet
import-service-submit = Bring them in
import-service-rows-ask = Paste the rows here, with their column names.
import-service-rows-label = Your rows
import-service-rows-hint = source,reference,received_on,score,scale,team,email,objective,text: one answer a line.
