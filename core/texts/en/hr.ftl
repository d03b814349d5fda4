# What HR can do, and what others are told instead.

command-hr = For HR: priorities, and what is looked after for everyone.
command-hr-examples = hr, hr broadcast, hr broadcasts, hr courses, hr verify, hr questions, hr wellbeing, hr pulse on monthly, hr priorities add, hr alignment, hr service, hr values, hr 360 @name, hr setup
hr-title = For HR
hr-intro = What you look after for the whole organisation.
hr-priorities = Priorities
hr-alignment = What serves what?
hr-refused-title = That is for HR
hr-refused = This part of Milepost is for HR. If that should be you, please ask { $contact }.
