"""The numbers and bullets that an office prints in front of headings and list items."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from odfdo import Element

_LEVEL_TAGS = (
    "text:outline-level-style",
    "text:list-level-style-number",
    "text:list-level-style-bullet",
)
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_LARGEST_ROMAN = 3999


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is labelled; neither number nor bullet prints nothing."""

    number_format: str = ""
    prefix: str = ""
    suffix: str = ""
    bullet: str = ""
    start: int = 1
    shown_levels: int = 1


@dataclass(frozen=True)
class Numbering:
    """The list styles by name and level, and the styles of paragraphs that switch them off.

    `lists` holds the list style that a paragraph style names, empty for none at all;
    `parents` the style that each is made of.
    """

    levels: Mapping[str, Mapping[int, Level]]
    outline: Mapping[int, Level]
    lists: Mapping[str, str]
    parents: Mapping[str, str]

    def is_numbered(self, style: str) -> bool:
        """Whether a heading of a style has its number: the nearest style that says so."""
        said = (self.lists[each] for each in self.chain(style) if each in self.lists)
        return bool(next(said, "outline"))

    def chain(self, style: str) -> Iterator[str]:
        """A style, and those that it is made of."""
        for _ in range(20):  # a damaged file may have styles in a circle
            yield style
            if style not in self.parents:
                return
            style = self.parents[style]


@dataclass(slots=True)
class Counter:
    """Counts the items of one list, or the headings, level by level."""

    levels: Mapping[int, Level]
    counts: dict[int, int] = field(default_factory=dict)

    def label(self, level: int, restart: int | None = None) -> str:
        """Count one more at a level; its label, with the bullet or the number."""
        style = self.levels.get(level, Level())
        start = style.start if restart is None else restart
        known = self.counts.get(level)
        self.counts[level] = start if known is None or restart else known + 1
        for deeper in [each for each in self.counts if each > level]:
            del self.counts[deeper]
        if style.bullet:
            return style.bullet
        if not style.number_format:
            return ""
        first = level - style.shown_levels + 1
        shown = [
            each for each in range(first, level + 1) if self._is_counted(each, level)
        ]
        return style.prefix + ".".join(map(self._printed, shown)) + style.suffix

    def _is_counted(self, level: int, own: int) -> bool:
        return level == own or bool(self.levels.get(level, Level()).number_format)

    def _printed(self, level: int) -> str:
        style = self.levels.get(level, Level())
        return in_format(self.counts.get(level, style.start), style.number_format)


def in_format(number: int, number_format: str) -> str:
    """A number in digits, Roman numerals or letters.

    >>> in_format(4, "1"), in_format(4, "I"), in_format(28, "a")
    ('4', 'IV', 'bb')
    """
    if number_format in {"I", "i"} and 0 < number <= _LARGEST_ROMAN:
        roman = ""
        for value, letters in _ROMAN:
            roman += letters * (number // value)
            number %= value
        return roman if number_format == "I" else roman.lower()
    if number_format in {"A", "a"} and number > 0:
        repeats, index = divmod(number - 1, 26)
        return chr(ord(number_format) + index) * (repeats + 1)
    return str(number)


def read_numbering(roots: Iterable[Element]) -> Numbering:
    """What the styles of a package say, those of the text after the shared ones."""
    levels: dict[str, Mapping[int, Level]] = {}
    outline: Mapping[int, Level] = {}
    lists: dict[str, str] = {}
    parents: dict[str, str] = {}
    for root in roots:
        for each in root.get_elements("//text:list-style"):
            levels[text_of(each, "style:name")] = _levels(each)
        for each in root.get_elements("//text:outline-style"):
            outline = _levels(each)
        for each in root.get_elements("//style:style[@style:family='paragraph']"):
            name = text_of(each, "style:name")
            attributes = each.attributes
            if "style:list-style-name" in attributes:
                lists[name] = str(attributes["style:list-style-name"])
            if parent := text_of(each, "style:parent-style-name"):
                parents[name] = parent
    return Numbering(levels, outline, lists, parents)


def _levels(style: Element) -> Mapping[int, Level]:
    return {
        whole(each, "text:level"): Level(
            number_format=text_of(each, "style:num-format"),
            prefix=text_of(each, "style:num-prefix"),
            suffix=text_of(each, "style:num-suffix"),
            bullet=text_of(each, "text:bullet-char"),
            start=whole(each, "text:start-value"),
            shown_levels=whole(each, "text:display-levels"),
        )
        for each in style.children
        if each.tag in _LEVEL_TAGS
    }


def text_of(element: Element, attribute: str) -> str:
    """An attribute, empty where there is none."""
    return str(element.get_attribute(attribute) or "")


def whole(element: Element, attribute: str) -> int:
    """An attribute that is a number, 1 where there is none."""
    value = text_of(element, attribute)
    return int(value) if value.isdecimal() and len(value) < 6 else 1
