"""The command line: `milepost`, also `python -m bot`."""

import asyncio
import os
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from bot.api_key_commands import api_key_commands
from bot.app import web_app, worker_app
from bot.audit_commands import audit_commands
from bot.backup_commands import backup, restore, restored
from bot.clocks import SystemClock
from bot.database_commands import database_commands
from bot.demo.chat import demo_app
from bot.doctor_command import doctor
from bot.explain_command import TEXT_AS_IS, explain_update
from bot.export_command import export_table
from bot.import_files import Kind, import_file
from bot.import_progress import progress_on
from bot.inbox_commands import inbox_commands
from bot.key_commands import key_commands
from bot.logs import configure_logs
from bot.manifests import TEAMS_PACKAGE, slack_manifest, teams_package
from bot.organisation import found_organisation
from bot.outbox_commands import outbox_commands
from bot.privacy_commands import privacy_commands
from bot.release import release
from bot.retention_commands import retention_commands
from bot.serving import CannotServe, listen, serve_until_stopped, spare_what_stays, stop_signals
from bot.settings import BadSettings, Settings, read_settings
from bot.settings_command import show_settings
from bot.starting import opened, ready, require_several
from bot.webhook_commands import webhook_commands
from core.cards.imported import told
from core.model.audit import OPERATOR
from core.ports import StoreUnavailable
from core.trail import acting

