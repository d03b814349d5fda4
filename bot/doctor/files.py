"""Whether files that hold secrets or what people said are kept from other users of the machine."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.engine import make_url

from bot.doctor.check import Check, right, wrong
from bot.settings import SETTINGS_FILE, Settings


def private_files(settings: Settings) -> Iterator[Check]:
    """`.env`, the embedded database with its log, and the backups' folder, those that are there."""
    paths = [Path(SETTINGS_FILE)]
    if settings.is_embedded:
        database = str(make_url(settings.database_url).database)
        paths += [Path(database + end) for end in ("", "-wal", "-shm")]
    if settings.backup_folder:
        paths.append(Path(settings.backup_folder))
    there = [each for each in paths if each.exists()]
    open_to_others = [each for each in there if _is_open(each)]
    for each in open_to_others:
        narrower = "u=rwX,g=rX,o=" if each.is_dir() else "u=rw,g=r,o="
        todo = f"chmod {narrower} {each}"
        yield wrong("files", f"{each} is open to every user of this machine", todo)
    if there and not open_to_others:
        yield right("files", f"{', '.join(map(str, there))}: closed to other users of this machine")


def _is_open(path: Path) -> bool:
    """Whether others may read or change it, or its group change it; a group may be let read, as a service's is.

    A file that lies in a folder which others cannot enter is out of their reach whatever its own mode says.
    """
    mode = path.stat().st_mode
    if os.name != "posix" or not mode & (stat.S_IRWXO | stat.S_IWGRP):
        return False
    folders = path.resolve().parents
    return all(each.stat().st_mode & stat.S_IXOTH for each in folders)
