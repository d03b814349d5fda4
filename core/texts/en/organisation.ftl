# The organisation as a whole, for HR and directors.

organisation-title = { $name }: { $span }
organisation-title-plain = The organisation
organisation-button = The organisation
organisation-attention = Worth your attention
organisation-attention-none = Nothing stands out. No obstacle is shared, no figure left its usual range for the worse, and every priority is served.
organisation-worse-of = { $service }. { $verdict }
organisation-obstacle-words = { $people } people met the same obstacle in one week ({ $theme }: { $words })
organisation-obstacle-theme = { $people } people had something in the way in one week ({ $theme })
organisation-obstacle-services = { $said }, in { $services ->
    [one] one service
   *[other] { $services } services
  }
organisation-obstacle-outside = { $said }; { $outside } of them call it outside their control
organisation-priority = “{ $title }”: { $share } of what was said of its objectives is that they are on track ({ $objectives ->
    [one] one objective
   *[other] { $objectives } objectives
  })
organisation-orphaned = Nothing serves the priority “{ $title }”
organisation-training = { $overdue ->
    [one] One required course is overdue
   *[other] { $overdue } required courses are overdue
  }; { $rate } of what must be held is held
organisation-adrift = { $adrift } of { $objectives } objectives serve no priority ({ $share })
organisation-few-answer = { $rate } of check-ins were answered, so the other figures rest on few answers
organisation-do-obstacle-person = { $items ->
    [one] Those who met it can remove it: ask their leads what would help.
   *[other] Those who met these can remove them: ask their leads what would help.
  }
organisation-do-obstacle-manager = { $items ->
    [one] It is for managers to decide: agree one answer for all services, and say by when.
   *[other] These are for managers to decide: agree one answer to each for all services, and say by when.
  }
organisation-do-obstacle-another-team = { $items ->
    [one] One service can remove it for the others: name who, and ask for a date.
   *[other] One service can remove each of these for the others: name who, and ask for dates.
  }
organisation-do-obstacle-outside = { $items ->
    [one] Nobody here can remove it. Raise it with the supplier or partner once for all, and move the dates that hang on it.
   *[other] Nobody here can remove these. Raise each with the supplier or partner once for all, and move the dates that hang on them.
  }
organisation-do-worsening = { $items ->
    [one] Ask what changed there at that time before anything else; one look at the work is worth more than a reminder.
   *[other] Ask what changed in each at that time before anything else; one look at the work is worth more than a reminder.
  }
organisation-do-priority = { $items ->
    [one] Decide whether it gets what it needs, or gets smaller targets.
   *[other] Decide whether each gets what it needs, or gets smaller targets.
  }
organisation-do-orphaned = { $items ->
    [one] Ask who should set an objective for it, or take it off the list.
   *[other] Ask who should set an objective for each of these, or take them off the list.
  }
organisation-do-training = “hr compliance overdue” says what to do first; give people time for it.
organisation-do-adrift = “hr alignment” has their titles: link them, or let them go.
organisation-do-participation = Find out whether the day, the time or the questions get in the way, before reminding anyone.

organisation-whole = All together
organisation-services = Services
organisation-service = Service
organisation-people = People asked
organisation-answered = Answered
organisation-on-track = On track
organisation-confidence = Confidence
organisation-training-held = Training held
organisation-services-order = In the order of their names. A dash stands where fewer than five people said anything in a week, or nobody did.
organisation-services-small = { $count ->
    [one] One service has too few people to be shown apart; it counts in the figures of all together.
   *[other] { $count } services have too few people to be shown apart; they count in the figures of all together.
  }
organisation-one-service = All teams work in one service here, so there is nothing to set side by side. It follows from who leads which team and who reports to whom in the people file.
organisation-teams = Teams
organisation-team = Team
organisation-teams-small = Teams of which fewer than five people said anything are not shown apart.

