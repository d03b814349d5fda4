"""What holds for every people file: repeating changes nothing, a bad row keeps all out, every circle is named."""

from datetime import date
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event

from core.model.person import Access, Employment, Language, Nation, Tenant
from core.services.import_report import Trouble
from storage.database import SqlDatabase
from tests.import_rows import all_stored, bring_people, email, found_council, named, person_row

_tenants = count(1)

WHO = ("ada", "bo", "cy", "dai", "eve", "flo", "gus")
laws = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

OPTIONAL_CELLS = st.fixed_dictionaries(
    {},
    optional={
        "team": st.sampled_from(["", "-", "Repairs", "repairs", "Planning"]),
        "role": st.text(st.characters(exclude_categories=["Cs"]), max_size=12).filter(
            lambda text: "#" not in text
        ),
        "access": st.sampled_from(["", "-", *Access]),
        "timezone": st.sampled_from(["", "Europe/London", "Asia/Tokyo", "america/new_york"]),
        "working_days": st.sampled_from(["", "-", "Mon-Fri", "Sat,Sun", "Fri-Mon"]),
        "start_date": st.dates(date(2015, 1, 1), date(2026, 1, 1)).map(date.isoformat),
        "end_date": st.one_of(st.just(""), st.dates(date(2026, 1, 1), date(2030, 1, 1)).map(date.isoformat)),
        "employment": st.sampled_from(["", *Employment]),
        "nation": st.sampled_from(["", *Nation]),
        "language": st.sampled_from(["", *Language]),
    },
)


@st.composite
def valid_files(draw):
    """People in any order, each reporting to nobody or to one further up."""
    people = draw(st.lists(st.sampled_from(WHO), min_size=1, unique=True))
    rows = []
    for index, who in enumerate(people):
        manager = draw(st.sampled_from(["", *people[:index]]))
        rows.append(person_row(who, manager) | draw(OPTIONAL_CELLS))
    return draw(st.permutations(rows))


async def fresh_tenant(database: SqlDatabase) -> str:
    tenant = Tenant(f"council-{next(_tenants)}", "A council")
    await found_council(database, tenant)
    return tenant.id


@laws
@given(file=valid_files())
async def test_repeating_any_valid_file_changes_nothing(sqlite_database, file):
    tenant = await fresh_tenant(sqlite_database)
    first = await bring_people(sqlite_database, *file, tenant=tenant)
    assert (first.problems, len(first.added)) == ((), len(file))
    stored = await all_stored(sqlite_database)
    again = await bring_people(sqlite_database, *file, tenant=tenant)
    assert (len(again.unchanged), again.left_out, again.new_teams) == (len(file), (), ())
    assert await all_stored(sqlite_database) == stored


@laws
@given(before=valid_files(), file=valid_files(), data=st.data())
async def test_a_bad_row_anywhere_leaves_the_database_untouched(sqlite_database, before, file, data):
    tenant = await fresh_tenant(sqlite_database)
    await bring_people(sqlite_database, *before, tenant=tenant)
    stored = await all_stored(sqlite_database)
    bad = data.draw(
        st.sampled_from(
            [
                person_row("zoe", "stranger"),
                person_row("zoe", "zoe"),
                person_row("zoe", name=""),
                person_row("zoe", end_date="soon"),
                person_row("zoe", nation="Cornwall"),
                file[0] | {"email": file[0]["email"].upper()},
            ]
        )
    )
    place = data.draw(st.integers(0, len(file)))
    report = await bring_people(sqlite_database, *file[:place], bad, *file[place:], tenant=tenant)
    assert report.is_refused
    assert await all_stored(sqlite_database) == stored


@laws
@given(
    circle=st.lists(st.sampled_from(WHO), min_size=1, unique=True),
    others=st.lists(st.sampled_from(("hal", "ivy", "jo")), unique=True),
    data=st.data(),
)
async def test_any_circle_in_the_reporting_line_is_named(sqlite_database, circle, others, data):
    tenant = await fresh_tenant(sqlite_database)
    around = [person_row(who, circle[index - 1]) for index, who in enumerate(circle)]
    apart = [person_row(who, data.draw(st.sampled_from(["", *circle]))) for who in others]
    rows = data.draw(st.permutations(around + apart))
    report = await bring_people(sqlite_database, *rows, tenant=tenant)
    lines = [line for line, row in enumerate(rows, start=2) if row in around]
    trouble = Trouble.OWN_MANAGER if len(circle) == 1 else Trouble.CIRCLE
    assert named(report.problems) == [(min(lines), "manager_email", trouble)]
    if len(circle) > 1:
        assert all(email(who) in report.problems[0].facts["path"] for who in circle)


async def test_ten_times_the_people_take_no_more_queries(sqlite_database):
    async def queries(size: int) -> int:
        tenant = await fresh_tenant(sqlite_database)
        rows = [person_row(f"p{number}", f"p{number // 10}" if number else "") for number in range(size)]
        seen: list[str] = []

        def note(_connection, _cursor, statement, *_):
            seen.append(statement)

        event.listen(Engine, "before_cursor_execute", note)
        try:
            await bring_people(sqlite_database, *rows, tenant=tenant)
        finally:
            event.remove(Engine, "before_cursor_execute", note)
        return len(seen)

    assert await queries(400) == await queries(40) > 0
