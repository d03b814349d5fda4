"""Microsoft Teams: Bot Framework activities in, Adaptive Cards out.

`TeamsClient` speaks with the Bot Connector service, `TeamsMessenger` and `TeamsDirectory` are the core's ports on
it, `TeamsInbound` takes what Teams sends, and `register` serves that. All of the Bot Framework SDK is in here.
"""
