"""Whether there are backups, and how old the newest is."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from bot.doctor.check import Check, advice, duration, right, wrong
from bot.kept_backups import backups_in, taken_at
from bot.settings import PREFIX, Settings
from core.ports import Clock

OLD_AFTER = timedelta(hours=36)
"""A daily backup that was missed once, with some hours for one that takes long."""

_TAKE_ONE = "See that the timer runs: systemctl list-timers milepost-backup.timer (docs/deploy/one-server.md)."


def backups(settings: Settings, clock: Clock) -> Iterator[Check]:
    """The newest backup of the folder that is set."""
    if not settings.backup_folder:
        if settings.has_slack or settings.has_teams:
            todo = (
                f"Set {PREFIX}BACKUP_FOLDER to where they are kept, and take one each day (docs/reliability.md)."
            )
            yield advice("backups", "no folder is set, so nobody says when the newest is old", todo)
        return
    folder = Path(settings.backup_folder)
    if not folder.is_dir():
        yield wrong("backups", f"there is no folder {folder}", f"Make it, or correct {PREFIX}BACKUP_FOLDER.")
        return
    try:
        found = backups_in(folder)
    except OSError as error:
        yield wrong("backups", f"{folder} cannot be read ({error.strerror})", "Let Milepost's user read it.")
        return
    if not found:
        yield wrong("backups", f"there is none in {folder}", _TAKE_ONE)
        return
    age = clock.now() - taken_at(found[-1])
    said = f"the newest of {len(found)} in {folder} is {duration(max(age, timedelta()))} old"
    yield wrong("backups", said, _TAKE_ONE) if age > OLD_AFTER else right("backups", said)
