"""What a template tells its author to write, taken out of the documents.

Authors who fill a template leave some of its hints standing: “(list any suggested action)”
in a cell, “This section should describe …” above their text, “[ierakstīt]” where nothing
was written. No rule may take them for what the programme says; a cell that holds nothing
else is empty.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from plancheck.model.document import Block, Document, Paragraph
from plancheck.model.table import Cell, Table
from plancheck.text.patterns import lazy_pattern
from plancheck.text.sentences import sentences

_BRACKETS = ("(", "[", "<")
_TRIGGERS = (
    *(" should ", " must ", "please", "click or tap", "lorem ipsum", "noklikšķiniet"),
    *("šajā sadaļā", "šajā nodaļā", "šajā tabulā", "šajā kolonnā", "jiet "),
    *("aprakstiet", "norādiet", "ierakstiet", "uzskaitiet", "aizpildiet"),
)
"""Letters one of which every hint in a sentence has, in lower case: most texts have none."""

_HINTS = (
    "describe|indicate|specify|explain|insert|summari[sz]e|fill in"
    "|to be (?:filled|completed|inserted|added)"
    "|aprakst(?:iet|īt)|norād(?:iet|īt)|ierakst(?:iet|īt)|uzskait(?:iet|īt)"
    "|aizpild(?:iet|īt)|ievieto(?:jiet|t)|papildin(?:iet|āt)|raksturo(?:jiet|t)"
    "|pamato(?:jiet|t)|izvēl(?:ieties|ēties)|nosauciet|miniet|sniedziet"
    "|jā(?:apraksta|norāda|ieraksta|uzskaita|aizpilda|ievieto|raksturo)"
)
"""What begins nothing in brackets but a hint."""

_OF_THE_AUTHOR = (
    r"(?:list|enter|name|state|mention|select|choose|outline)\s+"
    "(?:the|all|any|an?|each|every|your|here|how|which|what|who|why|if)"
    r"|(?:add|complete|give|include|provide|write)\s+(?:your|here|how|which|what|who|why)"
)
"""Verbs that tasks begin with as well, with what only a hint goes on with."""

_IN_BRACKETS = lazy_pattern(
    rf"[(\[<]\s{{0,3}}(?:(?:please|lūdzu),?\s+)?(?:{_HINTS}|{_OF_THE_AUTHOR})\b"
    r"[^()\[\]<>]{0,400}[)\]>]\.?",
    re.IGNORECASE,
)
_SENTENCE = lazy_pattern(
    r"(?:please,?\s+(?:shortly\s+|briefly\s+)?"
    r"(?:describe|indicate|specify|explain|insert|outline|summari[sz]e|list|fill in|enter)\b"
    r"|(?:this|the)\s+(?:\w{1,20}\s+){0,2}?"
    r"(?:section|chapter|module|part|table|column|field|row|introduction|annex|paragraph)"
    r"\s+(?:should|must)\s+(?:\w{1,20}ly\s+)?"
    r"(?:describe|list|draw|outline|provide|contain|include|present|explain|indicate"
    r"|summari[sz]e|highlight|specify|be (?:filled|completed|listed|described))\b"
    r"|(?:lūdzu,?\s+)?(?:aprakstiet|norādiet|ierakstiet|uzskaitiet|aizpildiet"
    r"|ievietojiet|raksturojiet|pamatojiet)\b"
    r"|šajā\s+(?:sadaļā|nodaļā|tabulā|kolonnā)\s+(?:\w{1,20}\s+)?"
    r"(?:jāapraksta|jānorāda|jāieraksta|jāuzskaita|jāaizpilda|jāraksturo)\b"
    r"|noklikšķiniet (?:vai pieskarieties )?šeit, lai ievadītu"
    r"|click or tap (?:here )?to enter|lorem ipsum\b)",
    re.IGNORECASE,
)
_SPACES = lazy_pattern(r"[^\S\n]{2,9}")
_ORDINAL = lazy_pattern(r"[\s*•–-]*+(?:\d{1,3}[.)]\s*)?")


def without_instructions(document: Document) -> Document:
    """The document without hints to its author; the same where it has none.

    Nearly every document has none, nor has a table, which is told from all its text at
    once: to look at each cell would take a tenth of a check.
    """
    if not _may_have_hints("\n".join(_texts(document.blocks))):
        return document
    blocks = tuple(_blocks(document.blocks))
    if len(blocks) == len(document.blocks) and all(map(_is, blocks, document.blocks)):
        return document
    return replace(document, blocks=blocks)


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield from (cell.text for cell in block.cells)
        elif isinstance(block, Paragraph):
            yield block.text


def _may_have_hints(text: str) -> bool:
    lower = text.lower()
    is_told = any(trigger in lower for trigger in _TRIGGERS)
    return is_told or bool(_IN_BRACKETS.search(text))


def without_hints(text: str) -> str:
    """A text without hints to its author; the same text where it has none.

    >>> without_hints("Barriers (list any suggested action)")
    'Barriers'
    >>> without_hints("This section should describe the policy. Ours is of 2021.")
    'Ours is of 2021.'
    """
    left = text
    if any(bracket in text for bracket in _BRACKETS):
        left = _IN_BRACKETS.sub("", text)
    lower = left.lower()
    if any(trigger in lower for trigger in _TRIGGERS) and _SENTENCE.search(left):
        hints = [each for each in sentences(left) if _is_hint(each.text)]
        for each in reversed(hints):
            left = left[: each.start] + left[each.end :]
    return text if left == text else _SPACES.sub(" ", left).strip()


def _is_hint(sentence: str) -> bool:
    begin = _ORDINAL.match(sentence)
    return bool(_SENTENCE.match(sentence, begin.end() if begin else 0))


def _is(one: object, other: object) -> bool:
    return one is other


def _blocks(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks; a paragraph that is all hint is none."""
    for block in blocks:
        if isinstance(block, Table):
            yield _table(block)
        elif not isinstance(block, Paragraph):
            yield block
        elif left := without_hints(block.text):
            yield block if left is block.text else replace(block, text=left)


def _table(table: Table) -> Table:
    if not _may_have_hints("\n".join(cell.text for cell in table.cells)):
        return table
    cells = tuple(map(_cell, table.cells))
    if all(map(_is, cells, table.cells)):
        return table
    return replace(table, cells=cells)


def _cell(cell: Cell) -> Cell:
    left = without_hints(cell.text)
    return cell if left is cell.text else replace(cell, text=left)
