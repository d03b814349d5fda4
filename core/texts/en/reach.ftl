### What is said when people or channels can no longer be written to.

channel-lost-title = The team summary has lost its channel
channel-lost = I was removed from the channel where I posted the summary of { $team }, or the channel was deleted. From now on the summary comes to you alone. To post it to a channel again, add me to the team there and say “team set channel” in that channel.
