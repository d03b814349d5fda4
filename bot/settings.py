"""Settings from the environment or a file `.env`, checked as a whole before anything starts."""

import re
from ipaddress import ip_address
from typing import Literal, Self
from urllib.parse import urlsplit

from cryptography.fernet import Fernet
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from bot.adapters.slack.client import SLACK_API_URL
from storage.sealing import weakness_of

PREFIX = "MILEPOST_"
SETTINGS_FILE = ".env"
MAKE_A_KEY = 'python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"'
SHORTEST_TOKEN = 16
EMBEDDED_DATABASE = "sqlite+aiosqlite:///milepost.db"


class Settings(BaseSettings):
    """Everything an operator sets; each field is the variable `MILEPOST_` and its name in capitals."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=SETTINGS_FILE,
        # A line of .env.example that was left blank is as if it were not there.
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        use_attribute_docstrings=True,
    )

    # Each docstring is the setting's description in docs/configuration.md (`bot/settings_reference.py`); a last
    # paragraph that begins with “Needed:” says when, where there are times when Milepost cannot do without.

    organisation: str = Field("My organisation", min_length=1, max_length=200)
    """The organisation's name, as people see it.

    Needed: always, before anything real.
    """
    contact: str = Field("your HR team", min_length=1, max_length=200)
    """Whom people are told to ask when something is wrong.

    Needed: always, before anything real.
    """
    administrator: str = Field("", max_length=300)
    """The work email of who sets Milepost up in chat, as long as nobody else may.

    Needed: to begin; others get access by the people file, or by the administrator.
    """

    database_url: str = EMBEDDED_DATABASE
    """Where everything is kept: a file of SQLite's, or `postgresql+asyncpg://user:password@host/name`.

    Needed: for PostgreSQL, and for a file that lies elsewhere.
    """
    erasures_file: str = ""
    """The file that lists who was erased, to be kept with the backups; blank: beside the embedded database, else
    `milepost.erasures` in the working folder."""
    backup_folder: str = ""
    """Where `milepost backup` writes without a file's name; `milepost doctor` says when the newest is old."""
    host: str = "127.0.0.1"
    """The address to listen on; leave it where a proxy on the same machine passes requests on."""
    port: int = Field(3978, ge=0, le=65535)
    """The port to listen on."""
    public_url: str = ""
    """The address under which platforms and browsers reach this server, without a slash at its end.

    Needed: for Slack over HTTP, for many workspaces, and for Teams.
    """

    slack_signing_secret: SecretStr = SecretStr("")
    """What Slack signs its requests with; from “Basic Information” of the app.

    Needed: for Slack over HTTP.
    """
    slack_bot_token: SecretStr = SecretStr("")
    """The bot's token (`xoxb-…`) for one workspace; from “OAuth & Permissions”.

    Needed: for Slack with one workspace.
    """
    slack_app_token: SecretStr = SecretStr("")
    """The app-level token (`xapp-…`) with the scope `connections:write`, for Socket Mode.

    Needed: for Slack without a public address.
    """
    slack_client_id: str = ""
    """With its secret, for many workspaces that install Milepost themselves, instead of one bot's token.

    Needed: for Slack with many workspaces.
    """
    slack_client_secret: SecretStr = SecretStr("")
    """The secret that belongs to `MILEPOST_SLACK_CLIENT_ID`.

    Needed: for Slack with many workspaces.
    """
    slack_api_url: str = SLACK_API_URL
    """Where Slack's Web API is: another only to try Milepost against a test server."""
    slack_messages_per_minute: int = Field(300, ge=20, le=3_000)
    """The workspace-wide allowance; Slack grants “several hundred messages a minute”."""

    encryption_keys: SecretStr = SecretStr("")
    """Fernet keys, comma-separated, newest first: what people write, and tokens, are sealed with them.

    Needed: always, but for the demo.
    """
    webhook_private_hosts: str = ""
    """Hosts of this network that webhooks may go to, comma-separated; others have to be public."""

    teams_app_id: str = ""
    """The *Microsoft App ID* of the Azure Bot.

    Needed: for Teams.
    """
    teams_app_password: SecretStr = SecretStr("")
    """The value of a client secret of that app.

    Needed: for Teams.
    """
    teams_tenant_id: str = ""
    """The *App Tenant ID*: the one tenant that the bot serves.

    Needed: for Teams.
    """
    teams_auth: Literal["required", "off"] = "required"
    """`off` lets anyone speak as anyone, for the Agents Playground; accepted on a loopback host only."""

    metrics_token: SecretStr = SecretStr("")
    """What Prometheus sends as its bearer token; without it `/metrics` answers this machine alone.

    Needed: for metrics where `MILEPOST_PUBLIC_URL` is set, or from another machine.
    """

    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    """How much the log says; at no level does it say what people wrote."""
    tick_seconds: float = Field(30.0, gt=0, le=600)
    """How often is looked for what is due."""
    lease_seconds: float = Field(30.0, ge=5, le=3_600)
    """How long a message that is being sent belongs to a process that says nothing more, as after a crash.

    A process that lives moves its leases on three times in this time, however long a send takes.
    """
    drain_seconds: float = Field(3.0, ge=0, le=5)
    """How long after SIGTERM requests are still taken, while `/readyz` says 503 to who shares them out."""

    @field_validator("log_level", mode="before")
    @classmethod
    def _in_capitals(cls, level: object) -> object:
        return level.upper() if isinstance(level, str) else level

    @field_validator("database_url")
    @classmethod
    def _is_a_database_url(cls, url: str) -> str:
        try:
            make_url(url)
        except ArgumentError:
            raise ValueError("is no database address, such as postgresql+asyncpg://user@host/name") from None
        return url

    @field_validator("administrator")
    @classmethod
    def _is_an_email(cls, email: str) -> str:
        if email and not re.fullmatch(r"[^@\s,]+@[^@\s,]+\.[^@\s.,]+", email.strip()):
            raise ValueError("must be one work email, such as nia.morgan@council.gov.uk")
        return email.strip().lower()

    @field_validator("public_url")
    @classmethod
    def _is_a_web_address(cls, url: str) -> str:
        if url and urlsplit(url).scheme not in ("http", "https"):
            raise ValueError("must begin with https:// (or http:// on this machine)")
        if url and not urlsplit(url).hostname:
            raise ValueError("names no host; give the whole address, such as https://milepost.your-council.gov.uk")
        return url.rstrip("/")

    @field_validator("encryption_keys")
    @classmethod
    def _are_fernet_keys(cls, keys: SecretStr) -> SecretStr:
        for number, key in enumerate(_listed(keys), start=1):
            try:
                Fernet(key)
            except ValueError:
                raise ValueError(f"key {number} is no Fernet key; make one with: {MAKE_A_KEY}") from None
            weakness = weakness_of(key)
            if weakness is not None:
                raise ValueError(f"key {number} can be guessed: it {weakness}; make one with: {MAKE_A_KEY}")
        return keys

    @field_validator("metrics_token")
    @classmethod
    def _is_hard_to_guess(cls, token: SecretStr) -> SecretStr:
        if 0 < len(token.get_secret_value()) < SHORTEST_TOKEN:
            raise ValueError(
                f"must have {SHORTEST_TOKEN} characters or more; make one with:"
                ' python -c "import secrets; print(secrets.token_urlsafe())"'
            )
        return token

    @field_validator("slack_api_url")
    @classmethod
    def _ends_in_a_slash(cls, url: str) -> str:
        return url if url.endswith("/") else f"{url}/"

    @model_validator(mode="after")
    def _without_auth_on_loopback_only(self) -> Self:
        if self.teams_auth == "off" and not is_loopback(self.host):
            raise ValueError(
                f"{PREFIX}TEAMS_AUTH=off lets anyone speak as anyone, so it is accepted on a loopback host only;"
                f" set {PREFIX}HOST=127.0.0.1 or {PREFIX}TEAMS_AUTH=required"
            )
        return self

    @model_validator(mode="after")
    def _installed_in_one_way(self) -> Self:
        client_secret = self.slack_client_secret.get_secret_value()
        if not self.slack_client_id and not client_secret:
            return self
        if not (self.slack_client_id and client_secret):
            missing = "SLACK_CLIENT_SECRET" if self.slack_client_id else "SLACK_CLIENT_ID"
            raise ValueError(f"{PREFIX}{missing} is missing; copy it from “Basic Information” of the Slack app")
        if self.slack_bot_token.get_secret_value():
            raise ValueError(
                f"{PREFIX}SLACK_BOT_TOKEN is for one workspace, {PREFIX}SLACK_CLIENT_ID for many: set one of them"
            )
        if not self.encryption_key_list:
            raise ValueError(
                f"{PREFIX}ENCRYPTION_KEYS is missing: workspaces' tokens are kept sealed with it; make a key with:"
                f" {MAKE_A_KEY}"
            )
        if not self.public_url:
            raise ValueError(
                f"{PREFIX}PUBLIC_URL is missing: Slack leads people who install Milepost back to it; set it to the"
                " https:// address under which this server is reached"
            )
        return self

    @property
    def encryption_key_list(self) -> list[str]:
        """The keys that what people write is sealed with, newest first."""
        return _listed(self.encryption_keys)

    @property
    def webhook_private_host_list(self) -> list[str]:
        """Hosts of this network that webhooks may go to."""
        return [each.strip().lower() for each in self.webhook_private_hosts.split(",") if each.strip()]

    @property
    def has_many_slack_workspaces(self) -> bool:
        """Whether workspaces install Milepost themselves, by OAuth."""
        return bool(self.slack_client_id)

    @property
    def has_slack(self) -> bool:
        """Whether enough is set to speak with Slack."""
        secret = self.slack_signing_secret.get_secret_value() or self.slack_app_token.get_secret_value()
        speaks = self.slack_bot_token.get_secret_value() or self.has_many_slack_workspaces
        return bool(speaks and secret)

    @property
    def has_teams(self) -> bool:
        """Whether enough is set to speak with Teams."""
        return self.teams_auth == "off" or bool(
            self.teams_app_id and self.teams_app_password.get_secret_value() and self.teams_tenant_id
        )

    @property
    def is_embedded(self) -> bool:
        """Whether the database is a file of ours, which we migrate by ourselves."""
        return make_url(self.database_url).get_backend_name() == "sqlite"

    @property
    def has_public_address(self) -> bool:
        """Whether others than this machine reach the server, through a proxy that may stand on this machine."""
        return bool(self.public_url) and not is_loopback(urlsplit(self.public_url).hostname or "")

    @property
    def pictures_at(self) -> str:
        """The address before a picture's name; empty where platforms cannot reach this server."""
        return f"{self.public_url}/pictures" if self.public_url else ""


class BadSettings(ValueError):
    """A setting is wrong; the message names each with its fix, and no secret's value."""


def read_settings() -> Settings:
    """The settings of this process; raises `BadSettings`."""
    try:
        return Settings()
    except ValidationError as error:
        raise BadSettings("\n".join(_told(each) for each in error.errors(include_input=False))) from None


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches `host`."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _listed(keys: SecretStr) -> list[str]:
    return [key.strip() for key in keys.get_secret_value().split(",") if key.strip()]


def _told(error: ErrorDetails) -> str:
    said = error["msg"].removeprefix("Value error, ")
    return f"{PREFIX}{str(error['loc'][0]).upper()}: {said}" if error["loc"] else said
