"""A pulse question asked of people on Slack and on Teams: one tap each, and shown from five people on."""

from tests.journeys.vale import Vale, slack, teams, vale

__all__ = ["slack", "teams", "vale"]

FIRST = "I know what is expected of me at work."
SECOND = "in the time I have"


async def test_a_trend_is_withheld_from_four_and_shown_from_five_whatever_platform_they_are_on(vale: Vale):
    await vale.priya.says("hr pulse on weekly")
    await vale.server.goes_to("Tue 12:00")
    for each in (vale.ben, vale.eve):
        assert FIRST in each.message("One quick question").reads
    assert "Rwy’n gwybod" in vale.carys.reads

    # Four answer, from both platforms; the fourth tap comes twice.
    for each in (vale.ben, vale.dara, vale.eve):
        await each.taps("4")
        assert "Thank you, it is counted." in each.message(FIRST).reads
    tapped = await vale.carys.taps("4")
    await vale.carys.again(tapped)
    await vale.server.goes_to("Mon 12:00")
    for reader, words in ((vale.megan, "team pulse"), (vale.priya, "hr pulse"), (vale.ruth, "hr pulse")):
        said = await reader.says(words)
        assert FIRST in said
        assert "Too few answers" in said

    # Of the next question, five.
    await vale.server.goes_to("Tue 12:00")
    for each in (vale.amira, vale.ben, vale.carys, vale.dara):
        await each.taps("4")
    await vale.eve.taps("1 · Not at all")
    assert "No question has closed yet" not in await vale.megan.says("team pulse")
    assert "3.4" not in vale.megan.reads
    await vale.server.goes_to("Mon 12:00")
    for reader, words in ((vale.megan, "team pulse"), (vale.priya, "hr pulse"), (vale.ruth, "hr pulse")):
        said = await reader.says(words)
        assert SECOND in said
        assert "3.4" in said
        assert "Too few answers" in said
