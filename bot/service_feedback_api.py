"""`POST /api/service-feedback`: other systems hand in what service users said; all of a request or nothing.

The organisation follows from the key alone. What is posted is personal data: no log holds any of it, nor does a
refusal quote it to anyone but the sender.
"""

import json
from datetime import date
from http import HTTPStatus
from typing import Annotated, Any

import structlog
from aiohttp import web
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, TypeAdapter, ValidationError

from bot.api_gate import ApiGate, refusal
from core.cards.imported import fix_of, wrong_of
from core.model.api_key import ApiKey, ApiScope
from core.model.service_feedback import LONGEST_REFERENCE, LONGEST_SOURCE, LONGEST_TEXT, Scale, scale_called
from core.ports import Clock, Conflict, Database, Store, StoreUnavailable
from core.services.api_keys import note_use
from core.services.import_cells import plain
from core.services.import_report import Problem, Report
from core.services.keep_service_feedback import ToldByUser, keep_service_feedback

PATH = "/api/service-feedback"
MOST_ITEMS = 500
MOST_BYTES = 1024 * 1024
ERRORS_SHOWN = 100

_log = structlog.get_logger()


def _scale(written: Any) -> Any:
    return (scale_called(written) or written) if isinstance(written, str) else written


_Plain = Annotated[str, AfterValidator(plain)]


class Item(BaseModel):
    """One answer as JSON; `text` left out leaves what is kept of it, an empty one takes it away."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)

    source: Annotated[_Plain, Field(min_length=1, max_length=LONGEST_SOURCE)]
    reference: Annotated[_Plain, Field(min_length=1, max_length=LONGEST_REFERENCE)]
    received_on: date
    score: Annotated[float, Field(strict=True, allow_inf_nan=False)]
    scale: Annotated[Scale, BeforeValidator(_scale)]
    team: Annotated[_Plain, Field(max_length=200)] = ""
    email: Annotated[_Plain, Field(max_length=320)] = ""
    objective: Annotated[_Plain, Field(max_length=400)] = ""
    text: Annotated[_Plain, Field(max_length=LONGEST_TEXT)] | None = None

    def told(self, number: int) -> ToldByUser:
        """The answer as the core takes it, as item `number`."""
        return ToldByUser(
            number,
            self.source,
            self.reference,
            self.received_on,
            self.score,
            self.scale,
            self.team,
            self.email.lower(),
            self.objective,
            self.text,
        )


_ITEMS = TypeAdapter(list[Item])


class ServiceFeedbackApi:
    """Serves the path; one transaction a request."""

    def __init__(self, database: Database, clock: Clock, gate: ApiGate) -> None:
        self._database = database
        self._clock = clock
        self._gate = gate

    def register(self, app: web.Application) -> None:
        """Add the route."""
        app.router.add_post(PATH, self.handle)

    async def handle(self, request: web.Request) -> web.Response:
        """200 with the counts, or a refusal that names each item and field."""
        try:
            key = await self._gate.let_in(request, ApiScope.SERVICE_FEEDBACK)
            return key if isinstance(key, web.Response) else await self._take(request, key)
        except (StoreUnavailable, Conflict):
            message = "The database cannot be reached just now: send the same again later."
            return refusal(HTTPStatus.SERVICE_UNAVAILABLE, message, **{"Retry-After": "30"})

    async def _take(self, request: web.Request, key: ApiKey) -> web.Response:
        try:
            body = await request.clone(client_max_size=MOST_BYTES).read()
        except web.HTTPRequestEntityTooLarge:
            return refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"Send at most {MOST_BYTES:,} bytes at once.")
        try:
            posted = json.loads(body)
        except (ValueError, RecursionError):
            return refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "Send JSON in UTF-8: an object, or an array of them.")
        items = posted if isinstance(posted, list) else [posted]
        if not items:
            return refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "Send at least one item.")
        if len(items) > MOST_ITEMS:
            return refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"Send at most {MOST_ITEMS} items at once.")
        try:
            told = [each.told(number) for number, each in enumerate(_ITEMS.validate_python(items))]
        except ValidationError as wrong:
            return _misshapen(wrong)
        async with self._database.transaction(key.tenant_id) as store:
            report = await self._keep(store, key, told)
        if report.is_refused:
            return _refused([_error(each) for each in report.problems])
        counts = {
            "accepted": len(report.added),
            "updated": len(report.updated),
            "unchanged": len(report.unchanged),
        }
        _log.info("service_feedback.posted", key=key.id, tenant=key.tenant_id, **counts)
        return web.json_response(counts, headers={"Cache-Control": "no-store"})

    async def _keep(self, store: Store, key: ApiKey, told: list[ToldByUser]) -> Report:
        now = self._clock.now()
        await note_use(store, key, now)
        return await keep_service_feedback(store, key.tenant_id, told, now, suggests=False)


def _misshapen(wrong: ValidationError) -> web.Response:
    """What pydantic says, without what it was said of."""
    errors = []
    for each in wrong.errors(include_input=False, include_url=False, include_context=False):
        number, *field = each["loc"]
        found: dict[str, Any] = {"item": number, "message": each["msg"]}
        # An unknown field's name is the sender's own words.
        errors.append(found | ({"field": str(field[0])[:80]} if field else {}))
    return _refused(errors)


def _error(problem: Problem) -> dict[str, Any]:
    message = f"{wrong_of(problem)} {fix_of(problem)}"
    return {"item": problem.line, "field": problem.column, "message": message[:1].upper() + message[1:]}


def _refused(errors: list[dict[str, Any]]) -> web.Response:
    body = {"errors": errors[:ERRORS_SHOWN], "count": len(errors)}
    headers = {"Cache-Control": "no-store"}
    return web.json_response(body, status=HTTPStatus.UNPROCESSABLE_ENTITY, headers=headers)
