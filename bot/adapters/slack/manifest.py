"""Slack's app manifest, made from the command table; `manifests/slack/manifest.yaml` is its Socket Mode form."""

from collections.abc import Iterable
from typing import Any

from bot.adapters.slack.payload import MESSAGE_SHORTCUTS
from core.commands import COMMANDS, SHORTCUTS, SLACK_SHORT_FORMS
from core.model.person import Language
from core.texts.texts import words_for

SCOPES = {
    "app_mentions:read": "be addressed by name in a channel",
    "channels:history": "find a message whose outcome was lost, before it is sent again",
    "chat:write": "send prompts, answers and summaries",
    "commands": "offer slash commands",
    "files:read": "know certificates and evidence by name, and read the lists that HR sends to import",
    "files:write": "attach a summary's picture",
    "groups:history": "the same as channels:history, in private channels",
    "im:history": "read what is typed to Milepost in direct messages",
    "im:write": "open the direct conversation that a message was lost in",
    "users:read": "know people's accounts",
    "users:read.email": "match accounts to people by work email",
}
"""Each scope and what it is for; no scope is asked for that nothing needs."""

EVENTS = ("app_home_opened", "app_mention", "app_uninstalled", "message.im", "team_join", "tokens_revoked")

_LONG = (
    "Once a week Milepost asks each person about their objectives: where is it now, is it on track, what is in "
    "the way? It takes about a minute, in one form or question by question. Line managers see who is stuck and "
    "why. The team gets a summary it can act on. In English and Welsh."
)


def manifest(public_url: str = "", *, many: bool = False) -> dict[str, Any]:
    """The manifest for Socket Mode, or with a `public_url` for requests over HTTP.

    With `many` workspaces it is installed by OAuth, also in whole enterprises, and its tokens are renewed; Slack
    does not let an app stop renewing them again (docs "Token rotation").
    """
    redirects = {"redirect_urls": [f"{public_url}/slack/oauth_redirect"]} if many and public_url else {}
    requests = {"request_url": f"{public_url}/slack/events"} if public_url else {}
    options = {"message_menu_options_url": f"{public_url}/slack/events"} if public_url else {}
    return {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {
            "name": "Milepost",
            "description": "Weekly check-ins about your objectives, in a minute.",
            "long_description": _LONG,
            "background_color": "#0b4f4a",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Milepost", "always_online": True},
            "shortcuts": [*_shortcuts("global", SHORTCUTS), *_shortcuts("message", MESSAGE_SHORTCUTS)],
            "slash_commands": _commands(public_url),
        },
        "oauth_config": {**redirects, "scopes": {"bot": sorted(SCOPES)}},
        "settings": {
            "event_subscriptions": {**requests, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **requests, **options},
            "org_deploy_enabled": many,
            "socket_mode_enabled": not public_url,
            "token_rotation_enabled": many,
        },
    }


def _shortcuts(kind: str, callback_ids: Iterable[str]) -> list[dict[str, str]]:
    words = words_for(Language.EN)
    return [
        {
            "name": words(f"slack-shortcut-{id_.replace('_', '-')}"),
            "type": kind,
            "callback_id": id_,
            "description": words(f"slack-shortcut-{id_.replace('_', '-')}-description"),
        }
        for id_ in callback_ids
    ]


def _commands(public_url: str) -> list[dict[str, Any]]:
    words = words_for(Language.EN)
    listed = [command.word for command in COMMANDS if command.listed]
    every = _command("milepost", words("slack-command-description"), " | ".join(listed), public_url)
    short = [
        _command(word, words(f"command-{word}"), words(f"slack-hint-{word}"), public_url)
        for word in SLACK_SHORT_FORMS
    ]
    return [every, *short]


def _command(word: str, description: str, hint: str, public_url: str) -> dict[str, Any]:
    requests = {"url": f"{public_url}/slack/events"} if public_url else {}
    return {
        "command": f"/{word}",
        **requests,
        "description": description,
        "usage_hint": hint,
        # People are named as mentions, not as bare text.
        "should_escape": True,
    }