cli = typer.Typer(
    help="Performance check-ins inside Slack and Microsoft Teams.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
import_commands = typer.Typer(help="Bring in people, objectives and what comes with them.", no_args_is_help=True)
manifest_commands = typer.Typer(help="Write what the platforms ask for.", no_args_is_help=True)
cli.add_typer(database_commands, name="db")
cli.add_typer(import_commands, name="import")
cli.add_typer(manifest_commands, name="manifest")
cli.add_typer(outbox_commands, name="outbox")
cli.add_typer(inbox_commands, name="inbox")
cli.add_typer(api_key_commands, name="api-key")
cli.add_typer(webhook_commands, name="webhooks")
cli.add_typer(privacy_commands, name="privacy")
cli.add_typer(retention_commands, name="retention")
cli.add_typer(audit_commands, name="audit")
cli.add_typer(key_commands, name="keys")

cli.command("export")(export_table)
cli.command("doctor")(doctor)
cli.command("settings")(show_settings)
cli.command("backup")(backup)
cli.command("restore")(restore)
database_commands.command("restored")(restored)
cli.command("explain", context_settings=TEXT_AS_IS)(explain_update)

_NOT_FOR_OTHERS = 0o027

DEMO_DATABASE = Path("milepost-demo.db")


@cli.callback(invoke_without_command=True)
def milepost(
    version: Annotated[bool, typer.Option("--version", help="Say which release this is, and end.")] = False,
) -> None:
    """Performance check-ins inside Slack and Microsoft Teams."""
    if version:
        typer.echo(f"milepost {release()}")
        raise typer.Exit


def main() -> None:
    """Run the command line; an operator's mistake ends it with a sentence and status 1."""
    # What is written holds what people wrote: the database, backups, exports. Other users of the machine get none.
    os.umask(os.umask(_NOT_FOR_OTHERS) | _NOT_FOR_OTHERS)
    try:
        cli()
    except (BadSettings, CannotServe) as error:
        _give_up(str(error))
    except StoreUnavailable as error:
        _give_up(f"The database cannot be used: {error}. Check MILEPOST_DATABASE_URL, then run milepost doctor.")


def _give_up(said: str) -> NoReturn:
    typer.echo(said, err=True)
    raise SystemExit(1)


# --- serving --------------------------------------------------------------------------------------------------


@cli.command()
def demo(
    fresh: Annotated[bool, typer.Option(help="Begin again with a new council.")] = False,
) -> None:
    """Live a council's week in your browser; nothing leaves this machine."""
    clock = DEMO_DATABASE.with_suffix(".clock.json")
    if fresh:
        for path in (clock, *DEMO_DATABASE.parent.glob(f"{DEMO_DATABASE.name}*")):
            path.unlink(missing_ok=True)
    settings = _demo_settings()
    configure_logs(settings.log_level if settings.log_level == "DEBUG" else "WARNING")

    async def run() -> None:
        def started(port: int) -> None:
            typer.echo(f"\n  Milepost's demo is at  http://{settings.host}:{port}/\n\n  Ctrl+C stops it.\n")

        with listen(settings.host, settings.port) as listening:
            await serve_until_stopped(await demo_app(settings, clock), listening, started)

    _run(run())


def _demo_settings() -> Settings:
    """The demo speaks to no platform, whatever is set."""
    given = read_settings()
    return Settings(
        _env_file=None,
        database_url=f"sqlite+aiosqlite:///{DEMO_DATABASE}",
        host="127.0.0.1",
        port=given.port,
        public_url=f"http://127.0.0.1:{given.port}",
        log_level=given.log_level,
        slack_bot_token="",
        slack_app_token="",
        slack_client_id="",
        slack_client_secret="",
        encryption_keys="",
        teams_auth="required",
        teams_app_id="",
        tick_seconds=5,
    )


@cli.command()
def serve(
    web_only: Annotated[
        bool, typer.Option("--web-only", help="Leave keeping time and delivering to processes of milepost worker.")
    ] = False,
) -> None:
    """Serve Slack and Teams, keep time and deliver."""
    settings = _set_up()
    if web_only:
        require_several(settings, "milepost serve does the worker's part too: leave --web-only out")
    if not (settings.has_slack or settings.has_teams):
        typer.echo("Neither Slack nor Teams is set up: run milepost doctor to see what is missing.", err=True)

    async def run() -> None:
        started = lambda port: typer.echo(f"Milepost is at http://{settings.host}:{port}")  # noqa: E731
        with listen(settings.host, settings.port) as listening:
            milepost = await ready(settings, SystemClock())
            app = web_app(milepost, alone=settings.is_embedded, web_only=web_only)
            await serve_until_stopped(app, listening, started, milepost.stopping, settings.drain_seconds)

    _run(run())


@cli.command()
def worker(
    health_port: Annotated[
        int | None,
        typer.Option(help="Answer /healthz, /readyz and /metrics on this port of MILEPOST_HOST.", max=65535),
    ] = None,
) -> None:
    """Only keep time and deliver, beside processes that serve."""
    settings = _set_up()
    require_several(settings, "milepost serve does the worker's part too: run that alone")

    async def run() -> None:
        runs = "Milepost's worker runs."
        if health_port is None:
            milepost = await ready(settings, SystemClock())
            async with milepost.at_work(alone=False):
                spare_what_stays()
                typer.echo(runs)
                with stop_signals() as asked:
                    await asked.get()
            await milepost.close()
            return
        started = lambda port: typer.echo(f"{runs} Its health is at http://{settings.host}:{port}")  # noqa: E731
        with listen(settings.host, health_port) as listening:
            milepost = await ready(settings, SystemClock())
            await serve_until_stopped(worker_app(milepost), listening, started, milepost.stopping)

    _run(run())


def _set_up() -> Settings:
    settings = read_settings()
    configure_logs(settings.log_level)
    return settings


# --- imports --------------------------------------------------------------------------------------------------

_File = Annotated[Path, typer.Argument(help="A CSV (UTF-8) or XLSX file with a header row.")]
_DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and change nothing.")]


@import_commands.command("people")
def import_people(file: _File, dry_run: _DryRun = False) -> None:
    """Add and update people and teams; all of the file or nothing."""
    _import(Kind.PEOPLE, file, dry_run)


@import_commands.command("objectives")
def import_objectives(file: _File, dry_run: _DryRun = False) -> None:
    """Add and update objectives; all of the file or nothing."""
    _import(Kind.OBJECTIVES, file, dry_run)


@import_commands.command("priorities")
def import_priorities(file: _File, dry_run: _DryRun = False) -> None:
    """Add and update the organisation's priorities and its teams' goals; all of the file or nothing."""
    _import(Kind.PRIORITIES, file, dry_run)


@import_commands.command("courses")
def import_courses(file: _File, dry_run: _DryRun = False) -> None:
    """Add and update courses; all of the file or nothing."""
    _import(Kind.COURSES, file, dry_run)


@import_commands.command("training")
def import_training(file: _File, dry_run: _DryRun = False) -> None:
    """Add and update completions of courses; all of the file or nothing."""
    _import(Kind.TRAINING, file, dry_run)


@import_commands.command("service-feedback")
def import_service_feedback(file: _File, dry_run: _DryRun = False) -> None:
    """Add and correct what service users said of teams and objectives; all of the file or nothing."""
    _import(Kind.SERVICE_FEEDBACK, file, dry_run)


@import_commands.command("skills")
def import_skills(file: _File, dry_run: _DryRun = False) -> None:
    """Add and update what job titles want; all of the file or nothing."""
    _import(Kind.SKILLS, file, dry_run)


@import_commands.command("benchmarks")
def import_benchmarks(file: _File, dry_run: _DryRun = False) -> None:
    """Add and update outside figures and targets that teams are compared with; all of the file or nothing."""
    _import(Kind.BENCHMARKS, file, dry_run)


def _import(kind: Kind, file: Path, dry_run: bool) -> None:
    settings = read_settings()
    clock = SystemClock()

    async def run() -> bool:
        database = await opened(settings, clock)
        try:
            tenant = await found_organisation(database, settings.organisation, settings.contact)
            progress = progress_on(saves=not dry_run)
            with acting(OPERATOR):
                report = await import_file(database, clock, tenant.id, kind, file, dry_run, progress=progress)
        finally:
            await database.close()
        typer.echo(told(report))
        return not report.problems

    if not _run(run()):
        raise typer.Exit(1)


# --- looking after it -----------------------------------------------------------------------------------------


@manifest_commands.command("slack")
def write_slack_manifest(
    many: Annotated[
        bool, typer.Option("--many", help="For many workspaces, each of which installs Milepost itself.")
    ] = False,
) -> None:
    """Print the Slack app's manifest, with request addresses where MILEPOST_PUBLIC_URL is set."""
    settings = read_settings()
    many = many or settings.has_many_slack_workspaces
    if many and not settings.public_url:
        _give_up("Set MILEPOST_PUBLIC_URL: Slack leads people who install Milepost back to it.")
    typer.echo(slack_manifest(settings.public_url, many=many), nl=False)


@manifest_commands.command("teams")
def write_teams_package(
    file: Annotated[Path, typer.Argument(help="Where to write the zip.")] = Path(TEAMS_PACKAGE),
) -> None:
    """Write the Teams app package, for the app id and address in the settings."""
    settings = read_settings()
    file.write_bytes(teams_package(settings.teams_app_id, settings.public_url))
    typer.echo(f"Written to {file}: upload it in the Teams admin centre.")


def _run(work: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(work)
