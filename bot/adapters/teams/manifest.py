"""Teams' app manifest and its Welsh texts, made from the command table; `manifests/teams/` holds them as files.

Microsoft: "App manifest schema" 1.29 and its localisation schema. The app asks for no permission of Microsoft
Graph and for no resource-specific consent, so it has no `webApplicationInfo`.
"""

from typing import Any
from urllib.parse import urlsplit

from bot.adapters.teams.invokes import SEARCH, SEARCH_PARAMETER
from core.commands import COMMANDS, HR, Command
from core.model.person import Language
from core.texts.texts import words_for

NO_APP = "00000000-0000-4000-8000-6d696c65706f"
"""Stands where a registration's app id belongs."""

SCOPES = ("personal", "team")
MOST_COMMANDS = 10
"""Of a command list, and in one scope."""

PERMISSIONS = {
    "identity": "know who writes, to match accounts to people by work email",
    "messageTeamMembers": "send each person their own check-in, and answer in private what is asked in a channel",
}
"""Each permission and what it is for."""

_SCHEMAS = "https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams"
_SITE = "https://milepost.example"
_MESSAGE_COMMANDS = (("recogniseMessage", "recognise"), ("addEvidence", "evidence"))


def manifest(app_id: str = "", public_url: str = "", version: str = "0.0.0") -> dict[str, Any]:
    """The manifest for a bot's app id, served at an address, of a release."""
    app = app_id or NO_APP
    words = words_for(Language.EN)
    return {
        "$schema": f"{_SCHEMAS}.schema.json",
        "manifestVersion": "1.29",
        "version": version,
        "id": app,
        "localizationInfo": {
            "defaultLanguageTag": "en-gb",
            "additionalLanguages": [{"languageTag": "cy", "file": "cy.json"}],
        },
        "developer": {
            "name": "The Milepost team",
            "websiteUrl": _SITE,
            "privacyUrl": f"{_SITE}/privacy",
            "termsOfUseUrl": f"{_SITE}/terms",
        },
        "name": {"short": "Milepost", "full": words("teams-app-name")},
        "description": {"short": words("teams-app-short"), "full": words("teams-app-full")},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#0c4a45",
        "bots": [
            {
                "botId": app,
                "scopes": list(SCOPES),
                "isNotificationOnly": False,
                "supportsFiles": True,
                "commandLists": [
                    {"scopes": [scope], "commands": [_command(each) for each in listed()]} for scope in SCOPES
                ],
            }
        ],
        "composeExtensions": [{"botId": app, "canUpdateConfiguration": False, "commands": _extension()}],
        "permissions": list(PERMISSIONS),
        "defaultInstallScope": "personal",
        "validDomains": [urlsplit(public_url).netloc] if public_url else [],
    }


def welsh() -> dict[str, str]:
    """The localisation file for Welsh: every text of the manifest."""
    words = words_for(Language.CY)
    texts = {
        "$schema": f"{_SCHEMAS}.Localization.schema.json",
        "name.short": "Milepost",
        "name.full": words("teams-app-name"),
        "description.short": words("teams-app-short"),
        "description.full": words("teams-app-full"),
    }
    for number, _ in enumerate(SCOPES):
        for at, command in enumerate(listed()):
            key = f"bots[0].commandLists[{number}].commands[{at}]"
            texts[f"{key}.title"] = words(f"teams-word-{command.word}")
            texts[f"{key}.description"] = words(f"command-{command.word}")
    names = ("search", *(name for _, name in _MESSAGE_COMMANDS))
    for at, name in enumerate(names):
        key = f"composeExtensions[0].commands[{at}]"
        texts[f"{key}.title"] = words(f"teams-extension-{name}")
        texts[f"{key}.description"] = words(f"teams-extension-{name}-description")
    texts["composeExtensions[0].commands[0].parameters[0].title"] = words("teams-extension-words")
    texts["composeExtensions[0].commands[0].parameters[0].description"] = words(
        "teams-extension-words-description"
    )
    return texts


def listed() -> list[Command]:
    """The commands of the menu: all but HR's, which few people have, since the menu holds ten."""
    return [command for command in COMMANDS if command.listed and command is not HR]


def _command(command: Command) -> dict[str, str]:
    return {"title": command.word, "description": words_for(Language.EN)(f"command-{command.word}")}


def _extension() -> list[dict[str, Any]]:
    words = words_for(Language.EN)
    search = {
        "id": SEARCH,
        "type": "query",
        "context": ["compose", "commandBox"],
        "title": words("teams-extension-search"),
        "description": words("teams-extension-search-description"),
        # Everything is offered before anything is typed.
        "initialRun": True,
        "parameters": [
            {
                "name": SEARCH_PARAMETER,
                "inputType": "text",
                "title": words("teams-extension-words"),
                "description": words("teams-extension-words-description"),
            }
        ],
    }
    return [search] + [
        {
            "id": command,
            "type": "action",
            "context": ["message"],
            "title": words(f"teams-extension-{name}"),
            "description": words(f"teams-extension-{name}-description"),
            # The form depends on the message, so it is asked for.
            "fetchTask": True,
        }
        for command, name in _MESSAGE_COMMANDS
    ]
