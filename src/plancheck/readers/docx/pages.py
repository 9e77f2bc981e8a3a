"""Approximate page numbers, from the breaks that Word left when it last laid out the file."""

from plancheck.readers.docx.survey import PAGE_BREAK, RENDERED_BREAK
from plancheck.sdk import lazy_pattern

_BREAKS = lazy_pattern(f"([{RENDERED_BREAK}{PAGE_BREAK}])")


class PageCounter:
    """The page that reading has come to, from 1.

    Word leaves a rendered break at the start of each page, and so also after an explicit
    break: the two are one page turned.
    """

    def __init__(self) -> None:
        self.number = 1
        self._turned_by_hand = False

    def turn(self) -> None:
        """An explicit break: of a page, of a section, or before a paragraph."""
        self.number += 1
        self._turned_by_hand = True

    def read(self, raw: str) -> tuple[int, str]:
        """The page on which the text's first letter stands, and the text without breaks."""
        if RENDERED_BREAK not in raw and PAGE_BREAK not in raw:
            if self._turned_by_hand and raw and not raw.isspace():
                self._turned_by_hand = False
            return self.number, raw
        first: int | None = None
        pieces = []
        for piece in _BREAKS.split(raw):
            if piece == PAGE_BREAK:
                self.turn()
                pieces.append("\n")
            elif piece == RENDERED_BREAK:
                self.number += not self._turned_by_hand
                self._turned_by_hand = False
            elif piece:
                pieces.append(piece)
                if not piece.isspace():
                    self._turned_by_hand = False
                    first = first if first is not None else self.number
        return first if first is not None else self.number, "".join(pieces)

    @property
    def state(self) -> tuple[int, bool]:
        """What `rewind` takes to come back here."""
        return self.number, self._turned_by_hand

    def rewind(self, state: tuple[int, bool]) -> None:
        """Go back: the cells of a row start beside each other."""
        self.number, self._turned_by_hand = state
