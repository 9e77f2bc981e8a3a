"""Numbers of headings and list items as Word prints them, which no text node holds."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from plancheck.readers.docx import symbols, tags
from plancheck.readers.docx.styles import NumberingReference, is_on, number
from plancheck.sdk import lazy_pattern

BULLET = "•"
_LEVELS = 9
_PLACEHOLDER = lazy_pattern(r"%([1-9])")
_MAX_ROMAN = 3999


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    `text` is the printed form, "%1.%2." with the counters of the levels from 1. `restart`
    is the level (from 1) after which the counter starts anew; 0 for never, None for any
    level above. `style_id` is the style whose paragraphs stand on this level.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    style_id: str | None = None
    suffix: str = "tab"


@dataclass(frozen=True, slots=True)
class ListDefinition:
    """The levels of a `w:num`; lists with one `key` share their counters."""

    key: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)


class Numbering:
    """The list definitions of a document, by the ids that paragraphs use."""

    def __init__(
        self, root: etree._Element | None, style_lists: Mapping[str, str | None]
    ) -> None:
        """Keep the definitions.

        Args:
            root: The numbering part, if there is one.
            style_lists: For a numbering style the id of the list that it stands for.
        """
        self._style_lists = style_lists
        children: Iterable[etree._Element] = root if root is not None else ()
        self._abstract: dict[str | None, etree._Element] = {}
        self._numbers: dict[str | None, etree._Element] = {}
        for each in children:
            if each.tag == tags.ABSTRACT:
                self._abstract[each.get(tags.ABSTRACT_NUMBER)] = each
            elif each.tag == tags.NUMBERING:
                self._numbers[each.get(tags.NUMBER_ID)] = each
        self._definitions: dict[str, ListDefinition | None] = {}

    def definition(self, number_id: str) -> ListDefinition | None:
        """The list of this id; None where the document defines none."""
        if number_id not in self._definitions:
            self._definitions[number_id] = self._define(number_id)
        return self._definitions[number_id]

    def _define(self, number_id: str) -> ListDefinition | None:
        element = self._numbers.get(number_id)
        key, abstract = self._abstract_of(element)
        if element is None or abstract is None:
            return None
        levels = dict(_levels(abstract))
        starts: dict[int, int] = {}
        for override in element.iterfind(tags.LEVEL_OVERRIDE):
            index = _index(override)
            start = override.find(tags.START_OVERRIDE)
            if start is not None:
                starts[index] = number(start) or 0
            levels.update(_levels(override))
        return ListDefinition(key, levels, starts)

    def _abstract_of(
        self, element: etree._Element | None, depth: int = 5
    ) -> tuple[str, etree._Element | None]:
        """Key and element of a list's definition, through the styles that name another."""
        link = element.find(tags.ABSTRACT_ID) if element is not None else None
        key = link.get(tags.VALUE, "") if link is not None else ""
        abstract = self._abstract.get(key)
        named = abstract.find(tags.STYLE_LINK) if abstract is not None else None
        if named is None or depth == 0:
            return key, abstract
        other = self._style_lists.get(named.get(tags.VALUE, ""))
        return self._abstract_of(self._numbers.get(other), depth - 1)


@dataclass(frozen=True, slots=True)
class Label:
    """A printed number or bullet with its level from 0 and what stands between it and the text."""

    text: str
    level: int
    is_bullet: bool = False
    gap: str = " "


NO_LABEL = Label("", 0)


