"""The description of the API in OpenAPI 3.1, made of the very models that its answers are made of."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from bot.release import release
from core.records.tables import RecordTable

DESCRIPTION_PATH = "/api/v1/openapi.json"

_ERRORS = {
    "type": "object",
    "required": ["errors"],
    "properties": {
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message"],
                "properties": {
                    "message": {"type": "string"},
                    "field": {"type": "string", "description": "The parameter that is wrong."},
                },
            },
        },
        "count": {"type": "integer", "description": "How many errors there are."},
    },
}

_REFUSALS = {
    "401": "No key, or none that is in use.",
    "403": "The key is for something else.",
    "422": "A parameter is wrong; `errors` names it.",
    "429": "Too many requests with one key; `Retry-After` says when to come again.",
    "503": "The database cannot be reached just now; `Retry-After` says when to come again.",
}


def description(root: str, tables: Sequence[RecordTable], asked: type[BaseModel]) -> dict[str, Any]:
    """The whole document: a path for each table, its parameters as in `asked`, its rows as they are sent."""
    _, defined = models_json_schema(
        [(table.row, "serialization") for table in tables], ref_template="#/components/schemas/{model}"
    )
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Milepost",
            "version": release(),
            "summary": "Performance check-ins: tables to read, for tools that draw dashboards.",
            "description": (
                "Every table is read page by page: ask again with `cursor` set to the last `next_cursor` until"
                " that is null. A page holds each row once, whatever is added meanwhile. Nothing that people"
                " wrote at check-ins is in any table, and no count of a team of fewer than five."
            ),
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "security": [{"key": []}],
        "paths": {f"{root}/{table.name}": {"get": _operation(table, asked)} for table in tables},
        "components": {
            "securitySchemes": {
                "key": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "Made with `milepost api-key add NAME --scope read`.",
                }
            },
            "schemas": {**defined["$defs"], "Errors": _ERRORS},
        },
    }


def _operation(table: RecordTable, asked: type[BaseModel]) -> dict[str, Any]:
    refused = {
        status: {
            "description": why,
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Errors"}}},
        }
        for status, why in _REFUSALS.items()
    }
    page = {
        "type": "object",
        "required": ["data", "next_cursor"],
        "additionalProperties": False,
        "properties": {
            "data": {"type": "array", "items": {"$ref": f"#/components/schemas/{table.row.__name__}"}},
            "next_cursor": {
                "type": ["string", "null"],
                "description": "Where the next page begins; null: no more.",
            },
        },
    }
    return {
        "operationId": f"read-{table.name}",
        "summary": (table.row.__doc__ or "").strip().splitlines()[0],
        "parameters": _parameters(table, asked),
        "responses": {
            "200": {
                "description": "A page of rows.",
                "headers": {"ETag": {"schema": {"type": "string"}}},
                "content": {"application/json": {"schema": page}},
            },
            "304": {"description": "The page is the one whose ETag `If-None-Match` names."},
            **refused,
        },
    }


_SAID = {
    "limit": "How many rows a page holds at most.",
    "cursor": "The `next_cursor` of the page before; leave it out to begin.",
    "updated_since": "Only rows that were made or changed at or after this instant.",
}


def _parameters(table: RecordTable, asked: type[BaseModel]) -> list[dict[str, Any]]:
    properties = asked.model_json_schema()["properties"]
    return [
        {"name": name, "in": "query", "description": _SAID[name], "schema": _not_null(properties[name])}
        for name in properties
        if name != "updated_since" or table.updated is not None
    ]


def _not_null(schema: dict[str, Any]) -> dict[str, Any]:
    """What is left out is left out: nothing in an address says null."""
    kinds = [each for each in schema.get("anyOf", [schema]) if each.get("type") != "null"]
    return {key: value for key, value in kinds[0].items() if key != "title"}
