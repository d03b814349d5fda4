"""`GET /api/v1/…`: every table of the organisation for other systems, such as tools that draw dashboards.

The organisation follows from the key alone: an edited cursor or id reaches nothing of another's.
What a key reads is what HR reads (`core.records.tables`): nothing that people wrote, no figure of fewer than five.
"""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from http import HTTPStatus
from typing import Annotated, Any

import structlog
from aiohttp import web
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
)

from bot.api_gate import ApiGate, refusal
from bot.openapi import DESCRIPTION_PATH, description
from core.model.api_key import ApiKey, ApiScope
from core.model.audit import Actor, ActorKind, AuditAction, AuditNote, Surface, detail_of
from core.ports import Clock, Conflict, Database, Part, StoreUnavailable, Whose
from core.records.rows import Row
from core.records.tables import TABLES, RecordTable, concerned, key_of, page, whole_tables
from core.services.api_keys import note_use
from core.trail import acting

ROOT = "/api/v1"
USUAL_ROWS = 200
MOST_ROWS = 1_000

_NO_STORE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
"""Personal data: whoever stands in between keeps none of it. Who asked may, and ask by ETag whether it changed."""

_CURSOR = "Send next_cursor as it was given out for this table, or none to begin with."

_log = structlog.get_logger()


def _written_out(given: str) -> str:
    """pydantic would take a bare number for seconds since 1970."""
    if "T" not in given.upper():
        raise ValueError
    return given


def _in_utc(at: datetime) -> datetime:
    try:
        return at.astimezone(UTC)
    except OverflowError:
        raise ValueError from None


