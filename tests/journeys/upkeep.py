"""An objective looked after over a year, told once: people type it, on whichever platform they are."""

from collections.abc import Callable
from typing import Any

from tests.installation import Installation

Inbox = Callable[[Any], list[Any]]


async def look_after_objectives(council: Installation, inbox: Inbox, megan: Any, amira: Any, ben: Any) -> None:
    """Share, pause, resume, tick a milestone, close, hand over; each is told to whom it concerns."""

    def reads(person: Any) -> str:
        return inbox(person)[-1].reads

    await amira.says("share objective 1 with Ben Wood")
    assert "Answer complaints faster" in reads(ben)
    await ben.says("objectives")
    assert "Answer complaints faster" in reads(ben)

    await amira.says("pause objective 1 until 4 January because secondment")
    assert "4 January 2027" in reads(amira)
    await council.goes_to("Mon 10:00")
    assert "Answer complaints faster" not in reads(amira)
    await amira.says("resume objective 1")
    await amira.says("checkin")
    assert "Answer complaints faster" in reads(amira)

    await amira.says("objectives add Get the new advice desk ready for residents by 31 March")
    for said in ("steps to tick off", "Room found by 15 January; Staff trained", "Services that listen"):
        await amira.says(said)
    assert "Amira Khan proposes an objective" in reads(megan), reads(amira)
    await megan.taps(inbox(megan)[-1], "Agree")
    await amira.says("done room found")
    assert "1 of 2" in reads(amira) or "50%" in reads(amira)

    await amira.says("close objective 2 not reached")
    await amira.says("objectives hand over @Ben Wood: everything is in the shared folder")
    assert "everything is in the shared folder" in reads(ben)
    await ben.says("objectives")
    assert "Answer complaints faster" in reads(ben)
    await amira.says("objectives")
    assert "Answer complaints faster" not in reads(amira)
