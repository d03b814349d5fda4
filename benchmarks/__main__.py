"""`make bench`: every benchmark, each beside its bare baseline."""

import asyncio

from benchmarks import (
    api,
    apscheduler_jobs,
    audiences,
    broadcast,
    handing_over,
    inbound,
    organisation,
    planner,
    plots,
    prompt_cost,
    prompt_run,
    review_pack,
    sealing,
    summaries,
    summary,
    team_command,
    training,
    understanding,
)


async def main() -> None:
    """Run them one after the other."""
    await planner.run()
    await apscheduler_jobs.run()
    await team_command.run()
    await summary.run()
    await organisation.run()
    await summaries.run()
    await inbound.run()
    await training.run()
    await api.run()
    await understanding.run()
    await sealing.run()
    await review_pack.run()
    await plots.run()
    await audiences.run()
    await broadcast.run()
    await handing_over.run()
    await prompt_cost.run()
    await prompt_run.run()


asyncio.run(main())
