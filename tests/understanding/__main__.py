"""`make understanding`: how well updates in plain words are understood, field by field.

The scored part shows its figures only: its sentences are not for tuning. `--wrong` lists what goes wrong in the
developed part.
"""

import sys

from tests.understanding.scoring import report, score

for part in ("developed", "scored"):
    scores = score(part)
    print("\n".join(report(part, scores)))
    if part == "developed" and "--wrong" in sys.argv:
        print("\n".join(scores.wrong))
