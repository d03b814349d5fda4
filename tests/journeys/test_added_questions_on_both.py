"""Questions that HR adds on Teams, answered in a modal on Slack and on a card on Teams."""

from tests.journeys.vale import Vale, slack, teams, vale

__all__ = ["slack", "teams", "vale"]

NEEDED = "Did you have what you needed?"
MISSING = "What was missing?"
FELT = "How has work felt?"


async def test_a_question_with_a_follow_up_and_how_work_has_felt_are_answered_on_both(vale: Vale):
    await vale.ruth.says(f"hr questions add {NEEDED} yes/no", f"hr questions follow-up 1 if no: {MISSING}")
    assert f"If No: {MISSING}" in vale.ruth.reads
    assert FELT in await vale.ruth.says("hr questions wellbeing on")
    await vale.server.goes_to("Mon 10:00")

    # In a modal the follow-up comes and goes with the answer it belongs to.
    await vale.ben.taps("Answer in a form")
    modal = vale.slack.modal(vale.ben.user)
    assert NEEDED in modal.labels and MISSING not in modal.labels
    await vale.ben.user.fills({NEEDED: "No"})
    assert MISSING in vale.slack.modal(vale.ben.user).labels
    await vale.ben.user.fills({NEEDED: "Yes"})
    assert MISSING not in vale.slack.modal(vale.ben.user).labels
    await vale.ben.user.fills({NEEDED: "No"})
    await vale.ben.fills({MISSING: "A second van", FELT: "4 – Good"})
    assert "A second van" in vale.ben.message("Check-in for the week").reads

    # A card cannot change while it is filled in, so it comes back with the follow-up and with what was said.
    await vale.eve.taps("Answer in a form")
    assert MISSING not in vale.eve.last.labels
    await vale.eve.fills({NEEDED: "No", FELT: "2 – Hard"})
    assert MISSING in vale.eve.last.labels
    await vale.eve.fills({MISSING: "Time to read"})
    answered = vale.eve.message("Check-in for the week").reads
    assert "Time to read" in answered
    assert "2 – Hard" in answered

    # Whoever said yes is asked nothing more.
    await vale.amira.taps("Answer in a form")
    await vale.amira.fills({NEEDED: "Yes"})
    assert MISSING not in vale.amira.has_read

    report = await vale.megan.says("team Eve Lloyd")
    assert "Time to read" in report
    assert "2 – Hard" in report
    for reader, words in (
        (vale.ruth, "hr wellbeing"),
        (vale.priya, "team Eve Lloyd"),
        (vale.ben, "team Eve Lloyd"),
        (vale.megan, "team summary"),
    ):
        assert "2 – Hard" not in await reader.says(words), words
    for other in (vale.ruth, vale.priya, vale.ben, vale.amira):
        assert "2 – Hard" not in "\n".join(
            each.reads for each in other.inbox if "(1 – Very hard" not in each.reads
        )
