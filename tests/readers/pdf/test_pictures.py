"""A page as a picture shows what is quoted where it stands."""

import struct
import zlib
from pathlib import Path

import pytest

from plancheck.readers.pdf import READER
from plancheck.readers.pdf.pictures import DPI, MAX_DOTS
from plancheck.sdk import Box, ReadingOptions, UnreadableDocumentError
from tests.readers.pdf.making import Page, pdf

RED = (200, 20, 60)
WHITE = (255, 255, 255)
Dots = tuple[tuple[int, int, int], ...]


class Picture:
    """A PNG of ours, unpacked."""

    def __init__(self, content: bytes) -> None:
        self.width, self.height = struct.unpack(">II", content[16:24])
        start = content.index(b"IDAT") + 4
        [length] = struct.unpack(">I", content[start - 8 : start - 4])
        self.rows = zlib.decompress(content[start : start + length])

    def at(self, x: float, y: float) -> tuple[int, int, int]:
        """The colour of a place in points."""
        column, row = round(x * DPI / 72), round(y * DPI / 72)
        at = row * (3 * self.width + 1) + 1 + 3 * column
        red, green, blue = self.rows[at : at + 3]
        return red, green, blue

    @property
    def is_marked(self) -> bool:
        return bytes(RED) in self.rows


def drawn(path: Path, *pages: Page, quoted: dict[int, list[Box]]) -> dict[int, Picture]:
    path = path / "programma.pdf"
    path.write_bytes(pdf(*pages))
    assert READER.draw
    return {
        number: Picture(content)
        for number, content in READER.draw(path, quoted, ReadingOptions())
    }


def test_a_quoted_box_is_outlined_and_nothing_else(tmp_path: Path) -> None:
    box = Box(100, 200, 300, 220)

    [picture] = drawn(tmp_path, Page(), quoted={1: [box]}).values()

    assert (picture.width, picture.height) == (909, 1286)
    assert picture.at(200, 200 - 2) == RED
    assert picture.at(100 - 2, 210) == RED
    assert picture.at(200, 210) == WHITE  # the words stay readable
    assert picture.at(400, 210) == WHITE


def test_only_the_pages_asked_for_are_drawn(tmp_path: Path) -> None:
    pages = (Page().text(70, 100, "Pirmā"), Page(), Page().text(70, 100, "Trešā"))

    pictures = drawn(tmp_path, *pages, quoted={3: [], 1: [], 9: []})

    assert list(pictures) == [1, 3]
    assert not pictures[1].is_marked


def test_a_box_beyond_the_page_is_cut(tmp_path: Path) -> None:
    box = Box(-50, -50, 9000, 9000)

    [picture] = drawn(tmp_path, Page(), quoted={1: [box]}).values()

    assert picture.at(300, 400) == WHITE


def test_a_turned_page_is_drawn_as_it_is_shown(tmp_path: Path) -> None:
    [picture] = drawn(tmp_path, Page(turn=90), quoted={1: []}).values()

    assert picture.width > picture.height


def test_a_huge_page_is_drawn_more_coarsely(tmp_path: Path) -> None:
    page = Page(width=9000, height=9000)

    [picture] = drawn(tmp_path, page, quoted={1: []}).values()

    assert picture.width * picture.height <= MAX_DOTS * 1.01


def test_the_same_page_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "programma.pdf"
    path.write_bytes(pdf(Page().text(70, 100, "Teksts")))
    assert READER.draw

    once, again = (
        dict(READER.draw(path, {1: []}, ReadingOptions())) for _time in range(2)
    )

    assert once == again


def test_a_file_that_is_gone_is_an_error(tmp_path: Path) -> None:
    assert READER.draw

    with pytest.raises(UnreadableDocumentError):
        list(READER.draw(tmp_path / "gone.pdf", {1: []}, ReadingOptions()))
