"""Codes written in a way of the programme's own, as `A/1-s1`, found where its text names them."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from plancheck.text.patterns import lazy_pattern

_TOKEN = lazy_pattern(r"(?<![\w/])[^\W\d_]{1,4}[./-]?\d[\w./–-]{0,14}")
_AT_END = ".,-–/"
_SHORTEST = 3


class PrintedCodes:
    """Finds the codes of rows that cannot be told from other words but by being those.

    A code with letters of a level, as `RV1.2`, is found wherever it stands; one of other
    letters or marks is one only where a row of a plan has it, letter by letter.
    """

    def __init__(
        self, codes: Iterable[str], known: Callable[[str], Sequence[str]]
    ) -> None:
        """Keep what nothing else finds.

        Args:
            codes: Those of the rows.
            known: Finds the other codes of a text.
        """
        self._codes = frozenset(
            code
            for code in codes
            if len(code) >= _SHORTEST
            and _TOKEN.fullmatch(code)
            and code not in known(code)
        )

    def named_in(self, text: str) -> Iterator[str]:
        """The codes that a text names, in reading order."""
        if not self._codes:
            return
        for found in _TOKEN.finditer(text):
            code = found.group().rstrip(_AT_END)
            if code in self._codes:
                yield code
