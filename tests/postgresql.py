"""A real PostgreSQL cluster for tests, from the server binaries that are installed."""

import asyncio
import os
import pwd
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path

import asyncpg

TEMPLATE = "milepost_template"
ROLE = "milepost"
"""Whom Milepost connects as: the owner of its database, and nothing more."""

# Nothing here outlives the tests, so nothing needs to survive a power cut.
DURABLE = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c shared_buffers=64MB"
"""What was committed is there again after the server was killed."""

SETTINGS = f"{DURABLE} -c synchronous_commit=off"


def server_binaries() -> Path | None:
    """The folder with `initdb` and `pg_ctl`, of the newest server installed; None where there is none."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -float(path.parent.name))
    on_path = [Path(found).parent for found in [shutil.which("pg_ctl")] if found]
    return next((path for path in [*installed, *on_path] if (path / "initdb").exists()), None)


class Cluster:
    """A PostgreSQL server of its own, in a temporary folder and on a Unix socket."""

    def __init__(self, binaries: Path, settings: str = SETTINGS) -> None:
        self._binaries = binaries
        self._settings = settings
        self._folder = Path(tempfile.mkdtemp(prefix="milepost-pg-"))
        self._user = _unprivileged_user()
        self._numbers = count(1)
        if self._user:
            shutil.chown(self._folder, self._user)
            self._folder.chmod(0o755)
        self._run("initdb", "-D", self._data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        self.start()
        # Milepost never is a superuser, which row-level security would not bind.
        self._execute(f"CREATE ROLE {ROLE} LOGIN NOSUPERUSER NOBYPASSRLS")

    @property
    def _data(self) -> str:
        return str(self._folder / "data")

    def url(self, database: str) -> str:
        """The address of one of its databases."""
        return f"postgresql+asyncpg://{ROLE}@/{database}?host={self._folder}"

    def start(self) -> None:
        """Start the server and wait until it accepts connections."""
        options = f"-k {self._folder} {self._settings}"
        self._run("pg_ctl", "-D", self._data, "-w", "-l", str(self._folder / "log"), "-o", options, "start")

    def stop(self, how: str = "fast") -> None:
        """Stop the server, cutting off whoever is connected; `immediate` is as if it had crashed."""
        self._run("pg_ctl", "-D", self._data, "-w", "-m", how, "stop")

    def remove(self) -> None:
        """Stop the server and delete everything."""
        if (self._folder / "data" / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self._folder)

    def create(self, database: str, template: str = "template1") -> str:
        """Create a database and return its address."""
        self._execute(f"CREATE DATABASE {database} OWNER {ROLE} TEMPLATE {template}")
        return self.url(database)

    def create_fresh(self) -> str:
        """A copy of the template database under a new name; returns its address."""
        return self.create(f"test_{next(self._numbers)}", TEMPLATE)

    def drop(self, url: str) -> None:
        """Drop the database at this address, cutting off whoever is connected."""
        database = url.partition("@/")[2].partition("?")[0]
        self._execute(f"DROP DATABASE {database} WITH (FORCE)")

    def _execute(self, statement: str) -> None:
        async def execute() -> None:
            connection = await asyncpg.connect(host=str(self._folder), user="postgres", database="postgres")
            try:
                await connection.execute(statement)
            finally:
                await connection.close()

        asyncio.run(execute())

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._binaries / program), *arguments]
        # The server refuses to run as root.
        as_user = ["setpriv", f"--reuid={self._user}", f"--regid={self._user}", "--clear-groups"]
        if self._user and not shutil.which("setpriv"):
            as_user = ["runuser", "-u", self._user, "--"]
        subprocess.run(
            [*as_user, *command] if self._user else command,
            cwd=self._folder,
            check=True,
            stdout=subprocess.DEVNULL,
            timeout=60,
        )


def _unprivileged_user() -> str | None:
    """The user to run the server as when we are root; None when we are somebody already."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"
