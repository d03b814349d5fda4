"""Microsoft Teams: Bot Framework activities in, Adaptive Cards out.

`TeamsInbound` takes what Teams sends, once `Gate` has let it in, and `register` serves that. `TeamsClient` speaks
with the Bot Connector service; `TeamsMessenger` and `TeamsDirectory` are the core's ports on it. All of the Bot
Framework SDK is in `sdk/`.
"""
