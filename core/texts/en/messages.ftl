# What waits to go out, what did not arrive and why, and putting it right.

hr-messages = Messages
messages-title = Messages that wait or did not arrive
messages-fact-waiting = Waiting to go
messages-fact-sent = Sent today
messages-fact-given-up = Given up
messages-out = { $platform } has not answered since { $since }. Messages to people there wait and go by themselves.
messages-held = { $platform } asked Milepost to pause until { $until }. Messages to people there wait and go by themselves.
messages-slow = { $platform } takes fewer messages than usual, so they go at { $percent }% of the usual pace. None is lost.
messages-none = No message has been given up.
messages-newest = Given up, the newest first
messages-letter = { $to }: { $kind }, from { $queued }, given up { $given_up }
messages-channel = a channel on { $platform }
messages-someone = someone who is no longer listed
messages-older = Older ones

messages-again = Send again
messages-again-all = Send all { $count } again
messages-dismiss = Dismiss
messages-dismiss-all = Dismiss all { $count }
messages-again-done =
    { $count ->
        [0] There was nothing left to send again.
        [one] 1 message is on its way again.
       *[other] { $count } messages are on their way again.
    }
messages-dismiss-done =
    { $count ->
        [0] There was nothing left to dismiss.
        [one] 1 message is dismissed and will not be sent.
       *[other] { $count } messages are dismissed and will not be sent.
    }
messages-reason =
    { $count ->
        [one] 1 message
       *[other] { $count } messages
    }: { $why }

messages-why-no-account = no account with their work email was found
messages-why-out-of-reach = they have removed or blocked Milepost
messages-why-has-left = they have left the organisation
messages-why-channel-gone = the channel is gone, or Milepost was removed from it
messages-why-uncertain = it may have arrived, and nobody can tell
messages-why-outage = { $platform } was out of reach for 72 hours
messages-why-not-set-up = { $platform } is not set up here
messages-why-refused = { $platform } refused it: { $said }
messages-why-kept-failing = it failed again and again, at last: { $said }
messages-why-other = { $said }
messages-help-no-account = Check the work email in your list of people and in Slack or Teams, then send again.
messages-help-out-of-reach = Ask them to add Milepost again, then send again.
messages-help-has-left = Nothing is to be done: dismiss these. Where the end date is wrong, correct your list of people, then send again.
messages-help-channel-gone = Add Milepost to the channel, or let the team choose another, then send again.
messages-help-uncertain = Ask whether it arrived before you send it again: whoever has it already would get it twice.
messages-help-outage = Once it answers again you can send these again. Think of whether they still matter.
messages-help-not-set-up = Whoever runs Milepost has to set it up first.
messages-help-refused = Those are its own words. Whoever runs Milepost can say what to change.
messages-help-kept-failing = Whoever runs Milepost can say what to change.
messages-help-other = Whoever runs Milepost can say what to change.

messages-kind-check-in = a check-in
messages-kind-summary = a team’s summary
messages-kind-broadcast = a broadcast
messages-kind-training = about training
messages-kind-one-to-one = about a one-to-one
messages-kind-colleagues = something between colleagues
messages-kind-question = a short question
messages-kind-objective = about an objective
messages-kind-change = a change to an earlier message
messages-kind-picture = a chart
messages-kind-other = an answer or a note from Milepost
