"""What is printed for people: the same on a terminal, in a file and in a test."""

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType

PLAIN_WIDTH = 100
"""Columns of what goes to a file or another program."""

_ANY_HEIGHT = 25
"""Lines of the screen: without a number, rich asks the terminal before each part."""


def printed(
    parts: Iterable[RenderableType], width: int, *, has_colour: bool = False
) -> str:
    """The parts one below the other, without spaces at the ends of lines."""
    stream = StringIO()
    console = Console(
        file=stream,
        width=width,
        height=_ANY_HEIGHT,
        force_terminal=has_colour,
        color_system="standard" if has_colour else None,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
    lines = stream.getvalue().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)