organisation-priorities = Priorities
organisation-priority-column = Priority
organisation-objectives = Objectives
organisation-moving = Reported on lately
organisation-standing = How it stands
organisation-support-orphaned = nothing serves it
organisation-support-at-risk = at risk
organisation-support-still = no news for five weeks
organisation-support-supported = supported
organisation-priorities-none = No priorities are kept yet. HR keeps them with “hr priorities”.
organisation-serving-nothing = { $adrift ->
    [0] Every objective serves something.
    [one] One objective of { $objectives } serves no priority.
   *[other] { $adrift } objectives of { $objectives } serve no priority.
  }
organisation-priority-by-service = Which services serve it
organisation-priority-elsewhere = Without a service
organisation-priority-few = Fewer than five people said how its objectives stand in any week, so nothing is shown of it.
organisation-priority-share = { $share } on track in { $span }.
organisation-priority-none = No active objective serves it.

organisation-obstacles = What is in the way
organisation-obstacles-none = Nothing was met by five people or more in the same week.
organisation-obstacle = Obstacle
organisation-most = Most in one week
organisation-in-services = Services
organisation-remover = Who can remove it
organisation-obstacle-name = { $theme }: { $words }
organisation-obstacles-how = Put together from what people said was in the way. Words stand here only where five people or more used them.
organisation-remover-person = the people themselves
organisation-remover-manager = their managers
organisation-remover-another-team = another team
organisation-remover-outside = nobody here

organisation-felt = How work has felt
organisation-felt-line = { $average } of 5 in the week of { $day } ({ $people } people)
organisation-felt-few = Too few people said so in any week to show it.

organisation-equality = Is it the same for everyone?
organisation-equality-what = From what Milepost holds: the kind of contract, hours, nation, language and length of service. It holds nothing about protected characteristics such as ethnicity, disability, religion or sexual orientation.
organisation-equality-why-not = Not told: { $divisions }. A group is shown only where five people or more of it said something in a week, and five or more of everyone else. Nor is it shown where another figure could be taken from it to find anyone out.
organisation-equality-part = Groups are shown to those who see the whole organisation. From the difference between two views someone could be found out.
organisation-equality-how = A difference is a question and not a finding: jobs, sites and hours differ too.
organisation-group = Group
organisation-dimension-employment = kind of contract
organisation-dimension-hours = hours
organisation-dimension-nation = nation
organisation-dimension-language = language
organisation-dimension-served = length of service
organisation-value-permanent = permanent
organisation-value-fixed-term = fixed term
organisation-value-interim = interim
organisation-value-agency = agency
organisation-value-bank = bank
organisation-value-full-time = full-time
organisation-value-part-time = part-time
organisation-value-en = English
organisation-value-cy = Welsh
organisation-value-England = England
organisation-value-Wales = Wales
organisation-value-Scotland = Scotland
organisation-value-Northern-Ireland = Northern Ireland
organisation-value-under-2 = less than 2 years
organisation-value-2-to-5 = 2 to 5 years
organisation-value-5-to-10 = 5 to 10 years
organisation-value-over-10 = 10 years or more
organisation-value-unknown = no start date known
organisation-value-others = all others together

organisation-none = Nothing is known yet. The first figures come on the Monday after people’s first check-in week.
organisation-none-in-span = Nothing is known of { $span }.
organisation-none-counting = Earlier weeks are still being counted: ask again in a few minutes.
organisation-none-since = Figures begin with the week of { $day }. Ask for a later stretch, such as “hr organisation quarter”.
organisation-silent = { $weeks ->
    [one] One week is over, and
   *[other] { $weeks } weeks are over, and
  } too few people said anything to show figures. Five in a week are needed.
organisation-begins = Figures begin with the week of { $day }: nothing is known of the days before.
organisation-counting = { $left ->
    [one] One earlier week is still being counted.
   *[other] { $left } earlier weeks are still being counted.
  } Ask again in a few minutes.
organisation-how = Weeks are counted once, after they end, and do not change afterwards: late answers stay with the person and their line manager. Nobody is named.
organisation-unclear = I know no service, priority or time called “{ $said }”. Say “hr organisation” with month, quarter, year or last quarter, or choose one of these.
organisation-closer-service = Look closer at a service:
organisation-closer-priority = Look closer at a priority:
organisation-show-all = Everything
organisation-more = { $count } more
