"""The organisation's values, kept by HR."""

import pytest

from core.model.person import Access


@pytest.fixture
async def ines(council):
    return await council.hire("Ines Hughes", access=Access.HR)


def offered(resident):
    return [option.label for part in resident.form.parts for option in getattr(part, "options", ())]


async def keep(ines, lines):
    await ines.commands("hr values")
    await ines.fills({"A value a line": lines})
    return ines.last.text


async def test_hr_names_values_and_people_choose_from_them(council, ines, amira, lead):
    await ines.commands("hr values")
    assert "Working together | Cydweithio" in str(ines.form)
    assert "People choose from these" in await keep(
        ines, "Bold for residents | Beiddgar dros drigolion\n• Plain words"
    )
    await amira.commands("kudos Megan Price for backing us up")
    assert "Bold for residents" in offered(amira)
    assert "Plain words" in offered(amira)
    assert "Working together" not in offered(amira)


async def test_thanks_keep_the_words_of_a_value_that_is_called_otherwise_or_gone(council, ines, amira, ben):
    await keep(ines, "Bold\nPlain words")
    for value in ("Bold", "Plain words"):
        await amira.commands("kudos Ben Lloyd for the letter")
        await amira.fills({"Which of our values it shows": value, "Who reads it": "Their team too, if they agree"})
    await keep(ines, "Plainest words\nBold")
    await keep(ines, "Plainest words")
    await ben.taps("Keep it to myself", ben.inbox[0])
    assert "It shows: Bold" in ben.inbox[0].text
    await ben.taps("Keep it to myself", ben.inbox[1])
    assert "It shows: Plainest words" in ben.inbox[1].text


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("Bold\nbold", "“bold” is there twice"),
        ("B" * 61, "is longer than 60 characters"),
        ("\n".join(f"Value {number}" for number in range(13)), "That is 13 values"),
    ],
)
async def test_what_cannot_be_kept_is_said_and_stays_as_it_was_typed(council, ines, lines, problem):
    await ines.commands("hr values")
    await ines.fills({"A value a line": lines})
    assert problem in str(ines.errors)
    async with council.database.reading() as store:
        assert await store.recognitions.values("vale") == []


async def test_without_a_line_the_usual_values_are_offered_again(council, ines, amira, lead):
    await keep(ines, "Bold")
    assert "The usual five" in await keep(ines, "")
    await amira.commands("kudos Megan Price for backing us up")
    assert "Working together" in offered(amira)


async def test_values_are_hrs_to_keep(council, amira, lead):
    for someone in (amira, lead):
        assert "This part of Milepost is for HR" in await someone.says("hr values")


async def test_values_in_typed_chat(council, ines):
    assert (await ines.says("hr gwerthoedd")).count("Working together | Cydweithio") == 1
    assert "Kept." in await ines.says("Bold | Beiddgar\nPlain words")
