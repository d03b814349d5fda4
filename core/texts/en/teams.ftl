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
teams-still-working = I’m still working on that. The answer will come in our own chat.
