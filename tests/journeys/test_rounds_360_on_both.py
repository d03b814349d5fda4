"""A 360 round: opened on Slack, answered by colleagues on both platforms, and read by the person on Teams."""

from tests.journeys.vale import OnSlack, OnTeams, Vale, slack, teams, vale

__all__ = ["slack", "teams", "vale"]

SCALE, SCALE_CY = "Explains things clearly, and listens", "Yn esbonio pethau’n glir, ac yn gwrando"
SAID = "Listens well in meetings."


async def answers(who: OnSlack | OnTeams, score: str) -> None:
    """Answer in a modal on Slack, on a card on Teams."""
    asked = who.message("Amira Khan")
    await who.taps("Answer in a form", asked)
    await who.fills({SCALE: score, "What do they do well that they should keep doing?": f"{SAID} [{score}]"})
    assert "Thank you." in asked.reads


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
    print(vale.carys.reads)
    await vale.carys.fills({SCALE_CY: "bron bob amser"})
    progress = await vale.megan.says("feedback 360")
    print(progress)
    assert not any(each.user.name in progress for each in colleagues)

    asked = vale.megan.message("Your view of working with")
    await vale.megan.taps("Answer in a form", asked)
    await vale.megan.fills({SCALE: "often"})
    asked = vale.amira.message("Your own view")
    await vale.amira.taps("Answer in a form", asked)
    await vale.amira.fills({SCALE: "nearly always"})
    assert SAID not in vale.amira.has_read
    await vale.server.goes_to("Tue 11:00")
    await vale.amira.taps("Read the report")
    print(vale.amira.reads)
    report = vale.amira.reads
    assert "5 of 5 colleagues and reports answered" in report
    assert "3.6 (5)" in report
    assert not any(each.user.name in report for each in colleagues)
    assert 0
