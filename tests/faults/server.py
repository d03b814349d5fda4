"""Milepost's processes as tests start and kill them: everything is as in earnest but for the clock.

It runs at an offset kept in a file.
"""

from pathlib import Path

from bot.app import web_app
from bot.clocks import DemoClock
from bot.logs import configure_logs
from bot.serving import listen, serve_until_stopped
from bot.settings import read_settings
from bot.starting import ready


async def main(role: str, clock_kept_in: Path, tells: Path) -> None:
    """Be a process of this `role` until stopped; writes the port to `tells` once requests are answered."""
    settings = read_settings()
    configure_logs(settings.log_level)
    milepost = await ready(settings, DemoClock(clock_kept_in))
    app = web_app(milepost, alone=role == "alone")

    def started(port: int) -> None:
        written = tells.with_suffix(".new")
        written.write_text(str(port), encoding="utf-8")
        written.rename(tells)

    await serve_until_stopped(app, listen(settings.host, settings.port), started)
