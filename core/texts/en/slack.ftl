# What only Slack's own ways make necessary.

slack-more-elsewhere = There is more than fits in one message. Open Milepost’s Home tab, or type the command again with a name, to see the rest.

slack-unavailable-title = Please try again in a few minutes
slack-unavailable = I cannot reach my records just now. Nothing that was saved is lost; what you just sent was not taken in, so please send it once more in a few minutes.

slack-form-not-sent = I cannot reach my records just now. What you typed is still here: please send it again in a few minutes.
slack-form-slow = This is taking longer than it should. What you typed is still here: please send it again in a moment.

slack-form-late-title = The form did not open
slack-form-late = Slack gives me three seconds to open a form, and this took longer. Please tap the button or send the command again.

slack-form-needs-button-title = Forms open from a button
slack-form-needs-button = Slack lets me open a form only when you tap a button or use a command that starts with a slash, such as /checkin.

slack-command-description = Everything Milepost does: say what you need.
slack-hint-checkin = [next week]
slack-hint-objectives = [add]
slack-hint-team = [overdue | @name | summary | set]

slack-shortcut-start-check-in = Start my check-in
slack-shortcut-start-check-in-description = Answer this week’s check-in now.
slack-shortcut-give-feedback = Give feedback
slack-shortcut-give-feedback-description = Tell a colleague what they did well, or what would help.
slack-shortcut-recognise-message = Recognise this
slack-shortcut-recognise-message-description = Thank the person who wrote this message.
slack-shortcut-add-evidence = Add as evidence
slack-shortcut-add-evidence-description = Keep this message as evidence for one of your objectives.