class Counters:
    """The counters of all lists while a document is read from its start to its end."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, list[int | None]] = {}
        self._started: set[tuple[str, int]] = set()

    def label(self, reference: NumberingReference) -> Label:
        """Count one paragraph and give its label; empty where it has none."""
        identifier = reference.number_id
        if identifier is None or identifier == "0":
            return NO_LABEL
        definition = self._numbering.definition(identifier)
        if definition is None:
            return NO_LABEL
        index = _level_index(reference, definition)
        level = definition.levels.get(index)
        if level is None:
            return NO_LABEL
        counts = self._counts.setdefault(definition.key, [None] * _LEVELS)
        self._count(identifier, definition, counts, index)
        text = _printed(definition, counts, index)
        gap = "" if level.suffix == "nothing" else " "
        return Label(text, index, level.format == "bullet", gap)

    def _count(
        self,
        identifier: str,
        definition: ListDefinition,
        counts: list[int | None],
        index: int,
    ) -> None:
        start = definition.levels[index].start
        if index in definition.starts and (identifier, index) not in self._started:
            self._started.add((identifier, index))
            counts[index] = definition.starts[index]
        else:
            before = counts[index]
            counts[index] = start if before is None else before + 1
        for deeper in range(index + 1, _LEVELS):
            level = definition.levels.get(deeper)
            restart = level.restart if level else None
            if restart is None or (restart and index < restart):
                counts[deeper] = None


def _level_index(reference: NumberingReference, definition: ListDefinition) -> int:
    """The level that the paragraph says, or the one that its style is linked to."""
    if reference.style_id is not None:
        for index, level in definition.levels.items():
            if level.style_id == reference.style_id:
                return index
    return min(max(reference.level or 0, 0), _LEVELS - 1)


def _levels(parent: etree._Element) -> Iterable[tuple[int, Level]]:
    for element in parent.iterfind(tags.LEVEL):
        yield _index(element), _level(element)


def _level(element: etree._Element) -> Level:
    level = Level(format="decimal")
    for each in element.iter(*_LEVEL_FACTS):
        value = each.get(tags.VALUE, "")
        if each.tag == tags.START:
            level = replace(level, start=number(each) or 0)
        elif each.tag == tags.FORMAT:
            level = replace(level, format=value)
        elif each.tag == tags.LEVEL_TEXT:
            level = replace(level, text=value)
        elif each.tag == tags.LEVEL_RESTART:
            level = replace(level, restart=number(each))
        elif each.tag == tags.LEGAL:
            level = replace(level, is_legal=is_on(each))
        elif each.tag == tags.P_STYLE:
            level = replace(level, style_id=value)
        elif each.tag == tags.SUFFIX:
            level = replace(level, suffix=value)
    return level


_LEVEL_FACTS = (
    tags.START,
    tags.FORMAT,
    tags.LEVEL_TEXT,
    tags.LEVEL_RESTART,
    tags.LEGAL,
    tags.P_STYLE,
    tags.SUFFIX,
)


def _index(element: etree._Element) -> int:
    try:
        return min(max(int(element.get(tags.LEVEL_INDEX, "0")), 0), _LEVELS - 1)
    except ValueError:
        return 0


def _printed(definition: ListDefinition, counts: list[int | None], index: int) -> str:
    """The level's text with the counters filled in."""
    level = definition.levels[index]
    if level.format == "bullet":
        return BULLET if level.text.strip() else ""

    def counter(match: re.Match[str]) -> str:
        above = int(match[1]) - 1
        of_above = definition.levels.get(above, Level())
        value = counts[above]
        # A level that was passed over prints its start, and is not counted by that.
        value = of_above.start if value is None else value
        is_legal = level.is_legal and of_above.format != "none"
        return format_number(value, "decimal" if is_legal else of_above.format)

    return symbols.plain(_PLACEHOLDER.sub(counter, level.text)).strip()


def format_number(value: int, form: str) -> str:
    """A counter in a number format of Word.

    >>> [format_number(4, form) for form in ("decimal", "upperRoman", "lowerLetter")]
    ['4', 'IV', 'd']
    """
    if form in {"none", "bullet"}:
        return ""
    if form in {"upperRoman", "lowerRoman"} and 0 < value <= _MAX_ROMAN:
        roman = _roman(value)
        return roman if form == "upperRoman" else roman.lower()
    if form in {"upperLetter", "lowerLetter"} and value > 0:
        # After Z comes AA, then BB: the letter is repeated, not the alphabet counted.
        letter = chr(ord("A") + (value - 1) % 26) * min((value - 1) // 26 + 1, 30)
        return letter if form == "upperLetter" else letter.lower()
    if form == "chicago" and value > 0:
        return "*†‡§"[(value - 1) % 4] * min((value - 1) // 4 + 1, 30)
    if form == "decimalEnclosedCircle" and 0 < value <= 20:
        return chr(0x245F + value)
    patterns = {
        "ordinal": f"{value}{_ordinal_suffix(value)}",
        "decimalZero": f"{value:02}",
        "numberInDash": f"- {value} -",
    }
    return patterns.get(form, str(value))


def _ordinal_suffix(value: int) -> str:
    if 10 <= value % 100 <= 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _roman(value: int) -> str:
    parts = (
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    )  # fmt: skip
    roman = ""
    for size, sign in parts:
        count, value = divmod(value, size)
        roman += sign * count
    return roman
