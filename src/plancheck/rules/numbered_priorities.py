"""Own priorities that a sentence names by number: `1. un 3. prioritāte`, `all three`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from plancheck.sdk import Objective, Programme, alternatives, fold

_LONGEST_LIST = 9
_NUMBER = re.compile(r"(\d{1,2})\.?$")
_LETTER = re.compile(r"(?<![^\W\d_])([A-Z])$")
_BETWEEN = 14
"""Characters between a document and its own priorities: `NAP2027 (4. prioritāte)`."""
_NAMED = re.compile(r"(?: (?:ir|is))?(?: ?[–:-])? ?[“„\"«‘']")
"""What follows a number whose name is told."""


class NumberedPriorities:
    """Finds the own priorities that a text names by number, letter or ordinal.

    They are counted by the number or the letter at the end of their codes; where they have
    neither, by their order.
    """

    def __init__(self, programme: Programme, priorities: Sequence[Objective]) -> None:
        """Keep what the priorities are counted by."""
        self._programme = programme
        self._priorities = priorities

    def named_in(self, text: str, documents: Sequence[str] = ()) -> Iterator[str]:
        """The codes of the priorities that a text names, in reading order.

        Args:
            text: A sentence, or a text of several.
            documents: Concepts of documents; numbers right behind one are its own.
        """
        if self._noun is None:
            return
        folded = fold(text)
        spans = self._programme.spans
        barred = [end for each in documents for _, end in spans(each, text)]
        is_counted = is_of_another = False
        for match in self._expression.finditer(folded):
            if _belongs_to_another(match.start(), barred, folded):
                is_of_another = True
                continue
            if is_of_another and _NAMED.match(folded, match.end()):
                continue  # `priority 4 of the national plan is “…”, priority 3 “…”`
            if match["all"]:
                yield from (each.code for each in self._priorities)
            elif listed := match["before"] or match["after"]:
                is_counted = True
                start = match.start("before" if match["before"] else "after")
                printed = text[start : start + len(listed)]
                if not (match["before"] and self._article.fullmatch(listed)):
                    yield from self._listed(printed)
            elif is_counted:
                yield from self._listed(match["bare"])

    @cached_property
    def _by_mark(self) -> Mapping[str, str]:
        """The code of each priority by its number or letter, folded.

        Those with letters have their numbers by their order too: `the second priority`.
        """
        marks: dict[str, str] = {}
        by_order: dict[str, str] = {}
        for number, each in enumerate(self._priorities, start=1):
            mark = _NUMBER.search(each.code) or _LETTER.search(each.code)
            marks.setdefault(mark[1].lower() if mark else str(number), each.code)
            by_order[str(number)] = each.code
        is_lettered = all(mark.isalpha() for mark in marks)
        return {**marks, **by_order} if is_lettered else marks

    @cached_property
    def _noun(self) -> str | None:
        """What the priorities are called, as an expression on folded text."""
        level = self._priorities[0].level if self._priorities else ""
        words = f"numbered_{level}"
        vocabulary = self._programme.vocabulary
        if not {words, "ordinals", "all_of_them"} <= vocabulary.words.keys():
            return None
        return vocabulary.patterns(words)[0].pattern

    @cached_property
    def _ordinals(self) -> Sequence[re.Pattern[str]]:
        """The words for the first, the second and so on."""
        terms = self._programme.vocabulary.words["ordinals"]
        return tuple(each.pattern for each in terms)

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        ordinal = "|".join(each.pattern for each in self._ordinals)
        letters = "".join(each for each in self._by_mark if each.isalpha())
        letter = rf"|\b[{letters}]\b" if letters else ""
        one = rf"(?:\d{{1,2}}\.?|{ordinal}{letter})"
        vocabulary = self._programme.vocabulary
        year = vocabulary.patterns("year_nouns")[0].pattern
        marked = rf"(?:\d{{1,2}}(?!\d|[.,]\d|\.? ?(?:{year})|%)\.?|{ordinal}{letter})"
        every = vocabulary.patterns("all_of_them")[0].pattern
        list_of = self._list_of
        return re.compile(
            rf"(?P<all>(?:{every}) (?:[^\W\d]+ ){{0,2}}(?:{self._noun}))"
            rf"|(?<![\d.,])(?P<before>{list_of(one)}) ?(?:{self._noun})"
            rf"|(?:{self._noun}) (?:(?:nr|no)\.? ?)?"
            rf"(?P<after>{list_of(rf'(?:(?:nr|no)[.]? ?)?{marked}')})"
            rf"|(?P<bare>{list_of(f'(?:{ordinal})')}){self._end_of_item}"
        )

    def _list_of(self, one: str) -> str:
        words = self._words("conjunction", "range_words", "list_words")
        separator = rf" ?(?:[,;]|[–-]|\b(?:{words})\b|&) ?"
        return rf"{one}(?:{separator}{one}){{0,{_LONGEST_LIST}}}"

    @cached_property
    def _end_of_item(self) -> str:
        """What follows a bare ordinal for a priority: `pirmā – sadaļai par prasmēm`."""
        return rf"(?= ?(?:[,;:.)–-]|(?:{self._words('conjunction')})\b|$))"

    @cached_property
    def _range(self) -> re.Pattern[str]:
        return re.compile(rf"[–-]|\b(?:{self._words('range_words')})\b")

    def _words(self, *names: str) -> str:
        return fold(alternatives(self._programme.vocabulary, *names))

    @cached_property
    def _article(self) -> re.Pattern[str]:
        """What may be the letter of a priority or stand before any: `A priority is …`."""
        return re.compile(alternatives(self._programme.vocabulary, "any_of_them"))

    def _listed(self, text: str) -> Iterator[str]:
        """The codes of a list of numbers; what is between the ends of a range too."""
        marks = list(self._by_mark)
        last: tuple[int, int] | None = None
        for match in self._mark.finditer(fold(text)):
            mark = self._mark_of(match[0])
            is_word = mark.isalpha() and text[match.start()].islower()  # `a`, no `A`
            if mark not in marks or is_word:
                last = None
                continue
            place = marks.index(mark)
            is_range = last and self._range.search(text, last[1], match.start())
            first = last[0] + 1 if last and is_range else place
            yield from (self._by_mark[each] for each in marks[first : place + 1])
            last = (place, match.end())

    @cached_property
    def _mark(self) -> re.Pattern[str]:
        ordinal = "|".join(each.pattern for each in self._ordinals)
        return re.compile(rf"\d{{1,2}}|{ordinal}|\b[a-z]\b")

    def _mark_of(self, text: str) -> str:
        """The number of an ordinal; a number or letter as it stands."""
        for number, ordinal in enumerate(self._ordinals, start=1):
            if ordinal.fullmatch(text):
                return str(number)
        return text


def _belongs_to_another(start: int, ends: Sequence[int], folded: str) -> bool:
    """Whether numbers stand right behind a document, with no verb or comma between."""
    return any(
        0 <= start - end <= _BETWEEN and not re.search(r"[,;:–-]", folded[end:start])
        for end in ends
    )
