# Missed targets, what is learned from them, and the actions that are agreed on.

missed-below = not reached in time
missed-off-track = off track twice running
missed-outside = outside control
missed-outside-your = outside your control
missed-outside-their = outside their control
missed-outside-what = { $outside }: { $what }
missed-talk-form = Look into it in a form
missed-talk-chat = Look into it here
missed-talk-later = Later
missed-talk-list = Look into what got in the way
missed-offer-title = What got in the way?
missed-offer-below = The date for “{ $title }” passed on { $date }, below its target.
missed-offer-off-track = “{ $title }” has been off track at two check-ins running.
missed-offer-why = A missed target is a chance to find out what got in the way and what would help. It takes two minutes, and you can skip any question.
missed-offer-more = { $count ->
    [one] One more objective is in the same place. Say “learn” to look into it when it suits you.
   *[other] { $count } more objectives are in the same place. Say “learn” to look into them when it suits you.
  }
missed-none-title = Nothing to look into
missed-none = None of your objectives was missed, or you have looked into each already.

learn-intro = A missed target is a chance to find out what got in the way. There are no wrong answers here.
learn-submit = Send
learn-reads = Read by you and your line manager. The team summary says at most “outside control”, never your words.
learn-happened-label = What happened?
learn-happened-hint = A few words are plenty.
learn-happened-ask = What happened? A few words are plenty.
learn-outside-control-label = Was something outside your control part of it?
learn-outside-control-hint = This stands beside the figure wherever it is shown.
learn-outside-control-ask = Was something outside your control part of it?
learn-outside-factor-label = If so, what or whom did it depend on?
learn-outside-factor-hint = In a word or two, for example “supplier”, “weather” or “another team”.
learn-outside-factor-ask = What or whom did it depend on? In a word or two, for example “supplier”, “weather” or “another team”.
learn-prevention-label = What would prevent it next time?
learn-prevention-hint = Something that could be done differently, by anyone.
learn-prevention-ask = What would prevent it next time? Think of anyone, not only yourself.
learn-help-needed-label = What help do you need?
learn-help-needed-hint = Time, people, a decision, training, something to be cleared out of the way.
learn-help-needed-ask = What help do you need? Time, people, a decision, training, something to be cleared out of the way.
learn-action-label = What is one thing to do about it?
learn-action-hint = I’ll ask about it at the next check-ins until it is done. Leave it empty if there is nothing.
learn-action-ask = What is one thing to do about it? I’ll ask about it at the next check-ins until it is done. Say “skip” if there is nothing.
learn-action-owner-label = Who will do it?
learn-action-owner-hint = Without a choice it is yours.
learn-action-owner-ask = Who will do it?
learn-action-by-label = By when?
learn-action-by-hint = Needed if you named something to do.
learn-action-by-ask = By when? For example “next Friday” or “31 March”.
learn-action-needs-date = Please say by when, or leave the thing to do empty. Everything else you wrote is safe.
learn-owner-me = Me
learn-owner-manager = My line manager
learn-owner-unclear = Please say “me” or “my line manager”, or “skip” and it is yours. Your other answers are safe.

learned-title = Thank you, { $name }
learned-title-manager = { $name } looked into a missed target
learned-nothing-said = Nothing was written down, and that is fine.
learned-happened = What happened
learned-outside-your = Outside your control?
learned-outside-their = Outside their control?
learned-outside-what = { $answer }: { $what }
learned-prevention = What would prevent it
learned-help = Help needed
learned-agreed = Agreed
learned-who = Who
learned-when = By
learned-you = You
learned-seen-by = { $name } sees this too. It stands beside the figure from now on.
learned-seen-by-you = It stands beside the figure from now on.
learned-asked-of-you = I’ll ask you about it at your next check-ins until it is done.
learned-asked-of = I’ll ask { $name } about it at the next check-ins until it is done.
learned-kindly = It may be worth a conversation: { $name } was asked what got in the way, not who was to blame.
learned-change = Change what I said
learned-put-off = That’s fine. I’ll bring it back on { $at }.
learned-put-off-unclear = That’s fine. I couldn’t read a time in that, so I won’t bring it back by myself. Say “learn” whenever it suits you.
learned-brought-back = You asked me to bring this back. Shall we look at what got in the way?

command-actions = The actions you have agreed on, and what your line manager is doing for you.
command-actions-examples = actions

actions-title = Agreed actions
actions-agreed = Agreed action
actions-agreed-plural = Agreed actions
actions-others = Others are doing for you
actions-none = No action is open. When a target is missed you can agree on one with your line manager.
actions-by = by { $date }
actions-overdue = overdue, was due { $date }
actions-no-date = no date
actions-about = for { $name }
actions-done-by = { $name } is doing it
actions-done-by-you = for you to do
actions-objective = about “{ $title }”
actions-last-said = Last said:
actions-more = { $count ->
    [one] One more is open.
   *[other] { $count } more are open.
  }
actions-see = See my actions
actions-open-count = { $count ->
    [one] 1 action open
   *[other] { $count } actions open
  }
actions-state-line = { $text }: { $state }
actions-state-open = still open
actions-state-done = done
actions-state-dropped = no longer needed
actions-button-done = Done
actions-button-drop = No longer needed
actions-undo = That’s not right, undo
actions-closed-title = Noted
actions-closed = “{ $text }” is marked as { $state }.
actions-opened-title = Open again
actions-opened = “{ $text }” is open again. I’ll go on asking about it at check-ins.
actions-closed-by = { $name } has an answer for you
actions-answer-done = Done
actions-answer-open = Still on it
actions-answer-dropped = No longer needed
actions-answer-unclear = Please say “done”, “still on it” or “no longer needed”, or “skip”. Your other answers are safe.

check-in-action-state-label = Is it done?
check-in-action-state-hint = “No longer needed” is a good answer too.
check-in-action-state-ask = Is it done?
check-in-action-note-label = Anything to add?
check-in-action-note-hint = What came of it, or what is still in the way.
check-in-action-note-ask = Anything to add about it? Say “skip” if not.

summary-open-actions = { $count ->
    [one] One agreed action is open.
   *[other] { $count } agreed actions are open.
  }
