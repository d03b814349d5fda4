# Skills: what job titles and objectives want, what people hold, and what is missing.

skills-title = My skills
skills-title-of = Skills of { $name }
skills-level-1 = learning
skills-level-2 = confident
skills-level-3 = can teach it
skills-level-none = nothing said yet
skills-say-1 = I’m learning it
skills-say-2 = I can do this
skills-say-3 = I can teach it
skills-why-role = your job
skills-why-role-of = the job
skills-why-objective = “{ $title }”
skills-gaps-title = To work on
skills-gap = { $skill }, for { $why }. Wanted: { $wanted }. Now: { $held }.
skills-gap-short = { $skill } ({ $wanted })
skills-gaps-more = Also: { $names }.
skills-courses = Courses that give it: { $titles }
skills-teachers = Can teach it: { $names }
skills-no-gaps = Nothing is missing of what your job and objectives want.
skills-no-gaps-of = Nothing is missing of what the job and objectives want.
skills-none-wanted = No skills are asked for by your job or objectives yet. You can still add your own.
skills-none-wanted-of = No skills are asked for by the job or objectives yet.
skills-held-title = What you can do
skills-held-title-of = What { $name } can do
skills-column-skill = Skill
skills-column-said = You say
skills-column-said-of = They say
skills-column-confirmed = Line manager confirmed
skills-column-trained = Training that counts
skills-how = Say “my skills add Excel 2” to add or change one (1 learning, 2 confident, 3 can teach it), or “my skills remove Excel”.
skills-readers = You and your line manager read this. HR only ever sees counts of five people or more.
skills-readers-of = { $name } and you read this.
skills-named = Colleagues who want to learn can see your name beside what you can teach.
skills-not-named = Colleagues do not see what you can teach, unless you say so.
skills-name-me = Show my name to colleagues who want to learn
skills-unname-me = Stop showing my name
skills-noted = Noted: { $skill }, { $level }.
skills-forgotten = { $skill } is taken off your list.
skills-not-there = “{ $skill }” is not on your list, so nothing was changed.
skills-near-title = Is it one you have already?
skills-near = “{ $written }” is nearly “{ $known }”.
skills-use = Use “{ $skill }”
skills-keep = “{ $skill }” is another skill
skills-too-many = That is more than { $most } skills at once. Please say it in parts; nothing was kept.
skills-level-unclear = “{ $written }”: a level is 1 (learning), 2 (confident) or 3 (can teach it). Please say it again; nothing was kept.
skills-name-long = “{ $written }…” is longer than { $most } characters. Please give it a shorter name; nothing was kept.
skills-unclear-title = Not kept yet

# A line manager's team.

team-skills-title = Skills in your team
team-skills-none = Nothing is asked for by your team’s jobs or objectives yet. HR can say what a job needs with “hr skills”, and “Skills it needs” on an objective’s page says what that one needs.
team-skills-summary = { $gaps ->
    [0] Nothing is missing of what your team’s jobs and objectives want.
    [one] One gap in your team.
   *[other] { $gaps } gaps in your team, the widest first.
  }
team-skills-part = Skills { $first } to { $last } of { $total }
team-skills-column-name = Name
team-skills-cell-met = ✓ { $level }
team-skills-cell-partly = △ { $held }, aim: { $wanted }
team-skills-cell-missing = ✗ not yet, aim: { $wanted }
team-skills-cell-unwanted = –
team-skills-legend = ✓ holds it · △ on the way · ✗ not yet · – not asked of them
team-skills-only-title = Only one person can do it
team-skills-only = { $skill }: only { $name } holds this so far. Someone to learn from them would help cover leave.
team-skills-confirm-title = For you to confirm
team-skills-confirm-line = { $name } says of { $skill }: { $level }.
team-skills-confirm = Confirm { $name }: { $skill }
team-skills-rather = Rather: { $level }
team-skills-confirmed = Confirmed: { $name }, { $skill }, { $level }.
team-skills-button = Skills
team-skills-open = { $name }’s skills
team-skills-how = Say “team skills { $name }” for one person.

# HR: what job titles want.

role-skills-title = Skills by job title
role-skills-none = No job title asks for a skill yet.
role-skills-how = Say “hr skills Housing Officer: Excel 2, Safeguarding 3” (1 learning, 2 confident, 3 can teach it), or “hr skills remove Housing Officer: Excel”.
role-skills-line = { $role }: { $skills }
role-skills-of = Skills for the job: { $role }
role-skills-one-none = This job title asks for no skill yet.
role-skills-column-level = Level wanted
role-skills-column-lacking = Lack it
role-skills-lacking = { $lacking } of { $people }
role-skills-few-lacking = fewer than 5 of { $people }
role-skills-too-few = too few people to count
role-skills-remove = Remove { $skill }
role-skills-kept = Saved: { $skills }.
role-skills-removed = No longer asked for the job { $role }: { $skills }. What people hold stays.
role-skills-not-there = { $role } does not ask for { $skills }, so nothing was changed.
role-skills-role-unknown = Nobody here has the job title “{ $role }”, so nothing was saved yet.
role-skills-for = For “{ $role }”
role-skills-for-new = “{ $role }” is right

# What an objective needs.

objective-skills-button = Skills it needs
field-skills = Skills it needs
objective-skills-title = Skills for “{ $title }”
objective-skills-intro = Which skills does it need? Whoever owns it sees what is missing under “my skills”.
objective-skills-skills-ask = Which skills does it need?
objective-skills-skills-label = Skills
objective-skills-skills-hint = “Excel 2, Report writing”: 1 learning, 2 confident, 3 can teach it; confident unless you say. “None” for none.
objective-skills-submit = Save
objective-skills-none = none
objective-skills-kept = Saved.

# Once a quarter.

skills-ask-title = How do you stand with these?
skills-ask-intro = { $name }, your job asks for these. A tap each is enough, once a quarter, and not at all if you would rather not.
skills-ask-quiet = Don’t ask me again
skills-see = See my skills
skills-quiet-title = I won’t ask again
skills-quiet = You can still say “my skills” whenever you like.

# Files.

export-skills = Skills
