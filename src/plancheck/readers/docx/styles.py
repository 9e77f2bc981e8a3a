"""What a paragraph's style says: heading level, role, numbering, looks.

Meaning comes from the built-in names, which Word writes in English in every language,
from the names that people give their own styles, and from what a style is based on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from lxml import etree

from plancheck.readers.docx import tags
from plancheck.sdk import fold, lazy_pattern

BODY_LEVEL = 9
"""The outline level (from 0) that makes a paragraph body text, whatever its style."""

_MAX_CHAIN = 20  # styles based on styles; a real chain has five at most

_HEADING_NAME = lazy_pattern(
    r"(?:heading|virsraksts|uberschrift|titre|titulo|otsikko|pealkiri|antraste|rubrik"
    r"|naglowek|zagolovok|заголовок|overskrift|kop|h|apaksvirsraksts)[ _-]?([1-9])\b"
    r"|([1-9])\. ?(?:limena )?virsraksts\b"
)
_CONTENTS_NAME = lazy_pattern(
    r"(?:toc|saturs|contents|table of figures|table of authorities|index)(?: ?[1-9]| |$)"
)
_TITLE_NAMES = frozenset({"title", "nosaukums", "dokumenta nosaukums"})
_CAPTION_NAMES = (
    "caption",
    "parakst",
    "tabulas nosaukum",
    "tabulas virsrakst",
    "attela",
)


class StyleRole(Enum):
    """What a style's name says of its paragraphs."""

    BODY = auto()
    TITLE = auto()
    CAPTION = auto()
    CONTENTS = auto()
    CONTENTS_TITLE = auto()


@dataclass(frozen=True, slots=True)
class NumberingReference:
    """A paragraph's place in a list; `style_id` is the style that says so, if one does."""

    number_id: str | None
    level: int | None
    style_id: str | None = None


_NO_NUMBERING = NumberingReference(None, None)


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it takes over from those it is based on.

    `outline` is the outline level from 0; None where the chain of styles sets none.
    `size` is in half-points.
    """

    role: StyleRole = StyleRole.BODY
    outline: int | None = None
    numbering: NumberingReference | None = None
    bold: bool | None = None
    caps: bool | None = None
    size: int | None = None
    hidden: bool = False
    breaks_page: bool = False


class Styles:
    """The styles of a document by id, each resolved when first asked for."""

    def __init__(self, root: etree._Element | None) -> None:
        elements = root.iter(tags.STYLE) if root is not None else ()
        self._elements = {each.get(tags.STYLE_ID, ""): each for each in elements}
        self._resolved: dict[str | None, Style] = {}
        self._base = _defaults(root)
        self.default_id = next(
            (
                style_id
                for style_id, each in self._elements.items()
                if each.get(tags.TYPE) == "paragraph"
                and each.get(tags.DEFAULT) in {"1", "true", "on"}
            ),
            None,
        )

    def get(self, style_id: str | None) -> Style:
        """A paragraph's or run's style; the default paragraph style for None."""
        if style_id is None:
            style_id = self.default_id
        style = self._resolved.get(style_id)
        if style is None:
            style = self._resolved[style_id] = self._resolve(style_id)
        return style

    def hidden_ids(self) -> frozenset[str]:
        """The styles whose text is not shown."""
        return frozenset(
            style_id
            for style_id, element in self._elements.items()
            if any(True for _ in element.iter(tags.HIDDEN, tags.BASED_ON))
            and self.get(style_id).hidden
        )

    def lists(self) -> dict[str, str | None]:
        """For each numbering style the id of the list that it stands for."""
        return {
            style_id: (self.get(style_id).numbering or _NO_NUMBERING).number_id
            for style_id, element in self._elements.items()
            if element.get(tags.TYPE) == "numbering"
        }

    def _resolve(self, style_id: str | None) -> Style:
        chain = list(self._chain(style_id))
        if not chain:
            return _by_name(self._base, _name_of_id(style_id or ""))
        style = self._base
        for element in reversed(chain):
            style = _with_properties(style, element)
            style = _by_name(style, _style_name(element))
        return style

    def _chain(self, style_id: str | None) -> Iterator[etree._Element]:
        """The style's element and those it is based on, nearest first."""
        for _ in range(_MAX_CHAIN):
            element = self._elements.get(style_id or "")
            if element is None:
                return
            yield element
            base = element.find(tags.BASED_ON)
            style_id = base.get(tags.VALUE) if base is not None else None


