"""Which measure of a team is meant, by the words that commands and files have for it."""

from rapidfuzz import fuzz, process

from core.model.benchmark import TeamMeasure

_CALLED: dict[TeamMeasure, tuple[str, ...]] = {
    TeamMeasure.PARTICIPATION: ("participation", "completion", "response rate", "cyfranogiad", "cyfradd ymateb"),
    TeamMeasure.ON_TRACK: ("on track", "objectives on track", "ar y trywydd", "amcanion ar y trywydd iawn"),
    TeamMeasure.PROGRESS: ("progress", "mean progress", "average progress", "cynnydd", "cynnydd cyfartalog"),
    TeamMeasure.CONFIDENCE: ("confidence", "hyder"),
    TeamMeasure.TRAINING: ("training", "training compliance", "compliance", "hyfforddiant", "cydymffurfiaeth"),
    TeamMeasure.SATISFACTION: ("satisfaction", "service user satisfaction", "service", "boddhad", "gwasanaeth"),
    TeamMeasure.OUTSIDE_CONTROL: (
        *("outside control", "blockers", "blockers outside control"),
        *("y tu hwnt i reolaeth", "rhwystrau", "rhwystrau y tu hwnt i reolaeth"),
    ),
}
_BY_NAME = {name: measure for measure, names in _CALLED.items() for name in names}

_SURE, _LIKE = 85, 60


def measure_called(said: str) -> TeamMeasure | None:
    """The measure of exactly this name, whatever its case and hyphens."""
    return _BY_NAME.get(_plain(said))


def measure_meant(said: str) -> TeamMeasure | None:
    """The measure that is meant, misspelt or not; None where that is not clear."""
    return measure_called(said) or _nearest(said, _SURE)


def measure_like(said: str) -> TeamMeasure | None:
    """The measure whose name is most like it, to be offered; None where none is."""
    return measure_called(said) or _nearest(said, _LIKE)


def _nearest(said: str, at_least: float) -> TeamMeasure | None:
    # WRatio would find "ed" in "blocked"; a ratio of the whole does not.
    found = process.extractOne(_plain(said), list(_BY_NAME), scorer=fuzz.ratio, score_cutoff=at_least)
    return _BY_NAME[found[0]] if found else None


def _plain(said: str) -> str:
    return " ".join(said.casefold().replace("-", " ").replace("_", " ").replace("’", "'").strip(" .?!").split())
