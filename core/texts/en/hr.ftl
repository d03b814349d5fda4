# What HR can do, and what others are told instead.

command-hr = For HR: write to people, training, questions, priorities, and more.
command-hr-examples = hr, hr broadcast, hr broadcasts, hr compliance, hr benchmarks, hr courses, hr verify, hr skills, hr questions, hr wellbeing, hr pulse on monthly, hr 360 @name, hr organisation, hr organisation last quarter, hr priorities, hr alignment, hr service, hr values, hr import, hr export, hr messages, hr downtime, hr setup
hr-title = For HR
hr-intro = What you look after for the whole organisation.
hr-group-training = People and training
hr-group-listening = Listening
hr-group-organisation = The organisation
hr-priorities = Priorities
hr-alignment = What serves what?
hr-refused-title = That is for HR
hr-refused = This part of Milepost is for HR. If that should be you, please ask { $contact }.