def is_on(element: etree._Element) -> bool:
    """Whether an on-off property is switched on."""
    return element.get(tags.VALUE, "on") not in tags.OFF


def outline_level(element: etree._Element) -> int:
    """The value of `w:outlineLvl`; body text where it is no number from 0 to 8."""
    value = number(element)
    return value if value is not None and 0 <= value < BODY_LEVEL else BODY_LEVEL


def number(element: etree._Element) -> int | None:
    """The value of a property as a whole number; None where it is none."""
    try:
        return int(element.get(tags.VALUE, ""))
    except ValueError:
        return None


def numbering_reference(
    element: etree._Element, style_id: str | None = None
) -> NumberingReference:
    """What a `w:numPr` says."""
    identifier = element.find(tags.NUMBERING_ID)
    level = element.find(tags.NUMBERING_LEVEL)
    return NumberingReference(
        identifier.get(tags.VALUE) if identifier is not None else None,
        number(level) if level is not None else None,
        style_id,
    )


def _defaults(root: etree._Element | None) -> Style:
    """What the document's defaults say of runs."""
    found = (
        root.find(f"{tags.DEFAULTS}/{tags.DEFAULT_RUN}") if root is not None else None
    )
    return _with_properties(Style(), found) if found is not None else Style()


def _with_properties(style: Style, element: etree._Element) -> Style:
    """The style changed by the paragraph and run properties of one style element."""
    changes: dict[str, object] = {}
    runs = element.find(tags.R_PROPERTIES)
    for each in runs if runs is not None else ():
        if each.tag in _RUN_SWITCHES:
            changes[_RUN_SWITCHES[each.tag]] = is_on(each)
        elif each.tag == tags.SIZE:
            changes["size"] = number(each)
    paragraphs = element.find(tags.P_PROPERTIES)
    for each in paragraphs if paragraphs is not None else ():
        if each.tag == tags.OUTLINE_LEVEL:
            changes["outline"] = outline_level(each)
        elif each.tag == tags.PAGE_BREAK_BEFORE:
            changes["breaks_page"] = is_on(each)
        elif each.tag == tags.NUMBERING_PROPERTIES:
            own = numbering_reference(each, element.get(tags.STYLE_ID))
            if own.number_id is None and style.numbering is not None:
                own = replace(own, number_id=style.numbering.number_id)
            changes["numbering"] = own
    return replace(style, **changes) if changes else style  # type: ignore[arg-type]  # names above


_RUN_SWITCHES = {tags.BOLD: "bold", tags.CAPS: "caps", tags.HIDDEN: "hidden"}


def _style_name(element: etree._Element) -> str:
    """The style's name, in which Word keeps the built-in meaning."""
    name = element.find(tags.STYLE_NAME)
    return fold(name.get(tags.VALUE, "")) if name is not None else ""


def _name_of_id(style_id: str) -> str:
    """A guess at a style's name where the file lacks the style itself.

    >>> _name_of_id("Heading1")
    'heading 1'
    """
    return fold(re.sub(r"(?<=\D)(\d)$", r" \1", style_id))


def _by_name(style: Style, name: str) -> Style:
    """The style with the role and the heading level that its name gives."""
    if match := _HEADING_NAME.match(name):
        level = int(match[1] or match[2]) - 1
        outline = style.outline if style.outline is not None else level
        return replace(style, role=StyleRole.BODY, outline=outline)
    if name in {"toc heading", "satura virsraksts", "contents heading"}:
        return replace(style, role=StyleRole.CONTENTS_TITLE)
    if _CONTENTS_NAME.match(name):
        return replace(style, role=StyleRole.CONTENTS)
    if name in _TITLE_NAMES:
        return replace(style, role=StyleRole.TITLE)
    if name.startswith(_CAPTION_NAMES):
        return replace(style, role=StyleRole.CAPTION, outline=None)
    return style
