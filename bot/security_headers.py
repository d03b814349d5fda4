"""What every answer tells browsers that they must not do with it; an answer that says so itself is left alone.

OWASP, "HTTP Security Response Headers Cheat Sheet".
"""

from aiohttp import web

_ALWAYS = {
    # Nothing is loaded, run or framed; pages that need their own style or script bring a policy of their own.
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
_HTTPS_ONLY = f"max-age={2 * 365 * 24 * 60 * 60}"
"""Without `includeSubDomains`: what else is served below the name is not ours to decide."""


def add_security_headers(app: web.Application, public_url: str) -> None:
    """Send them with whatever `app` answers, refusals and pages that do not exist too.

    Browsers are told to come by https only where `public_url` is.
    """
    is_https = public_url.startswith("https://")

    async def add(_: web.Request, answer: web.StreamResponse) -> None:
        for name, value in _ALWAYS.items():
            answer.headers.setdefault(name, value)
        if is_https:
            answer.headers["Strict-Transport-Security"] = _HTTPS_ONLY
        # Which versions of what serve this helps nobody but who looks for known holes.
        answer.headers["Server"] = "Milepost"

    app.on_response_prepare.append(add)
