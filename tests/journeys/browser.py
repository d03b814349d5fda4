"""A browser that installs Milepost: it keeps cookies and follows nothing by itself."""

import html
import re
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

import aiohttp


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it came."""

    status: int
    text: str
    headers: dict[str, str]

    @property
    def reads(self) -> str:
        """The page's words."""
        return html.unescape(re.sub(r"<[^>]+>", " ", self.text))

    @property
    def leads_to(self) -> str:
        """Where its button leads."""
        found = re.search(r'class="go" href="([^"]+)"', self.text)
        assert found is not None
        return html.unescape(found.group(1))

    @property
    def state(self) -> str:
        """The state that its button takes to Slack."""
        (state,) = parse_qs(urlsplit(self.leads_to).query)["state"]
        return state


@dataclass(slots=True)
class Browser:
    """One person's browser at the server."""

    base_url: str
    cookies: dict[str, str] = field(default_factory=dict)
    language: str = "en-GB,en;q=0.9"

    async def opens(self, path: str, **query: str) -> Shown:
        """Open a page."""
        sent = {"Accept-Language": self.language}
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        async with (
            aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session,
            session.get(f"{self.base_url}{path}", params=query, headers=sent, allow_redirects=False) as answer,
        ):
            for name, morsel in answer.cookies.items():
                self.cookies[name] = morsel.value
            return Shown(answer.status, await answer.text(), dict(answer.headers))

    async def installs(self, code: str) -> Shown:
        """Begin, agree at Slack, and come back with its code."""
        begun = await self.opens("/slack/install")
        return await self.opens("/slack/oauth_redirect", code=code, state=begun.state)
