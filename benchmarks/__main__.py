"""`make bench`: every benchmark, each beside its bare baseline."""

import asyncio

from benchmarks import planner, team_command, training, understanding


async def main() -> None:
    """Run them one after the other."""
    await planner.run()
    await team_command.run()
    await training.run()
    await understanding.run()


asyncio.run(main())
