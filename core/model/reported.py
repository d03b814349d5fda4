"""Progress together with who reported it: of a shared objective several people report."""

from dataclasses import dataclass

from core.model.objective import Progress


@dataclass(frozen=True, slots=True)
class Reported:
    """What one person said of an objective at a check-in."""

    by_id: str
    progress: Progress
