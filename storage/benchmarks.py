"""Outside figures and targets that teams are compared with."""

from collections.abc import Collection

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from core.model.benchmark import Benchmark
from core.model.period import Period
from storage import tables
from storage.prepared import Prepared
from storage.sql import execute_in_parts, insert_or_update
from storage.tables import benchmarks

_KEY = ("tenant_id", "measure", "scope_key", "starts_on", "period")
_ALL = Prepared(
    select(
        benchmarks.c.tenant_id,
        benchmarks.c.measure,
        benchmarks.c.scope_key,
        benchmarks.c.starts_on,
        benchmarks.c.period,
        benchmarks.c.scope,
        benchmarks.c.value,
        benchmarks.c.scale,
        benchmarks.c.source,
    )
    .where(benchmarks.c.tenant_id == bindparam("of_tenant"))
    .order_by(benchmarks.c.measure, benchmarks.c.starts_on.desc(), benchmarks.c.scope_key, benchmarks.c.period)
)


class SqlBenchmarks:
    """See `core.ports.Benchmarks`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def all(self, tenant_id: str) -> list[Benchmark]:
        """Every one, by measure, the newest period first."""
        rows = await _ALL.rows(self._connection, {"of_tenant": tenant_id})
        return [
            Benchmark(tenant, measure, scope_key, Period(starts_on, kind), scope, value, scale, source)
            for tenant, measure, scope_key, starts_on, kind, scope, value, scale, source in rows
        ]

    async def save(self, benchmarks: Collection[Benchmark]) -> None:
        """Insert, or update by tenant, measure, scope and period."""
        rows = [
            {
                "tenant_id": each.tenant_id,
                "measure": each.measure,
                "scope_key": each.scope_key,
                "starts_on": each.period.starts_on,
                "period": each.period.kind,
                "scope": each.scope,
                "value": each.value,
                "scale": each.scale,
                "source": each.source,
            }
            for each in benchmarks
        ]
        if rows:
            await execute_in_parts(
                self._connection, insert_or_update(self._connection, tables.benchmarks, *_KEY), rows
            )
