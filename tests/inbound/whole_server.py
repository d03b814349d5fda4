"""The server with every route that there is: Slack for many workspaces, Teams, the API, downloads, metrics."""

from typing import Any

from cryptography.fernet import Fernet

SIGNING_SECRET = "a-signing-secret-for-tests"
METRICS_TOKEN = "a-token-for-prometheus"
PUBLIC_URL = "https://milepost.vale.example"

EVERYTHING: dict[str, Any] = {
    "slack_client_id": "1.2",
    "slack_client_secret": "a-client-secret",
    "slack_signing_secret": SIGNING_SECRET,
    # Nobody listens there, so that whatever would call Slack fails at once.
    "slack_api_url": "http://127.0.0.1:9/api/",
    "encryption_keys": Fernet.generate_key().decode(),
    "teams_auth": "off",
    "public_url": PUBLIC_URL,
    "metrics_token": METRICS_TOKEN,
}
"""Settings for `tests.installation.installed`."""
