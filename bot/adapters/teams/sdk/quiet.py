"""The loggers of the SDK and what it brings along, which write whole payloads, and so what people typed."""

LOGGERS = ("botbuilder", "botframework", "msal", "msrest")
