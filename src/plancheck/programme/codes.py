"""Codes of goals, priorities, directions, tasks and measures, such as `RV1.2` or `1.2.3.`."""

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import takewhile

from plancheck.model.evidence import Quote
from plancheck.programme.code_ranges import Code, Printed, with_members
from plancheck.programme.concepts import TermList
from plancheck.programme.vocabulary import Vocabulary
from plancheck.programme.word_lists import alternatives
from plancheck.text.folding import fold
from plancheck.text.letters import CAPITALS

LEVELS = ("goal", "long-term priority", "priority", "direction", "task", "measure")
"""From the widest to the narrowest."""

_PREFIX = rf"[{CAPITALS}]{{1,4}}"
_NUMBER = r"\d{1,3}(?:[.]\d{1,3})*"
_BELOW = rf"(?: ?/ ?(?P<below>{_PREFIX})[ \-–.]{{0,2}}(?P<inner>{_NUMBER}))?"
"""The second half of a code that names what it stands below: `RV-1.2/U3`."""
_LEADING = re.compile(
    rf"^[\W_]*(?:(?P<prefix>{_PREFIX})[ \-–.]{{0,2}})?(?P<number>{_NUMBER}){_BELOW}"
    r"(?P<end>[.):]?)(?!\.?\d)(?=[\s:–\-.,;|)“„\"]|$)"
)
_ANYWHERE = re.compile(
    rf"(?<![\w.])(?P<prefix>{_PREFIX})[ \-–.]{{0,2}}(?P<number>{_NUMBER}){_BELOW}"
    r"(?![\w%])"
)
_LETTER = r"(?P<letter>[A-H])"
_LEADING_LETTERED = re.compile(
    rf"^[\W_]*(?P<prefix>{_PREFIX})[ \-–]{_LETTER}\.?(?P<number>{_NUMBER})"
    r"[.):]?(?!\.?\d)(?=[\s:–\-.,;|)“„\"]|$)"
)
"""Letters of a level before a code that counts by a letter: `RV A1. Homes`, `U A1.2`."""
_LETTERED_ANYWHERE = re.compile(
    rf"(?<![\w.])(?P<prefix>{_PREFIX})[ \-–]{_LETTER}(?:\.?(?P<number>{_NUMBER}))?"
    r"(?![\w%])"
)
_LETTER_ALONE = re.compile(
    rf"^[\W_]*(?P<prefix>{_PREFIX})[ \-–]{_LETTER}(?:[.:)](?!\d)|(?= ?[–-] )|$)"
)
"""The widest of these, which has no number: `VTP A – Homes`."""
_SUBSTANCE = re.compile(
    r"\W*(?:(?:CO2|CH4|N2O|NO2|O3|H2O|PM ?10|PM ?2[.,]5)(?!\w)"
    r"|SO2(?!\w)(?!:|\.? ?[–-]? ?[A-Z]))"
)
"""What begins like a code and is none: `CO2 emissions`; `SO2 Homes` is an objective."""
_STEP = rf"[.\-–](?:{_PREFIX})?\d{{1,3}}"
_CHAIN = rf"{_PREFIX}\d{{1,3}}(?:{_STEP}){{1,3}}"
_LEADING_CHAIN = re.compile(rf"^[\W_]*(?P<chain>{_CHAIN})[.):]?(?=[\s:–\-.,;|)“„\"]|$)")
_CHAIN_ANYWHERE = re.compile(rf"(?<![\w.])(?P<chain>{_CHAIN})(?![\w%])")
_LINK = re.compile(rf"({_PREFIX})?(\d{{1,3}})")
_ASIDE_BEHIND = re.compile(r"[(,;–]")
_LONGEST_LEVEL = 2
_WORDS_BEFORE = 3
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FIRST_LETTERS = frozenset("ABC")
_ASIDE = ' .:–-)\t\n“”„"'
_BEFORE_WORD = ' .:–-„“"(0123456789'
_DIGIT = re.compile(r"\d")
_BARE = re.compile(r"(?<![\w.,])(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})\.?(?![\w%]|,\d)")


@dataclass(frozen=True, slots=True)
class Objective:
    """A goal, priority, direction, task or measure with its code.

    `parent_code` is that of the item one level up: by its number where the codes count
    through the levels (`RV1.2` below `VTP1`), else by the heading or banner row that it
    stands under; empty where neither tells one that exists. `origin` is the part that it
    was read in.
    """

    code: str
    level: str
    name: str
    parent_code: str
    origin: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Item:
    """What a text begins with: a code, the level that it stands for, and the name after it."""

    code: Code | None
    level: str | None
    name: str


