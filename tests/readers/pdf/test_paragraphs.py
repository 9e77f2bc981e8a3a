"""Lines of tagged files become the paragraphs that a reader sees."""

from collections.abc import Sequence

from plancheck.readers.pdf.frame import Frame
from plancheck.readers.pdf.lines import Line
from plancheck.readers.pdf.pages import PageContent
from plancheck.readers.pdf.paragraphs import Item, paragraphs, spacing_of

MARGIN = 72.0
PITCH = 14.0
LETTER = 5.5  # points, the mean width of a letter


def test_a_sentence_whose_first_line_is_tagged_alone_is_one_paragraph() -> None:
    found = read(
        ("P", 1, 0, "2.1 By the end of the period the number of households grows from"),
        ("P", 2, 40, "4,120 to 4,600, because households become smaller while the"),
        ("P", 2, 40, "population stays as it is."),
        ("P", 3, 0, "2.2 Two bus lines serve the villages."),
    )

    assert found == [
        (
            "2.1 By the end of the period the number of households grows from 4,120 to 4,600, "
            "because households become smaller while the population stays as it is."
        ),
        "2.2 Two bus lines serve the villages.",
    ]


def test_short_lines_that_are_tagged_alone_stay_apart() -> None:
    found = read(
        ("P", 1, 0, "Schools and libraries"),
        ("P", 2, 0, "Water and sewerage"),
        ("P", 3, 0, "Roads and bridges"),
        ("P", 4, 0, "The programme holds a measure for each of these three subjects."),
    )

    assert found == [
        "Schools and libraries",
        "Water and sewerage",
        "Roads and bridges",
        "The programme holds a measure for each of these three subjects.",
    ]


def test_items_of_a_list_that_end_without_a_stop_stay_apart() -> None:
    found = read(
        ("LI", 1, 0, "renovation of the school in the centre of the parish by 2027"),
        ("LI", 2, 0, "construction of a footpath from the school to the library"),
    )

    assert len(found) == 2


def test_a_sentence_on_a_page_that_is_set_looser_than_others_is_one_paragraph() -> None:
    rows = (
        (
            "",
            -1,
            0,
            "The committee thanks all those who spent their evenings on the plan, and",
        ),
        ("", -1, 0, "everybody who answered its many questions."),
    )
    usual = [
        line(row, "", -1, 0, f"Line {row} of a page as usual") for row in range(20)
    ]
    loose = [line(2 * row, *each) for row, each in enumerate(rows)]
    for each in loose[1:]:
        each.top -= 0.3 * PITCH
        each.bottom -= 0.3 * PITCH
    pages = [page_of(usual), page_of(loose)]

    found = paragraphs(pages[1:], spacing_of(pages))

    assert len(found) == 1


def read(*lines: tuple[str, int, float, str]) -> list[str]:
    """The paragraphs of a page, of its lines by tag, unit, indent and text."""
    page = page_of([line(row, *each) for row, each in enumerate(lines)])
    found = paragraphs([page], spacing_of([page]))
    return [item.text for item in found if isinstance(item, Item)]


def page_of(lines: Sequence[Line]) -> PageContent:
    return PageContent(1, Frame(0, 0, 595, 842), items=[*lines])


def line(row: int, tag: str, unit: int, indent: float, text: str) -> Line:
    left, top = MARGIN + indent, 100 + row * PITCH
    return Line(
        left=left,
        top=top,
        right=left + LETTER * len(text),
        bottom=top + 12,
        text=text,
        at=0,
        page_number=1,
        size=11,
        is_bold=False,
        font="Serif",
        lead=LETTER * len(text.split(maxsplit=1)[0]),
        tag=tag,
        unit=unit,
    )
