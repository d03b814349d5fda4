"""An organisation of any size with a year behind it, written by the database itself: bulk SQL, seconds of work.

One chief executive, ten heads of service, teams of about a dozen, an objective each, and a check-in a week.
"""

from collections.abc import Iterator
from datetime import date, timedelta

SERVICES = 10
TEAM = 12
TENANT_ID = "council"
LAST_MONDAY = date(2026, 11, 23)


def first_monday(weeks: int) -> date:
    """The first of so many periods, of which the last is `LAST_MONDAY`."""
    return LAST_MONDAY - timedelta(weeks=weeks - 1)


def statements(people: int, weeks: int, *, sqlite: bool) -> Iterator[str]:
    """SQL that founds the organisation in an empty, migrated database, in order."""
    random_id = "lower(hex(randomblob(16)))" if sqlite else "replace(gen_random_uuid()::text, '-', '')"
    chance = "abs(random() % 1000)" if sqlite else "floor(random() * 1000)::int"
    day = (
        f"date('{first_monday(weeks)}', '+' || (7 * w.n) || ' days')"
        if sqlite
        else (f"(date '{first_monday(weeks)}' + 7 * w.n)")
    )
    at = f"{day} || ' 10:00:00.000000'" if sqlite else f"({day} + time '10:00') AT TIME ZONE 'UTC'"
    no, yes = ("0", "1") if sqlite else ("false", "true")
    now = "'2026-11-23 10:00:00.000000'" if sqlite else "timestamptz '2026-11-23 10:00Z'"
    anchor = "'2026-01-05'" if sqlite else "date '2026-01-05'"
    at_ten = "'15:00:00.000000'" if sqlite else "time '15:00'"
    started = (
        "date('2012-01-01', '+' || (n * 37 % 5000) || ' days')"
        if sqlite
        else ("(date '2012-01-01' + n * 37 % 5000)")
    )
    teams = (people - 1 - SERVICES) // TEAM
    yield (
        f"INSERT INTO tenants (id, name, contact, is_home) VALUES ('{TENANT_ID}', 'A large council', 'HR', {yes})"
    )
    yield (
        "INSERT INTO schedules (id, tenant_id, name, rrule, anchor, at, closes_after_days, closes_at,"
        f" stale_after_hours) VALUES ('weekly', '{TENANT_ID}', 'Weekly', 'FREQ=WEEKLY;BYDAY=MO', "
        f"{anchor}, {at_ten}, 4, {at_ten}, 48)"
    )
    yield (
        f"INSERT INTO aims (id, tenant_id, kind, title, position) {_numbers(8)}"
        f" SELECT 'aim' || n, '{TENANT_ID}', 'priority', 'Priority ' || n, n FROM numbers"
    )
    # Heads of service come first, then the leads of teams, then everyone else.
    yield (
        "INSERT INTO people (id, tenant_id, email, name, team_id, manager_id, role, access, timezone,"
        f" working_days, start_on, employment, nation, language, search_text) {_numbers(people)}"
        f" SELECT 'p' || n, '{TENANT_ID}', 'p' || n || '@council.example', 'Person ' || n,"
        f" CASE WHEN n = 0 THEN NULL WHEN n <= {SERVICES} THEN 'head' || n"
        f" ELSE 'team' || ((n - 1 - {SERVICES}) % {teams}) END,"
        f" CASE WHEN n = 0 THEN NULL WHEN n <= {SERVICES} THEN 'p0'"
        f" WHEN n <= {SERVICES} + {teams} THEN 'p' || (1 + n % {SERVICES})"
        f" ELSE 'p' || ({SERVICES} + 1 + (n - 1 - {SERVICES}) % {teams}) END,"
        " 'Officer', 'staff', 'Europe/London', CASE WHEN n % 4 = 0 THEN '123' ELSE '12345' END,"
        f" {started}, CASE WHEN n % 9 = 0 THEN 'fixed-term' ELSE 'permanent' END,"
        " CASE WHEN n % 7 = 0 THEN 'Wales' ELSE 'England' END, CASE WHEN n % 11 = 0 THEN 'cy' ELSE 'en' END,"
        " 'person' || n FROM numbers"
    )
    team = (
        "INSERT INTO teams"
        " (id, tenant_id, name, lead_id, timezone, summary_weekday, summary_time, next_summary_at)"
    )
    yield (
        f"{team} {_numbers(teams)} SELECT 'team' || n, '{TENANT_ID}', 'Team ' || n, 'p' || ({SERVICES} + 1 + n),"
        f" 'Europe/London', 5, {at_ten}, {now} FROM numbers"
    )
    yield (
        f"{team} {_numbers(SERVICES + 1)} SELECT 'head' || n, '{TENANT_ID}', 'Service ' || n, 'p' || n,"
        f" 'Europe/London', 5, {at_ten}, NULL FROM numbers WHERE n > 0"
    )
    yield (
        "INSERT INTO objectives (id, tenant_id, person_id, title, measure, unit, baseline, target, priority,"
        " direction, weight, milestones, for_whom, aim_id, no_aim_reason, kept_because, state,"
        f" latest_status, latest_factors, created_at, position) {_numbers(people)}"
        f" SELECT 'o' || n, '{TENANT_ID}', 'p' || n, 'Objective ' || n, 'Days', 'days', 15, 8, '', 'down',"
        f" 1, '[]', '', CASE WHEN n % 10 < 7 THEN 'aim' || (n % 7) END, '', '', 'active',"
        f" CASE n % 5 WHEN 0 THEN 'off_track' WHEN 1 THEN 'at_risk' ELSE 'on_track' END, '', {now}, 0 FROM numbers"
    )
    yield (
        "INSERT INTO checkins (id, tenant_id, person_id, schedule_id, period, state, opens_at, closes_at, late,"
        f" ahead, answers_saved, answers_asked, note, note_audience, version) {_numbers(weeks)}"
        f" SELECT {random_id}, '{TENANT_ID}', people.id, 'weekly', {day},"
        f" CASE WHEN {chance} < 800 THEN 'answered' ELSE 'missed' END, {at}, {at}, {no}, {no}, 4, 4, '',"
        " 'manager', 1"
        " FROM numbers AS w CROSS JOIN people"
    )
    yield (
        "INSERT INTO progress_updates (checkin_id, objective_id, value, percent, status, confidence, factors,"
        " outside_control, reported_at)"
        f" SELECT checkins.id, objectives.id, 10, 50, CASE WHEN {chance} < 700 THEN 'on_track'"
        f" WHEN {chance} < 500 THEN 'at_risk' ELSE 'off_track' END, 1 + {chance} % 5,"
        f" CASE WHEN {chance} < 150 THEN 'Waiting for boiler parts from the supplier ' || ({chance} % 40)"
        " ELSE '' END,"
        f" {chance} < 80, checkins.opens_at"
        " FROM checkins JOIN objectives ON objectives.person_id = checkins.person_id"
        " WHERE checkins.state = 'answered'"
    )


def _numbers(count: int) -> str:
    """The numbers from nought on, as a table in front of a SELECT."""
    return f"WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < {count})"