def leading_code(text: str) -> tuple[Code, str] | None:
    """The code that a text begins with, and the rest of the text; None without one.

    >>> code, rest = leading_code("RV 1.2. Droši ceļi")
    >>> str(code), rest
    ('RV1.2', 'Droši ceļi')
    >>> str(leading_code("RV-1.2/U3 Tilti")[0])
    'U1.2.3'
    """
    chain = _LEADING_CHAIN.match(text)
    if chain and (whole := _chained(chain["chain"])):
        return whole, _bare(text[chain.end() :])
    if lettered := _LEADING_LETTERED.match(text):
        return _lettered(lettered), _bare(text[lettered.end() :])
    found = _LEADING.match(text)
    if not found or _SUBSTANCE.match(text):
        return None
    code = _code(found)
    if (
        not code.prefix
        and code.depth == 1
        and not found["end"]
        and found.end() < len(text)
    ):
        return None
    if not code.prefix and re.fullmatch(r"(?:19|20)\d\d", code.number.split(".")[0]):
        return None
    return code, _bare(text[found.end() :])


def _chained(text: str) -> Code | None:
    """The code that a chain of codes is; None for a range such as `VTP1–VTP3`."""
    links = _LINK.findall(text)
    letters = [prefix for prefix, _ in links]
    named = list(filter(None, letters))
    if len(named) < 2 or len(set(named)) < len(named):
        return None
    return Code("-".join(letters), ".".join(number for _, number in links))


def _code(found: re.Match[str]) -> Code:
    """The code that was found; `RV-1.2/U3` counts on from what it names, as `U1.2.3`."""
    prefix, number = found["prefix"] or "", found["number"]
    if found["below"] is None:
        return Code(prefix, number)
    inner = found["inner"]
    is_whole = inner.startswith(f"{number}.")
    return Code(found["below"], inner if is_whole else f"{number}.{inner}")


def _lettered(found: re.Match[str]) -> Code:
    """The code of a level's letters and one that counts by a letter: `RV A1`, `VTP A`."""
    number = found.groupdict().get("number")
    return Code(found["prefix"], ".".join(filter(None, (found["letter"], number))))


def codes_in(
    text: str, prefixes: frozenset[str], range_words: str = "(?!)"
) -> tuple[str, ...]:
    """All codes in a text in their normal form, those without a prefix from two numbers on.

    Args:
        text: As printed.
        prefixes: What the letters of a code may be.
        range_words: The words between the ends of a range, as alternatives.
    """
    found: dict[int, Printed] = {}
    known: list[re.Match[str]] = []
    for match in _LETTERED_ANYWHERE.finditer(text):
        # a letter alone is one of a name too: `U A. Berga`
        if match["prefix"] in prefixes and (
            match["number"] or len(match["prefix"]) > 1
        ):
            found[match.start()] = Printed(_lettered(match), *match.span())
            known.append(match)
    if not _DIGIT.search(text):
        return tuple(map(str, (found[start].code for start in sorted(found))))
    for match in _CHAIN_ANYWHERE.finditer(text):
        whole = _chained(match["chain"])
        if whole and prefixes.issuperset(filter(None, whole.prefix.split("-"))):
            found[match.start()] = Printed(whole, *match.span())
            known.append(match)
    for match in _ANYWHERE.finditer(text):
        if match["prefix"] in prefixes and not _is_within(match, known):
            found[match.start()] = Printed(_code(match), *match.span())
            known.append(match)
    for match in _BARE.finditer(text):
        if not _is_within(match, known):
            found[match.start()] = Printed(Code("", match["number"]), *match.span())
    printed = [found[start] for start in sorted(found)]
    return tuple(map(str, with_members(text, printed, range_words)))


def _is_within(match: re.Match[str], others: list[re.Match[str]]) -> bool:
    return any(each.start() <= match.start() < each.end() for each in others)


