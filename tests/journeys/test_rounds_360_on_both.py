"""A 360 round: opened on Slack, answered by colleagues on both platforms, and read by the person on Teams."""

from tests.journeys.vale import OnSlack, OnTeams, Vale, slack, teams, vale

__all__ = ["slack", "teams", "vale"]

SCALE, SCALE_CY = "Explains things clearly, and listens", "Yn esbonio pethau’n glir, ac yn gwrando"
KEEP = "What do they do well that they should keep doing?"
KEEP_CY = "Beth sy’n cael ei wneud yn dda ac y dylid parhau i’w wneud?"
SAID = "Listens well in meetings."


async def answers(who: OnSlack | OnTeams, score: str) -> None:
    """Answer in a modal on Slack, on a card on Teams."""
    await who.taps("Answer in a form", who.message("Your view of working with Amira Khan"))
    await who.fills({SCALE: score, KEEP: f"{SAID} [{score}]"})
    assert "Thank you." in who.reads


async def test_a_round_is_opened_proposed_for_answered_and_read_across_platforms(vale: Vale):
    assert "Who reads the report: Amira Khan and you." in await vale.megan.says(
        "team 360 Amira Khan by 18 December"
    )
    await vale.megan.taps("Open it")
    assert "Megan Price has opened a 360 round" in vale.amira.reads
    assert SCALE in vale.amira.reads

    await vale.amira.taps("Propose colleagues")
    await vale.amira.fills({"Who is asked": "Ben Wood, Carys Evans\nDara Okafor, Eve Lloyd and Farah Aziz"})
    assert "Colleagues: Ben Wood, Carys Evans, Dara Okafor, Eve Lloyd, Farah Aziz" in vale.megan.reads
    agreed = await vale.megan.taps("Agree and ask them")
    await vale.megan.again(agreed)
    await vale.server.goes_to("Mon 09:59")
    colleagues = (vale.ben, vale.carys, vale.dara, vale.eve, vale.farah)
    assert all(sum("Amira Khan" in message.reads for message in each.inbox) == 1 for each in colleagues)

    for each, score in (
        (vale.ben, "seldom"),
        (vale.dara, "sometimes"),
        (vale.eve, "often"),
        (vale.farah, "often"),
    ):
        await answers(each, score)
    await vale.carys.taps("Ateb mewn ffurflen")
    await vale.carys.fills({SCALE_CY: "bron bob amser", KEEP_CY: "Mae’n gwrando."})
    progress = await vale.megan.tapping("How far is it?")
    assert "Colleagues and reports: 5 of 5 have answered" in progress
    assert not any(each.user.name in progress for each in colleagues)

    # The person and the line manager answer by name; then it closes on the next working morning.
    for who, title, score in (
        (vale.megan, "Your view of working with", "often"),
        (vale.amira, "Your own view of your work", "nearly always"),
    ):
        await who.taps("Answer in a form", who.message(title))
        await who.fills({SCALE: score})
    assert SAID not in vale.amira.has_read
    await vale.server.goes_to("Tue 11:00")
    for reader in (vale.amira, vale.megan):
        report = await reader.tapping("Read the report")
        assert "5 of 5 colleagues and reports answered" in report
        assert "3.6 (5)" in report
        assert report.count(SAID) == 4
        assert "Mae’n gwrando." in report
        assert not any(each.user.name in report for each in colleagues)
