# What HR can do, and what others are told instead.

command-hr = For HR: write to people, training, questions, priorities, and more.
command-hr-examples = hr
command-hr-write = Write to people, and see what arrived.
command-hr-write-examples = hr broadcast, hr broadcasts, hr messages, hr limit 4
command-hr-training = Training and skills: who must hold what, and who lacks it.
command-hr-training-examples = hr compliance, hr courses, hr verify, hr skills
command-hr-listen = What people are asked and say, and how far reviews are.
command-hr-listen-examples = hr reviews, hr 360 @name, hr questions, hr pulse on monthly, hr wellbeing, hr service
command-hr-organisation = What is worth attention, priorities and how teams compare, files in and out, and how Milepost is set up.
command-hr-organisation-examples = hr organisation, hr organisation last quarter, hr priorities, hr alignment, hr benchmarks, hr values, hr import, hr export, hr setup, hr downtime, hr privacy
hr-title = For HR
hr-intro = What you look after for the whole organisation.
hr-group-training = People and training
hr-group-listening = Listening
hr-group-organisation = The organisation
hr-priorities = Priorities
hr-alignment = What serves what?
hr-refused-title = That is for HR
hr-refused = This part of Milepost is for HR. If that should be you, please ask { $contact }.