class Asked(BaseModel):
    """What may stand behind the question mark."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    limit: Annotated[int, Field(ge=1, le=MOST_ROWS)] = USUAL_ROWS
    cursor: Annotated[str, Field(max_length=2_000, pattern="^[A-Za-z0-9_-]+$")] | None = None
    updated_since: Annotated[AwareDatetime, BeforeValidator(_written_out), AfterValidator(_in_utc)] | None = None


class BadCursor(ValueError):
    """It is none that was given out for this table."""


def cursor_after(table: RecordTable, row: Row) -> str:
    """Where the page after `row` begins; nobody needs to read it."""
    key = TypeAdapter(list[Any]).dump_python(list(key_of(table, row)), mode="json")
    written = json.dumps([table.name, *key], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(written.encode()).decode().rstrip("=")


def key_in(table: RecordTable, cursor: str) -> tuple[Any, ...]:
    """The key of the row that a cursor stands after. Raises `BadCursor`."""
    try:
        written = base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True)
        name, *key = json.loads(written)
        if name != table.name:
            raise BadCursor
        found: tuple[Any, ...] = _key_type(table).validate_json(json.dumps(key))
    except (ValueError, TypeError, RecursionError):
        raise BadCursor from None
    # PostgreSQL's text holds no such character.
    if any(isinstance(each, str) and "\x00" in each for each in found):
        raise BadCursor
    return found


@cache
def _key_type(table: RecordTable) -> TypeAdapter[Any]:
    types = tuple(table.row.model_fields[name].annotation for name in table.key)
    return TypeAdapter(tuple[types])  # type: ignore[valid-type]


@cache
def _rows_type(table: RecordTable) -> TypeAdapter[Any]:
    return TypeAdapter(list[table.row])  # type: ignore[name-defined]


@dataclass(frozen=True, slots=True)
class _Wanted:
    table: RecordTable
    part: Part


class RecordsApi:
    """Serves the tables, and the description of what is served."""

    def __init__(self, database: Database, clock: Clock, gate: ApiGate) -> None:
        self._database = database
        self._clock = clock
        self._gate = gate

    def register(self, app: web.Application) -> None:
        """Add the routes."""
        # Nothing is known of anyone in it, so that it needs no key.
        app.router.add_get(DESCRIPTION_PATH, self._describe)
        app.router.add_get(ROOT + "/{table}", self.handle)

    async def _describe(self, request: web.Request) -> web.Response:
        return _tagged(request, _described(), "public, max-age=300")

    async def handle(self, request: web.Request) -> web.Response:
        """A page of the table; 304 for who has it already, or a refusal that names the field."""
        try:
            key = await self._gate.let_in(request, ApiScope.READ)
            if isinstance(key, web.Response):
                return key
            wanted = _wanted(request)
            return wanted if isinstance(wanted, web.Response) else await self._give(request, key, wanted)
        except (StoreUnavailable, Conflict):
            message = "The database cannot be reached just now: ask the same again later."
            return refusal(HTTPStatus.SERVICE_UNAVAILABLE, message, **{"Retry-After": "30"})

    async def _give(self, request: web.Request, key: ApiKey, wanted: _Wanted) -> web.Response:
        now = self._clock.now()
        table, part = wanted.table, wanted.part
        one_more = Part(part.limit + 1, part.after, part.updated_since)
        async with self._database.reading(key.tenant_id) as store:
            rows = await page(store, table, Whose(key.tenant_id), one_more, now)
        shown = rows[: part.limit]
        detail = detail_of(table=table.name, rows=len(shown))
        with acting(Actor(ActorKind.API_KEY, key.id, Surface.API)):
            async with self._database.transaction(key.tenant_id) as store:
                await note_use(store, key, now)
                subjects = concerned(table, Whose(key.tenant_id))
                notes = [AuditNote(key.tenant_id, AuditAction.READ_TABLE, each, detail) for each in subjects]
                await store.audit.note(*notes)
        following = cursor_after(table, shown[-1]) if len(rows) > part.limit else None
        _log.info("records.read", key=key.id, tenant=key.tenant_id, table=table.name, rows=len(shown))
        return _tagged(request, _written(table, shown, following), _NO_STORE["Cache-Control"])


def _wanted(request: web.Request) -> _Wanted | web.Response:
    name = request.match_info["table"]
    if name not in whole_tables():
        message = f"There is no such table. There are: {', '.join(whole_tables())}."
        return refusal(HTTPStatus.NOT_FOUND, message)
    table = TABLES[name]
    given = request.query
    twice = next((field for field in given if len(given.getall(field)) > 1), None)
    if twice is not None:
        return _misasked([{"field": twice[:80], "message": "Give it once."}])
    try:
        asked = Asked.model_validate(dict(given))
        after = key_in(table, asked.cursor) if asked.cursor is not None else None
    except ValidationError as wrong:
        return _misasked(_errors(wrong))
    except BadCursor:
        return _misasked([{"field": "cursor", "message": _CURSOR}])
    if asked.updated_since is not None and table.updated is None:
        message = f"Rows of {name} do not say when they changed: ask for all of them."
        return _misasked([{"field": "updated_since", "message": message}])
    return _Wanted(table, Part(asked.limit, after, asked.updated_since))


def _errors(wrong: ValidationError) -> list[Mapping[str, str]]:
    errors = []
    for each in wrong.errors(include_input=False, include_url=False, include_context=False):
        message = each["msg"]
        field = str(each["loc"][0])[:80]
        if field == "updated_since":
            message = "Give an instant with its zone, such as 2026-11-24T09:30:00Z (a “+” is written %2B)."
        elif field == "cursor":
            message = _CURSOR
        elif each["type"] == "extra_forbidden":
            message = f"There is no such parameter. There are: {', '.join(Asked.model_fields)}."
        errors.append({"field": field, "message": message})
    return errors


def _misasked(errors: Sequence[Mapping[str, str]]) -> web.Response:
    body = {"errors": list(errors), "count": len(errors)}
    return web.json_response(body, status=HTTPStatus.UNPROCESSABLE_ENTITY, headers=_NO_STORE)


def _written(table: RecordTable, rows: Sequence[Row], following: str | None) -> bytes:
    data = _rows_type(table).dump_json(list(rows))
    return b'{"data":' + data + b',"next_cursor":' + json.dumps(following).encode() + b"}"


@cache
def _described() -> bytes:
    tables = [TABLES[name] for name in whole_tables()]
    return json.dumps(description(ROOT, tables, Asked), ensure_ascii=False, indent=2).encode()


def _tagged(request: web.Request, body: bytes, cache_control: str) -> web.Response:
    tag = hashlib.sha256(body).hexdigest()[:32]
    headers = {**_NO_STORE, "Cache-Control": cache_control, "ETag": f'"{tag}"'}
    known = request.if_none_match or ()
    if any(each.value in (tag, "*") for each in known):
        return web.Response(status=HTTPStatus.NOT_MODIFIED, headers=headers)
    return web.Response(body=body, content_type="application/json", headers=headers)
