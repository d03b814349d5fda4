"""A review: opened on Slack, prepared on Teams, added to and signed by both, and taken as a file."""

import io
import re

import aiohttp
import docx
import pikepdf

from tests.journeys.conftest import PUBLIC_URL
from tests.journeys.vale import Vale, slack, teams, vale

__all__ = ["slack", "teams", "vale"]


async def downloaded(vale: Vale, text: str) -> tuple[bytes, str, str]:
    """The file behind the link in a message: its content, type and name."""
    path = re.search(rf"{PUBLIC_URL}(/download/[\w-]+)", text)
    assert path is not None, text
    async with aiohttp.ClientSession() as browser, browser.post(vale.server.base_url + path[1]) as answer:
        assert answer.status == 200
        return await answer.read(), answer.content_type, answer.headers["Content-Disposition"]


async def test_a_review_goes_from_one_to_the_other_and_is_signed_by_both(vale: Vale):
    await vale.megan.says("team review Amira Khan annual by 18 December")
    opened = await vale.megan.taps("Open it")
    await vale.megan.again(opened)
    assert "Megan Price has opened a review with you" in vale.amira.reads
    await vale.amira.taps("Look at it")
    await vale.amira.taps("Write in my words")
    await vale.amira.fills({"Highlights": "Cleared the <backlog> & more."})
    assert "Cleared the <backlog> & more." in vale.amira.has_read
    assert "backlog" not in vale.megan.has_read
    handed = await vale.amira.taps("Hand it on to Megan Price")
    await vale.amira.again(handed)
    assert sum("has handed on their review" in each.reads for each in vale.megan.inbox) == 1
    await vale.megan.taps("Look at it")
    await vale.megan.taps("Add my comments")
    await vale.megan.fills({"Overall": "A strong year."})
    await vale.megan.taps("Ask for both signatures")
    await vale.amira.taps("Look at it")
    signed = await vale.amira.taps("Sign version 1")
    await vale.amira.again(signed)
    await vale.megan.taps("Sign version 1")
    assert "have both signed version 1" in vale.megan.has_read
    assert "have both signed version 1" in vale.amira.has_read
    assert "Amira Khan" not in await vale.ben.says("hr reviews")
    listed = await vale.priya.says("hr reviews")
    assert "Signed this financial year" in listed and "A strong year." not in listed


async def test_a_review_is_taken_as_pdf_and_as_word(vale: Vale):
    await vale.amira.says("review annual")
    await vale.amira.taps("Write in my words")
    await vale.amira.fills({"Highlights": "Cleared the #backlog."})
    await vale.amira.taps("As PDF")
    content, kind, name = await downloaded(vale, str(vale.amira.last))
    assert kind == "application/pdf"
    assert re.search(r'filename="annual-review-amira-khan-\d{4}-\d\d-\d\d\.pdf"', name)
    assert pikepdf.open(io.BytesIO(content)).Root.MarkInfo.Marked
    await vale.amira.taps("As Word")
    content, kind, name = await downloaded(vale, str(vale.amira.last))
    assert "Cleared the #backlog." in "\n".join(
        each.text for each in docx.Document(io.BytesIO(content)).paragraphs
    )
    await vale.carys.says("adolygiad blynyddol")
    await vale.carys.taps("Fel Word")
    content, *_ = await downloaded(vale, str(vale.carys.last))
    assert docx.Document(io.BytesIO(content)).core_properties.language == "cy-GB"
