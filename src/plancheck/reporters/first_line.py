"""The first line of a rule in the report for people, in columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.text import Text

_LEAST = 12
"""Columns that a title needs; where it has fewer, all is one paragraph."""


@dataclass(frozen=True, slots=True)
class FirstLine:
    """What a rule is, its title and its weights on the right, one below the other.

    The title wraps in its own column. rich's grid does the same, and measures each cell
    so often that it was a third of the whole report's time.
    """

    start: Text
    title: Text
    weights: Sequence[Text]

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[Segment]:
        end = max(each.cell_len for each in self.weights)
        room = options.max_width - self.start.cell_len - end - 2
        lines = (
            self._columns(console, room, end)
            if room >= _LEAST
            else self._paragraph(console, options.max_width)
        )
        for line in lines:
            yield from line.render(console, end="\n")

    def _columns(self, console: Console, room: int, end: int) -> Iterator[Text]:
        titles = self.title.wrap(console, room)
        for index, (title, weight) in enumerate(zip_longest(titles, self.weights)):
            line = self.start.copy() if index == 0 else Text(" " * self.start.cell_len)
            written = title or Text()
            written.rstrip()
            line.append(" ").append_text(written)
            if weight:
                space = room - written.cell_len + 1 + end - weight.cell_len
                line.append(" " * space).append_text(weight)
            yield line

    def _paragraph(self, console: Console, width: int) -> Iterator[Text]:
        whole = Text(" ").join((self.start, self.title, *self.weights))
        for line in whole.wrap(console, width):
            line.rstrip()
            yield line
