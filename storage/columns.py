"""Column types: how the model's values are kept in a database."""

from datetime import UTC, datetime
from enum import IntEnum, StrEnum
from functools import cache
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter
from sqlalchemy import JSON, BigInteger, Column, DateTime, Dialect, Integer, String
from sqlalchemy.types import TypeDecorator, TypeEngine

from core.ports import CannotOpen
from storage.sealing import SEALED, ring_of

Word_ = TypeVar("Word_", bound=StrEnum)
Rank_ = TypeVar("Rank_", bound=IntEnum)
Value = TypeVar("Value")


class Utc(TypeDecorator[datetime]):
    """An instant: naive UTC on SQLite, `timestamptz` on PostgreSQL, always aware UTC in Python."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(DateTime(timezone=dialect.name == "postgresql"))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        utc = value.astimezone(UTC)
        return utc if dialect.name == "postgresql" else utc.replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


class Word(TypeDecorator[Word_], Generic[Word_]):
    """A member of a `StrEnum`, kept as its value so that a new member needs no migration."""

    impl = String
    cache_ok = True

    def __init__(self, words: type[Word_]) -> None:
        super().__init__()
        self.words = words
        self._by_value = {str(word): word for word in words}

    def process_bind_param(self, value: Word_ | None, dialect: Dialect) -> str | None:
        return None if value is None else str(self.words(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> Word_ | None:
        return None if value is None else self._by_value[value]


class Rank(TypeDecorator[Rank_], Generic[Rank_]):
    """A member of an `IntEnum`, kept as its number so that the database can compare it."""

    impl = Integer
    cache_ok = True

    def __init__(self, ranks: type[Rank_]) -> None:
        super().__init__()
        self.ranks = ranks

    def process_bind_param(self, value: Rank_ | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Rank_ | None:
        return None if value is None else self.ranks(value)


class Weekdays(TypeDecorator[frozenset[int]]):
    """ISO weekdays as a string of their digits, Monday first: "12345"."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: frozenset[int] | None, dialect: Dialect) -> str | None:
        return None if value is None else "".join(str(day) for day in sorted(value))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[int] | None:
        return None if value is None else _weekdays(value)


@cache
def _weekdays(digits: str) -> frozenset[int]:
    """Most people have the same; there are 128 at most."""
    return frozenset(map(int, digits))


class Document(TypeDecorator[Value], Generic[Value]):
    """A value kept as JSON in the form its pydantic adapter gives it."""

    impl = JSON
    cache_ok = True

    def __init__(self, adapter: TypeAdapter[Value]) -> None:
        super().__init__(none_as_null=True)
        self.adapter = adapter

    def process_bind_param(self, value: Value | None, dialect: Dialect) -> Any:
        return None if value is None else self.adapter.dump_python(value, mode="json")

    def process_result_value(self, value: Any, dialect: Dialect) -> Value | None:
        return None if value is None else self.adapter.validate_python(value)


class Sealed(TypeDecorator[str]):
    """A text that people wrote, sealed with the newest key of the database that was opened; NULL and "" are kept.

    No two sealed texts are equal, so that SQL neither compares nor orders nor groups by them.
    """

    impl = String
    cache_ok = True
    place = "a column"
    """Table and column, for whoever has to put it right."""

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else ring_of(dialect).close(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or not value.startswith("sealed"):
            return value
        try:
            return ring_of(dialect).open(value)
        except CannotOpen as error:
            raise CannotOpen(_said_of(self.place, error)) from None


class SealedDocument(Document[Value]):
    """A `Document` whose JSON is sealed as a whole, and then is one JSON string."""

    cache_ok = True
    place = "a column"

    def process_bind_param(self, value: Value | None, dialect: Dialect) -> Any:
        ring = ring_of(dialect)
        if value is None or not ring.key_ids:
            return super().process_bind_param(value, dialect)
        return ring.close_bytes(self.adapter.dump_json(value))

    def process_result_value(self, value: Any, dialect: Dialect) -> Value | None:
        if not isinstance(value, str) or not value.startswith(SEALED):
            return super().process_result_value(value, dialect)
        try:
            return self.adapter.validate_json(ring_of(dialect).open_bytes(value))
        except CannotOpen as error:
            raise CannotOpen(_said_of(self.place, error)) from None


class SealedBefore(TypeDecorator[str]):
    """A secret that its adapter sealed with the same keys before it came here, and opens itself."""

    impl = String
    cache_ok = True


def _said_of(place: str, error: CannotOpen) -> str:
    return f"{place} cannot be opened: {error}. milepost keys status says which rows"


def running_number(name: str) -> Column[int]:
    """A primary key that the database counts up; SQLite does so for its own INTEGER only."""
    return Column(name, BigInteger().with_variant(Integer(), "sqlite"), primary_key=True, autoincrement=True)
