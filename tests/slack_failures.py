"""The ways in which Slack's Web API can be told to fail."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RateLimited:
    """Answer 429 and ask to wait."""

    seconds: int = 30


@dataclass(frozen=True, slots=True)
class ServerError:
    """Answer that Slack itself has failed."""

    status: int = 500


@dataclass(frozen=True, slots=True)
class Refusal:
    """Answer with an error code."""

    error: str


@dataclass(frozen=True, slots=True)
class Hang:
    """Never answer, `after` the call was carried out or without doing it."""

    after: bool = False


@dataclass(frozen=True, slots=True)
class Dropped:
    """Close the connection, `after` the call was carried out or before."""

    after: bool = True


Failure = RateLimited | ServerError | Refusal | Hang | Dropped
