"""What service users said comes from files: all or nothing, every bad row named, and as often as anyone likes."""

from datetime import date
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.cards.imported import told
from core.model.person import Language, Tenant
from core.model.service_feedback import Scale, scale_called
from core.services.import_report import Trouble
from core.services.import_service_feedback import import_service_feedback
from tests.clock import MovableClock
from tests.import_rows import (
    TENANT,
    all_stored,
    bring_objectives,
    bring_people,
    email,
    found_council,
    named,
    numbered,
    objective_row,
    person_row,
)

_tenants = count(1)


def row(reference, **cells):
    plain = {
        "source": "Tenant survey",
        "reference": reference,
        "received_on": "2026-11-02",
        "score": "4",
        "scale": "1 to 5",
        "team": "",
        "email": "",
        "objective": "",
        "text": "",
    }
    if not {"team", "email", "objective"} & cells.keys():
        plain["team"] = "Repairs"
    return plain | cells


async def bring(database, *rows, tenant=TENANT.id, **options):
    async with database.transaction() as store:
        return await import_service_feedback(store, tenant, numbered(rows), MovableClock().now(), **options)


async def stored(database, *references, tenant=TENANT.id):
    async with database.reading() as store:
        known = await store.service_feedback.known(tenant, ["Tenant survey"], references)
    return [known[("Tenant survey", each)] for each in references]


async def settle(database, tenant=TENANT):
    await found_council(database, tenant)
    await bring_people(database, person_row("daniel", team="Repairs"), person_row("sian"), tenant=tenant.id)
    await bring_objectives(database, objective_row("daniel", "Answer sooner"), tenant=tenant.id)


@pytest.fixture
async def council(sqlite_database):
    await settle(sqlite_database)
    return sqlite_database


async def test_answers_are_tied_to_a_team_or_to_an_objective_by_its_owner_and_title(council):
    report = await bring(
        council,
        row("1", team="REPAIRS", text="On time,  and kind."),
        row("2", email=email("daniel").upper(), objective="answer  SOONER", score="8", scale="0–10"),
        row("3", score="95%", scale="%"),
    )
    assert (report.problems, len(report.added)) == ((), 3)
    one, two, three = await stored(council, "1", "2", "3")
    assert (one.score, one.scale, one.text, one.received_on) == (
        4,
        Scale.ONE_TO_FIVE,
        "On time, and kind.",
        date(2026, 11, 2),
    )
    assert one.team_id
    assert one.objective_id is None
    assert two.objective_id
    assert two.team_id is None
    assert (two.scale, three.score, three.scale) == (Scale.ZERO_TO_TEN, 95, Scale.PERCENT)


async def test_a_repeat_changes_nothing_a_correction_does_and_a_blank_comment_is_left(council):
    rows = [row("1", text="Late."), row("2")]
    await bring(council, *rows)
    before = await all_stored(council)
    assert len((await bring(council, *rows)).unchanged) == 2
    assert await all_stored(council) == before
    corrected = await bring(council, row("1", score="2"), row("2"))
    assert (corrected.updated, len(corrected.unchanged)) == (("Tenant survey: 1",), 1)
    assert [(each.score, each.text) for each in await stored(council, "1")] == [(2, "Late.")]
    await bring(council, row("1", text="-"))
    assert (await stored(council, "1"))[0].text == ""


async def test_a_dry_run_says_the_same_and_keeps_nothing(council):
    before = await all_stored(council)
    assert (await bring(council, row("1"), dry_run=True)).added == ("Tenant survey: 1",)
    assert await all_stored(council) == before


