understood-title = Here is what I understood
understood-value = Where it is now
understood-change = Change
understood-percent = Progress
understood-status = Status
understood-confidence = Confidence
understood-blocker = In the way
understood-outside-control = Outside your control
understood-due-change = New due date asked for
understood-needs = Help needed
understood-unsure = I wasn’t sure about this, so I left it out: { $what }.
understood-which-status = How does it stand?
understood-not-counted = Nothing is counted until you say so.
understood-right = That’s right, save it
understood-correct = Correct it
understood-change-due = Change the due date
understood-another = Another objective
understood-drop = Not an update
understood-which-title = Which objective is this about?
understood-which = I kept what you said. Tap the one you mean.
understood-saved = Saved
understood-carry-on = { $left ->
    [one] It is part of this week’s check-in; one question is left.
   *[other] It is part of this week’s check-in; { $left } questions are left.
  }
understood-done-title = That was settled already
understood-done = There is nothing waiting to be saved here. Nothing was changed.
understood-dropped-title = All right
understood-dropped = I saved nothing of it. Say “help” to see what I can do.
