"""The platform-neutral vocabulary of chat: events that come in, cards and effects that go out."""
