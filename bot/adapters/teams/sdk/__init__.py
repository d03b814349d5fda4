"""All of the Bot Framework SDK, behind a face of our own, so that it can be replaced.

`Connector` makes the calls to the Bot Connector service, `Turns` takes in what Teams sends. What goes in and comes
out are values of `incoming.py` and `message.py`. "Replacing a platform's SDK" in `docs/architecture.md` says how a
successor would take its place.
"""
