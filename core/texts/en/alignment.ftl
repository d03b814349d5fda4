# What objectives serve: the organisation's priorities and the goals of its teams.

alignment-choice-goal = { $title } (our team’s goal)
alignment-choice-under = { $title } (part of “{ $above }”)

alignment-own-title = How my work serves the community
alignment-no-aims = No priorities are kept here yet, so there is no tree to hang your work on.
alignment-no-objectives = You have no objectives yet. This is what your team means to achieve, and for what.
alignment-serving = { $serving ->
    [0] None of your { $count } objectives serves a priority yet.
    [one] { $count ->
        [one] Your objective serves a priority.
       *[other] One of your { $count } objectives serves a priority.
      }
   *[other] { $serving } of your { $count } objectives serve a priority.
  }
alignment-our-goal = our team’s goal
alignment-goal-of = goal of { $team }
alignment-goal = a team’s goal
alignment-goal-adrift = { $goal }; serves nothing yet
alignment-adrift = Serves nothing yet
alignment-adrift-how = That may be right. If there is something it serves, choose it, so that others can see what it is for.

alignment-link = Choose for “{ $title }”

align-objective-card = What does it serve?
align-objective-about = Your objective: { $title }
align-objective-submit = Link it
align-objective-aim-label = It serves
align-objective-aim-hint = A goal of your team, or one of the organisation’s priorities.
align-objective-aim-ask = Which goal of your team or priority does it serve?
align-objective-nothing = Nothing for now
align-objective-done = Done: this is what “{ $title }” serves now.

aims-title-priority = Our priorities and goals
aims-title-goal = Goals of { $team }
aims-none-priority = No priorities are kept yet. Add the first one, or bring them in with “milepost import priorities”.
aims-none-goal = Your team has no goals yet. Add the first one and say which priority it serves.
aims-how-priority = In one go: “hr priorities add Safe homes”, “hr priorities rename Safe homes to Warm homes”, “hr priorities move Warm homes under A fair place”.
aims-how-goal = In one go: “team goals add Answer in ten days for Services that listen”, “team goals rename A to B”, “team goals A serves B”.
aims-add-priority = Add a priority
aims-add-goal = Add a goal
aims-rename = Rename
aims-move = Move
aims-alignment = What serves what?
aims-our-goals = Our team’s goals

aim-added = Added: { $title }
aim-renamed = Renamed: { $title }
aim-moved = Moved: { $title }
aim-refused-title = Nothing was changed
aim-not-found = { $nearest ->
    [none] I know no priority or goal called “{ $written }” that fits here. Please choose one from the list.
   *[other] I know no priority or goal called “{ $written }” that fits here. Did you mean “{ $nearest }”? Type it, or choose one.
  }
aim-serves-nothing-priority = Nothing: it stands at the top
aim-serves-nothing-goal = Nothing yet
aim-title-empty = It needs a title that people recognise. Please type one.
aim-title-long = That is { $length } characters long. Please say it in { $longest } or fewer, so that it can be read in a list.
aim-title-taken = “{ $title }” exists already. Please choose a title that tells the two apart, or leave this one and use the one that exists.
aim-goes-round = Then these would serve one another in a circle: { $path }. Please choose something that is not below it.
aim-serves-goal = “{ $goal }” is a team’s goal, and a priority stands above goals. Please choose a priority, or let the goal serve this one.
aim-parent-gone = What it should serve is not there any more. Please choose something else.

reads-everyone = Everyone in the organisation can read this.

add-aim-card-priority = A new priority
add-aim-card-goal = A new goal of our team
add-aim-submit = Add it
add-aim-title-label = Title
add-aim-title-hint = In a few words that a resident would understand, for example “Safe and warm homes”.
add-aim-title-ask = What is it, in a few words that a resident would understand? For example “Safe and warm homes”.
add-aim-serves-label = It serves
add-aim-serves-hint = What stands above it, if anything does.
add-aim-serves-ask = What does it serve? Say “skip” if nothing stands above it.

rename-aim-card-priority = Rename a priority
rename-aim-card-goal = Rename a goal
rename-aim-submit = Rename it
rename-aim-which-label = Which one?
rename-aim-which-hint = The one that gets a new title. What serves it stays linked to it.
rename-aim-which-ask = Which one gets a new title?
rename-aim-title-label = New title
rename-aim-title-hint = In a few words that a resident would understand.
rename-aim-title-ask = What is it called from now on?

move-aim-card-priority = Move a priority
move-aim-card-goal = Change what a goal serves
move-aim-submit = Move it
move-aim-which-label = Which one?
move-aim-which-hint = Everything below it moves along.
move-aim-which-ask = Which one? Everything below it moves along.
move-aim-serves-label = It serves
move-aim-serves-hint = What stands above it from now on.
move-aim-serves-ask = What does it serve from now on?

goals-no-team-title = No team’s goals to keep
goals-no-team = Goals are kept by whoever leads a team, and you lead none in Milepost. If you should, please ask { $contact }.

alignment-report-title = What serves what
alignment-team-title = What my team’s work serves
alignment-all-serving = { $count ->
    [0] Nobody has an objective yet.
   *[other] { $serving } of { $count } objectives serve a priority or goal.
  }
alignment-team-serving = { $count ->
    [0] Nobody who reports to you has an objective yet.
   *[other] { $serving } of your reports’ { $count } objectives serve a priority or goal.
  }
alignment-priority = Priority
alignment-objectives = Objectives
alignment-people = People
alignment-struggling = Slipping
alignment-slipping-means = Slipping: at risk or off track. What is part of a priority counts there too.
alignment-share = { $count } ({ $share })
alignment-unserved = Priorities that nobody serves
alignment-goals-unserved = Team goals that nobody serves
alignment-our-goals-unserved = Goals of ours that nobody serves yet
alignment-all-adrift = Objectives that serve nothing
alignment-no-names = Titles by team, never whose they are. Line managers see their own reports’.
alignment-no-team = No team
alignment-count = { $count ->
    [one] 1 objective
   *[other] { $count } objectives
  }
alignment-more = and { $count } more
alignment-not-ours = Priorities that my team does not serve
alignment-not-ours-fine = No team needs to serve every priority.
