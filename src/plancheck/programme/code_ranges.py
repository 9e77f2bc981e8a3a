"""Codes as values, and those that a range of them names: `RV1–RV4`, `no 1.2. līdz 1.5.`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

_LONGEST_RANGE = 40
"""Codes between the ends; what names more is no range."""
_LETTER_FIRST = re.compile(r"^([A-Z])\.")
_SHORT_END = re.compile(r"\.?[–—](?P<last>\d{1,2})\.?(?![\w%]|[.,/–-]\d)")
"""The end of a range that is a number alone, right behind the dash: `VTP1–3`."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code in its normal form: prefix and number without spaces and last full stop.

    A code that names each level, as `P1-RV2-3`, has the letters of all of them as its
    prefix, here `P-RV-`, and all its numbers as its number, `1.2.3`. One that counts by
    a letter, as `RV A1`, has it as the first of its numbers, `A.1`.
    """

    prefix: str
    number: str

    @property
    def depth(self) -> int:
        """How many numbers it has."""
        return self.number.count(".") + 1

    @property
    def parent_number(self) -> str:
        """The number one step up; empty at the top."""
        return self.number.rpartition(".")[0]

    @property
    def lettered(self) -> str:
        """The number that counts by the letter: `A.1.2` of `A1.2`; else empty."""
        is_letter = len(self.prefix) == 1 and self.number[:1].isdigit()
        return f"{self.prefix}.{self.number}" if is_letter else ""

    @property
    def own_prefix(self) -> str:
        """The letters of its last level; empty where that has a number only."""
        return self.prefix.rpartition("-")[2]

    def __str__(self) -> str:
        if "-" not in self.prefix:
            return self.prefix + _LETTER_FIRST.sub(r"\1", self.number)
        letters, numbers = self.prefix.split("-"), self.number.split(".")
        return "-".join(map("".join, zip(letters, numbers, strict=True)))


@dataclass(frozen=True, slots=True)
class Printed:
    """A code and the offsets at which it stands in a text."""

    code: Code
    start: int
    end: int


def with_members(
    text: str, printed: Sequence[Printed], range_words: str
) -> Iterator[Code]:
    """The codes of a text, in its order, with those between the ends of each range.

    >>> ends = [Printed(Code("RV", "1.1"), 0, 5), Printed(Code("RV", "1.3"), 8, 13)]
    >>> list(map(str, with_members("RV1.1 – RV1.3", ends, "to")))
    ['RV1.1', 'RV1.2', 'RV1.3']
    """
    until = _between_ends(range_words)
    for index, each in enumerate(printed):
        before = printed[index - 1] if index else None
        is_end = before and until.fullmatch(text, before.end, each.start)
        members = _members(before.code, each.code) if before and is_end else ()
        yield from members or (each.code,)
        if short := _SHORT_END.match(text, each.end):
            last = replace(each.code, number=short["last"])
            yield from _members(each.code, last)


@cache
def _between_ends(range_words: str) -> re.Pattern[str]:
    words = rf"[.)]? (?:{range_words}) "
    return re.compile(rf"[.)]? ?(?:[–—-]|…|\.\.\.?) ?|{words}")


def _members(first: Code, last: Code) -> tuple[Code, ...]:
    """The codes behind the first up to the last; none where they are no ends of a range.

    The last may leave out the letters of the first: `RV1.1–1.4`.
    """
    if last.prefix not in {first.prefix, ""}:
        return ()
    above = first.parent_number
    if above != last.parent_number:
        return ()
    ends = [each.number.rpartition(".")[2] for each in (first, last)]
    if not all(map(str.isdigit, ends)):
        return ()  # letters: `VTP A–VTP C`
    start, end = map(int, ends)
    if not 0 < end - start <= _LONGEST_RANGE:
        return ()
    numbers = range(start + 1, end + 1)
    stem = f"{above}." if above else ""
    return tuple(Code(first.prefix, f"{stem}{number}") for number in numbers)
