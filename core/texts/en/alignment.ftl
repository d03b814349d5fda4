# What objectives serve: the organisation's priorities and the goals of its teams.

alignment-choice-goal = { $title } (our team’s goal)
alignment-choice-under = { $title } (part of “{ $above }”)
