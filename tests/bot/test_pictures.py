"""Pictures are legible on dark and light grounds, and tell their points apart without colour."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from bot.pictures import draw, paper
from bot.pictures.xmr import _MARKS, HEIGHT_PX
from core.chat.card import Chart, Control, Mark, Series

VALUES = (80.0, 82.0, None, 79.0, 81.0, 40.0)
CONTROL = Control(
    mean=72.4,
    mean_label="Average 72%",
    limits=(60.0, 90.0),
    limits_label="Usual range",
    marks=(Mark.USUAL,) * 5 + (Mark.WORSE,),
    mark_labels=((Mark.USUAL, "usual"), (Mark.WORSE, "real change, worse")),
    scale=(0.0, 100.0),
    target=75.0,
    target_label="Target 75%",
)
CHART = Chart(
    "c", "Participation", tuple(f"{day} Nov" for day in range(1, 7)), (Series("Us", VALUES),), "It fell."
)
XMR = replace(CHART, control=CONTROL)


def opened(chart: Chart) -> Image.Image:
    return Image.open(BytesIO(draw(chart)))


def luminance(colour: tuple[int, ...]) -> float:
    """Relative luminance by WCAG 2.2."""
    linear = [each / 255 / 12.92 if each <= 10 else ((each / 255 + 0.055) / 1.055) ** 2.4 for each in colour[:3]]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def on_white(colour: str) -> float:
    return 1.05 / (luminance(tuple(bytes.fromhex(colour[1:]))) + 0.05)


@pytest.mark.parametrize("chart", [CHART, XMR], ids=["lines", "xmr"])
def test_a_picture_has_a_ground_of_its_own_and_says_its_message(chart: Chart):
    picture = opened(chart)
    assert picture.size == (paper.WIDTH_PX, HEIGHT_PX if chart.control else paper.HEIGHT_PX)
    assert picture.getpixel((0, 0))[3] == 0, "round corners"
    inside = picture.convert("RGBA").crop((20, 20, picture.width - 20, picture.height - 20))
    assert inside.getextrema()[3] == (255, 255), "no part lets a dark theme through"
    assert picture.info["Description"] == "It fell."


@pytest.mark.parametrize("colour", [paper.INK, paper.QUIET])
def test_words_have_the_contrast_that_they_need(colour: str):
    assert on_white(colour) >= 4.5


def test_marks_differ_in_shape_and_have_the_contrast_that_shapes_need():
    assert set(_MARKS) == set(Mark)
    assert len({look["marker"] for look in _MARKS.values()}) == len(Mark)
    assert all(on_white(look["color"]) >= 3 for look in _MARKS.values())


def test_a_point_out_of_range_is_drawn_as_such():
    worse = tuple(bytes.fromhex(_MARKS[Mark.WORSE]["color"][1:]))
    calm = replace(XMR, control=replace(CONTROL, marks=(Mark.USUAL,) * 6, mark_labels=((Mark.USUAL, "usual"),)))

    def drawn(chart: Chart) -> bool:
        return any(colour[:3] == worse for _, colour in opened(chart).getcolors(maxcolors=1 << 20))

    assert drawn(XMR) and not drawn(calm)


def test_what_is_drawn_lies_within_the_picture_however_long_its_words():
    long = replace(CONTROL, mean_label="Cyfartaledd hir iawn 72%", target_label="Targed y sefydliad 75%")
    picture = opened(replace(XMR, control=long)).convert("RGB")
    edge = picture.crop((picture.width - 14, 60, picture.width - 9, picture.height - 60))
    assert edge.getextrema() == ((255, 255),) * 3