async def test_every_bad_row_is_named_with_its_fix_in_both_languages_and_nothing_is_kept(council):
    before = await all_stored(council)
    report = await bring(
        council,
        row("1"),
        row("1"),
        row("2", team="Repiars"),
        row("3", team="Repairs", email=email("daniel")),
        row("4", team=""),
        row("5", email=email("daniel")),
        row("6", objective="Answer sooner"),
        row("7", email=email("daniell"), objective="Answer sooner"),
        row("8", email=email("daniel"), objective="Answer soner"),
        row("9", score="6"),
        row("10", scale="2026-05-01"),
        row("11", received_on="2027-01-01"),
        row("12", received_on="12/11/2026"),
        row("13", score="good"),
        row("14", text="a" * 4_001),
        row(""),
        row("16", email=email("sian"), objective="Answer sooner"),
    )
    assert named(report.problems) == [
        (3, "reference", Trouble.REPEATED_ANSWER),
        (4, "team", Trouble.TEAM_NOT_FOUND),
        (5, "team", Trouble.TWO_SUBJECTS),
        (6, "team", Trouble.NO_SUBJECT),
        (7, "objective", Trouble.HALF_SUBJECT),
        (8, "email", Trouble.HALF_SUBJECT),
        (9, "email", Trouble.UNKNOWN_PERSON),
        (10, "objective", Trouble.OBJECTIVE_NOT_FOUND),
        (11, "score", Trouble.OFF_SCALE),
        (12, "scale", Trouble.UNKNOWN_SCALE),
        (13, "received_on", Trouble.NOT_RECEIVED_YET),
        (14, "received_on", Trouble.BAD_DATE),
        (15, "score", Trouble.BAD_NUMBER),
        (16, "text", Trouble.TOO_LONG),
        (17, "reference", Trouble.MISSING),
        (18, "objective", Trouble.OBJECTIVE_NOT_FOUND),
    ]
    assert await all_stored(council) == before
    english, welsh = told(report), told(report, Language.CY)
    for part in ("Write “Repairs”", email("daniel"), "1 to 5, 0 to 10 or percent", "from 1 to 5"):
        assert part in english
    assert len(welsh.splitlines()) == len(english.splitlines())


async def test_what_looks_like_a_formula_is_kept_as_the_words_it_is(council):
    formula = "=HYPERLINK('http://x','click')"
    await bring(council, row("=1+1", text=formula))
    (kept,) = await stored(council, "=1+1")
    assert kept.text == formula


@pytest.mark.parametrize(
    ("written", "scale"),
    [
        ("1-5", Scale.ONE_TO_FIVE),
        ("1 – 5", Scale.ONE_TO_FIVE),
        ("0 to 10", Scale.ZERO_TO_TEN),
        ("Percent", Scale.PERCENT),
        ("0-100", Scale.PERCENT),
        ("1-10", None),
        ("", None),
    ],
)
def test_a_scale_is_known_however_surveys_write_it(written, scale):
    assert scale_called(written) is scale


# --- laws -----------------------------------------------------------------------------------------------------

SCORES = st.one_of(
    st.tuples(st.floats(1, 5), st.sampled_from(["1-5", "1 to 5"])),
    st.tuples(st.floats(0, 10), st.sampled_from(["0-10", "0–10"])),
    st.tuples(st.integers(0, 100), st.sampled_from(["%", "percent"])),
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).filter(lambda text: "#" not in text)
SUBJECTS = st.sampled_from([{"team": "Repairs"}, {"email": email("daniel"), "objective": "Answer sooner"}])


@st.composite
def answers(draw):
    references = draw(st.lists(st.integers(1, 99).map(str), min_size=1, max_size=6, unique=True))
    rows = []
    for reference in references:
        score, scale = draw(SCORES)
        rows.append(row(reference, score=f"{score:f}", scale=scale, text=draw(WORDS), **draw(SUBJECTS)))
    return rows


BAD = st.sampled_from(
    [
        row("bad", team="Nobody’s"),
        row("bad", score="11", scale="0-10"),
        row("bad", score="nan"),
        row("bad", scale="stars"),
        row("bad", email=email("daniel"), objective="Something else"),
        row("bad", received_on="yesterday"),
        row("bad", source=""),
    ]
)

laws = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@laws
@given(file=answers(), bad=BAD, data=st.data())
async def test_any_file_repeats_without_a_change_and_one_bad_row_keeps_all_of_it_out(
    sqlite_database, file, bad, data
):
    tenant = Tenant(f"council-{next(_tenants)}", "A council")
    await settle(sqlite_database, tenant)
    before = await all_stored(sqlite_database)
    place = data.draw(st.integers(0, len(file)))
    refused = await bring(sqlite_database, *file[:place], bad, *file[place:], tenant=tenant.id)
    assert {problem.line for problem in refused.problems} == {place + 2}
    assert await all_stored(sqlite_database) == before
    first = await bring(sqlite_database, *file, tenant=tenant.id)
    assert (first.problems, len(first.added)) == ((), len(file))
    after = await all_stored(sqlite_database)
    assert len((await bring(sqlite_database, *file, tenant=tenant.id)).unchanged) == len(file)
    assert await all_stored(sqlite_database) == after
