"""Structured logs for operators: what happened and where, never what people wrote.

An exception's message may quote what someone typed, so tracebacks are logged as kinds and places only, our own and
those of libraries alike.
"""

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

from bot.adapters.teams.sdk import quiet as teams
from core.cause import current_cause
from core.ports import StoreUnavailable

MOST_FRAMES = 12

_QUIET = (
    "alembic",
    "apscheduler",
    "asyncio",
    "slack_bolt",
    "slack_sdk",
    "urllib3",
    *teams.LOGGERS,
)
_LIBRARIES = Path(structlog.__file__).parent.parent


def places(error: BaseException) -> list[str]:
    """Where `error` was raised, outermost first: `reception.py:88 process`."""
    return [
        f"{_short(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ][-MOST_FRAMES:]


def kind(error: BaseException) -> str:
    """What `error` is, and what it came from: `StoreUnavailable from OperationalError`.

    Of a store that cannot be used it is said why, so that an operator can mend it: that quotes no data.
    """
    names = [f"StoreUnavailable ({error})" if isinstance(error, StoreUnavailable) else type(error).__name__]
    while (cause := error.__cause__ or error.__context__) is not None and len(names) < 4:
        error = cause
        names.append(type(error).__name__)
    return " from ".join(names)


def configure_logs(level: str) -> None:
    """Send our logs and those of libraries to standard error, one line each; coloured on a terminal, else JSON."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _with_cause,
        _without_messages,
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    # A line that cannot be written would be printed with its arguments, which are not ours to show.
    logging.raiseExceptions = False
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_formatter(shared))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))


def _formatter(shared: list[Processor]) -> logging.Formatter:
    renderer: Processor = (
        structlog.dev.ConsoleRenderer() if sys.stderr.isatty() else structlog.processors.JSONRenderer()
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[_without_arguments, *shared],
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    )


def _with_cause(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Name what is being worked on in all that is logged meanwhile: one word leads from event to messages."""
    cause = current_cause()
    if cause and "cause" not in event:
        event["cause"] = cause
    return event


def _without_messages(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Replace `exc_info` by the error's kind and places."""
    error = _error_of(event.pop("exc_info", None))
    if error is not None:
        event["error"] = kind(error)
        event["places"] = places(error)
    return event


def _without_arguments(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Of what a library logs for information or with an error, keep the sentence without what fills it in."""
    record: logging.LogRecord | None = event.get("_record")
    if record is not None and (record.exc_info or record.levelno < logging.WARNING) and not _is_ours(record):
        event["event"] = str(record.msg)
        if record.exc_info:
            event["exc_info"] = record.exc_info
            record.exc_info = record.exc_text = None
    return event


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.startswith("bot.")


def _error_of(exc_info: Any) -> BaseException | None:
    match exc_info:
        case BaseException():
            return exc_info
        case (_, BaseException() as error, TracebackType() | None):
            return error
        case True:
            return sys.exc_info()[1]
        case _:
            return None


def _short(filename: str) -> str:
    path = Path(filename)
    for base in (Path(__file__).parent.parent, _LIBRARIES):
        if path.is_relative_to(base):
            return str(path.relative_to(base))
    return path.name
