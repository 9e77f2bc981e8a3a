from io import StringIO

from rich.console import Console
from rich.text import Text

from plancheck.reporters.first_line import FirstLine


def printed(width: int) -> list[str]:
    """The lines of one rule on a terminal of that width."""
    console = Console(file=StringIO(), width=width, height=25)
    line = FirstLine(
        Text("✗ fails MO02"),
        Text("Each indicator has a baseline value with its year."),
        [Text("error 1/4"), Text("likely")],
    )
    with console.capture() as capture:
        console.print(line)
    return capture.get().splitlines()


def test_a_title_wraps_in_its_column_beside_the_weights() -> None:
    assert printed(50) == [
        "✗ fails MO02 Each indicator has a        error 1/4",
        "             baseline value with its        likely",
        "             year.",
    ]


def test_a_short_title_leaves_the_weights_on_the_right() -> None:
    first, second = printed(80)

    assert first.endswith("with its year.        error 1/4")
    assert len(first) == 80
    assert second == "likely".rjust(80)


def test_a_terminal_too_narrow_for_columns_loses_no_word() -> None:
    lines = printed(16)

    assert " ".join(" ".join(lines).split()) == (
        "✗ fails MO02 Each indicator has a baseline value with its year. error 1/4 likely"
    )
    assert max(map(len, lines)) <= 16
