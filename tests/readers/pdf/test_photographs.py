"""Photographs that fill a page, told from scanned sheets: of dots made here."""

import random
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from plancheck.readers.pdf import read_pdf
from plancheck.readers.pdf.bitmap import Bitmap
from plancheck.readers.pdf.photographs import LOOK_DPI, is_photograph
from tests.readers.pdf.making import Page
from tests.readers.pdf.test_recognition import drawn, table_page

SIZE = 1240, 1754
SENTENCE = "The municipality renews the bridge and lights the park by the river."


@cache
def photograph(seed: int = 1) -> Image.Image:
    """Shades that change everywhere, in large and in small, as in the open air."""
    dice = random.Random(seed)  # noqa: S311 - shades, no secrets
    picture = Image.new("L", SIZE, 128)
    for count, strength in ((3, 110), (12, 70), (60, 45), (250, 30)):
        dots = bytes(128 + dice.randint(-strength, strength) for _ in range(count**2))
        layer = Image.frombytes("L", (count, count), dots).resize(SIZE)
        picture = ImageChops.add(picture, layer, offset=-128)
    return picture


@cache
def sheet() -> Image.Image:
    """A page of text as a scanner gives it."""
    bitmap = drawn(Page().lines(60, 80, *[SENTENCE] * 45))
    dots = Image.frombytes("L", (bitmap.width, bitmap.height), bitmap.dots)
    return dots.resize(SIZE)


def lit_from_the_side(picture: Image.Image) -> Image.Image:
    light = Image.linear_gradient("L").rotate(90).resize(picture.size)
    return ImageChops.multiply(picture, light.point(lambda shade: 120 + shade // 2))


def faint(picture: Image.Image) -> Image.Image:
    return picture.point(lambda shade: 255 - (255 - shade) // 3)


def turned_dark(picture: Image.Image) -> Image.Image:
    return ImageChops.invert(picture)


def looked_at(picture: Image.Image) -> Bitmap:
    wide, high = (round(side * LOOK_DPI / 150) for side in picture.size)
    small = picture.resize((wide, high), Image.Resampling.BOX)
    return Bitmap(wide, high, LOOK_DPI, small.tobytes())


def saved(path: Path, *pictures: Image.Image) -> Path:
    content = BytesIO()
    first, *others = pictures
    first.save(content, "PDF", save_all=True, append_images=others, resolution=150)
    path.write_bytes(content.getvalue())
    return path


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_shades_that_change_everywhere_are_a_photograph(seed: int) -> None:
    assert is_photograph(looked_at(photograph(seed)))


@pytest.mark.parametrize(
    "change", [lit_from_the_side, faint, turned_dark, lambda picture: picture]
)
def test_sheet_of_text_is_none_however_it_is_lit(
    change: Callable[[Image.Image], Image.Image],
) -> None:
    assert not is_photograph(looked_at(change(sheet())))


def test_faint_sheet_lit_from_the_side_is_none() -> None:
    assert not is_photograph(looked_at(lit_from_the_side(faint(sheet()))))


def test_sheet_with_one_table_is_none() -> None:
    bitmap = drawn(table_page())
    dots = Image.frombytes("L", (bitmap.width, bitmap.height), bitmap.dots)

    assert not is_photograph(looked_at(lit_from_the_side(dots.resize(SIZE))))


def test_picture_of_one_shade_is_none() -> None:
    assert not is_photograph(looked_at(Image.new("L", SIZE, 200)))


def test_photographs_are_no_gap_and_are_named(tmp_path: Path) -> None:
    pictures = photograph(1), sheet(), photograph(2), photograph(3)

    document = read_pdf(saved(tmp_path / "plan.pdf", *pictures))

    assert [gap.location.page_number for gap in document.gaps] == [2]
    assert str(document.notes[0]) == (
        "Pages taken for photographs, with nothing to read on them: 1, 3, 4."
    )
    assert document.health.text_pages == 0.75