class LevelReader:
    """Tells which level a code stands for, and learns it from the words beside it."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        abbreviations: Mapping[str, str],
        counting: AbstractSet[str] = frozenset(),
    ) -> None:
        """Keep what levels are told by.

        Args:
            vocabulary: The words of the programme's language, and the usual prefixes.
            abbreviations: The programme's own, which come before the usual ones.
            counting: Letters that only count, and stand for no level.
        """
        listed = (
            (level, TermList(terms).pattern)
            for level, terms in vocabulary.levels.items()
        )
        self._range_words = alternatives(vocabulary, "range_words")
        self._words = [(level, words) for level, words in listed if words is not None]
        self._prefixes = {
            prefix: level
            for prefix, level in vocabulary.code_prefixes.items()
            if prefix not in counting
        }
        self._is_usual = set(self._prefixes)
        for short, long in abbreviations.items():
            if (level := self._spelt_out(short, long)) is not None:
                self._prefixes[short] = level
                self._is_usual.discard(short)

    @property
    def prefixes(self) -> frozenset[str]:
        """The prefixes known to stand for a level."""
        return frozenset(self._prefixes)

    def codes_in(self, text: str) -> tuple[str, ...]:
        """All codes in a text that have a known prefix, or none and several numbers."""
        return codes_in(text, self.prefixes, self._range_words)

    def level_word(self, text: str) -> str | None:
        """The level that a text names in words at its beginning, such as `Rīcības virziens`."""
        found = self._level_word(text)
        return found[0] if found else None

    def _level_word(self, text: str) -> tuple[str, int] | None:
        """The level and the offset in the text at which its name ends."""
        start = text[:80]
        lead = len(start) - len(start.lstrip(_BEFORE_WORD))
        folded = fold(start)
        for level, words in self._words:
            if (found := words.match(folded, lead)) is not None:
                return level, found.end()
        return None

    def _spelt_out(self, short: str, long: str) -> str | None:
        """The level that an abbreviation stands for: `P – prioritāte septiņiem gadiem`.

        Other words may stand before it in that of one level's letters: `P – gadu
        prioritāte`. `SAM` is a goal too, but one of a fund.
        """
        if (level := self.level_word(long)) or len(short) > _LONGEST_LEVEL:
            return level
        words = _ASIDE_BEHIND.split(long)[0].split()
        tails = (words[index:] for index in range(1, len(words))[-_WORDS_BEFORE:])
        named = (
            self.level_word(" ".join(tail))
            for tail in tails
            if fold(tail[0])[:1] == fold(short)[-1:]
        )
        return next(filter(None, named), None)

    def level(self, code: Code, rest: str = "") -> str | None:
        """The level of a code; the words after it decide before its prefix."""
        named = self.level_word(rest)
        if named is not None and code.prefix:
            self._prefixes.setdefault(code.own_prefix, named)
        return named or self._prefixes.get(code.own_prefix)

    def item(self, text: str) -> Item | None:
        """Code, level and name of what a text begins with; None where it begins with neither.

        `VTP1. Vide`, `Rīcības virziens RV1.1. Ceļi` and `2. uzdevums: ielas` are all items.
        """
        leading = leading_code(text) or self._letter_alone(text)
        if leading is not None:
            code, rest = leading
            level = self.level(code, rest)
            word = self._level_word(rest)
            name = _bare(rest[word[1] :]) or rest if word else rest
            return Item(code, level or _level_by_depth(code), name)
        word = self._level_word(text)
        if word is None:
            return None
        named, end = word
        after = leading_code(text[end:].lstrip(' .:–-(„“"'))
        if after is None:
            return Item(None, named, _bare(text[end:]))
        if prefix := after[0].own_prefix:
            self.learn(prefix, named)
        return Item(after[0], named, after[1])

    def _letter_alone(self, text: str) -> tuple[Code, str] | None:
        """The code without a number that a text begins with: `VTP A – Vide`."""
        found = _LETTER_ALONE.match(text)
        if (
            not found
            or len(found["prefix"]) == 1
            or found["prefix"] not in self._prefixes
        ):
            return None
        return _lettered(found), _bare(text[found.end() :])

    def heading(self, title: str) -> Item | None:
        """What a heading begins with behind the number of its section, if that is another.

        `3.2. VTP1. Vide` and `2. 1. prioritāte. Vide` have a code of their own;
        `1.1.2. uzdevums. Ceļi` has that of its number.
        """
        return self.item(self.without_number(title))

    def without_number(self, title: str) -> str:
        """A heading without the number of its section where a code of its own follows."""
        leading = leading_code(title)
        if leading is None or leading[0].prefix:
            return title
        own = self.item(leading[1])
        return leading[1] if own and own.code else title

    def learn(self, prefix: str, level: str) -> None:
        """Keep what the programme calls a prefix, `Prioritāte P1`, before what is usual."""
        if prefix in self._is_usual:
            self._is_usual.remove(prefix)
            self._prefixes[prefix] = level
        self._prefixes.setdefault(prefix, level)


def counting_letters(texts: Iterable[str]) -> frozenset[str]:
    """The letters that a programme counts its areas by, from A on: `A1.1`, `B1.1`, `C2.1`.

    They stand for no level, though `D` may be usual for a direction and `A` for an action.

    >>> sorted(counting_letters(["A1.1 Homes", "B1.1 Buses", "C1.1 Parks", "D1.1 Jobs"]))
    ['A', 'B', 'C', 'D']
    >>> sorted(counting_letters(["A.1 Homes", "B.1 Buses", "C.1 Parks", "C.2 Trees"]))
    ['A', 'B', 'C']
    >>> counting_letters(["D1.1 Transport", "A1.1 Buses"])
    frozenset()
    """
    leading = (leading_code(text) for text in texts if text[:1].isupper())
    codes = [code for code, _ in filter(None, leading) if code.lettered]
    deep = {code.prefix for code in codes if code.depth > 1}
    if deep >= _FIRST_LETTERS:
        return frozenset(deep)
    # single numbers: only the letters that run on from A, for `M1` may be a measure beside
    found = {code.prefix for code in codes}
    run = takewhile(found.__contains__, _ALPHABET)
    letters = frozenset(run)
    return letters if letters >= _FIRST_LETTERS else frozenset()


def _level_by_depth(code: Code) -> str | None:
    """What a number without a prefix stands for: `1.` a priority, `1.1.` a direction."""
    if code.prefix:
        return None
    by_depth = ("priority", "direction", "task", "measure")
    return by_depth[min(code.depth, len(by_depth)) - 1]


def _bare(text: str) -> str:
    return text.strip(_ASIDE)
