"""Milepost's server as a process of its own that can be killed: `python -m tests.faults.server CLOCK_FILE`.

Everything is as in `milepost serve`, but for the clock, which runs at an offset kept in the file.
"""

import asyncio
import sys
from pathlib import Path

from bot.app import web_app
from bot.clocks import DemoClock
from bot.logs import configure_logs
from bot.serving import listen, serve_until_stopped
from bot.settings import read_settings
from bot.starting import ready


async def main(clock_kept_in: Path) -> None:
    """Serve until stopped; prints the port once requests are answered."""
    settings = read_settings()
    configure_logs(settings.log_level)
    milepost = await ready(settings, DemoClock(clock_kept_in))
    app = web_app(milepost, alone=True)
    await serve_until_stopped(app, listen(settings.host, settings.port), lambda port: print(port, flush=True))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
