# What only Teams’ own ways make necessary.

teams-choose = Choose one
teams-look-up = Type a name or a few words
teams-needed = Please fill this in.
teams-more-elsewhere = There is more than fits in one message. Type the command again with a name to see the rest.
teams-form-goes-on = The rest follows once you have sent this part.
teams-form-sent-title = Sent
teams-form-sent = Thank you, that is saved.
teams-form-closed-title = Closed
teams-form-closed = Nothing was sent. Say the command or tap the button again whenever you like.
teams-answered-in-private = I’ve answered in our own chat, where only you read.
teams-ask-in-private = I answer that in private: please open a chat with me and say it there.

teams-unavailable-title = Please try again in a few minutes
teams-unavailable = I cannot reach my records just now. Nothing that was saved is lost; what you just sent was not taken in, so please send it once more in a few minutes.

teams-found-nothing = Nothing of yours fits that. Try fewer words, or leave the box empty to see everything.
teams-nothing-to-do = There is nothing I can do with this message.
teams-still-working = I’m still working on that. What comes of it will be in our own chat.

# The app package.
teams-app-name = Milepost: check-ins about your objectives
teams-app-short = Weekly check-ins about your objectives, in a minute.
teams-app-full = Once a week Milepost asks each person about their objectives: where is it now, is it on track, what is in the way? It takes about a minute, in one form or question by question. Line managers see who is stuck and why. The team gets a summary it can act on. In English and Welsh.
teams-word-checkin = checkin
teams-word-objectives = objectives
teams-word-actions = actions
teams-word-kudos = kudos
teams-word-feedback = feedback
teams-word-training = training
teams-word-team = team
teams-word-away = away
teams-word-settings = settings
teams-word-help = help

teams-extension-search = Search objectives
teams-extension-search-description = Put one of your objectives into a message.
teams-extension-words = Objective
teams-extension-words-description = A few words of its title.
teams-extension-recognise = Recognise this
teams-extension-recognise-description = Thank the person who wrote this message.
teams-extension-evidence = Add as evidence
teams-extension-evidence-description = Keep this message as evidence for one of your objectives.
