"""One folder per platform; each translates inbound payloads, renders cards and performs effects."""
