"""Names in a row or a list, in English or Welsh: `@Ben, Siân Rees and Callum`."""

import re

_BETWEEN = re.compile(r"\s*(?:[,;&\n]|\band\b|\bac?\b)\s*|\s+(?=@)", re.IGNORECASE)


def read_names(text: str) -> list[str]:
    """The names, as they were written; bullets and empty places are left out."""
    parts = (part.strip(" •*-–.\t") for part in _BETWEEN.split(text))
    return [part for part in parts if part]
