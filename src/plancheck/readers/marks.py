"""Markdown's marks within a line, taken off so that the words stay as read.

Every pattern looks no further than the next mark of its kind, so that a line of marks
costs no more than a line of words.
"""

import html
import re

from plancheck.sdk import lazy_pattern, tidy

_ANY_MARK = lazy_pattern(r"[*_`\[<&\\~]")
_ESCAPABLE = "\\`*_{}[]()#+-.!|<>~&$"
_STAND_INS = {each: chr(0xFDD0 + index) for index, each in enumerate(_ESCAPABLE)}
"""Unicode's noncharacters, which no text has, stand for escaped marks meanwhile."""
_ORIGINALS = {ord(stand_in): each for each, stand_in in _STAND_INS.items()}

_ESCAPE = lazy_pattern(r"\\([\\`*_{}\[\]()#+\-.!|<>~&$])")
_BREAK = lazy_pattern(r"(?<! ) *+<br ?/?> *", re.IGNORECASE)
_TAG = lazy_pattern(
    r"</?(?:sup|sub|b|i|u|em|strong|span|p|div|center|font|a|small|mark)"
    r"(?: [^<>]*)?/?>",
    re.IGNORECASE,
)
_AUTOLINK = lazy_pattern(r"<((?:https?|mailto):[^<>\s]*)>")
_FOOTNOTE_MARK = lazy_pattern(r"\[\^[^\[\]\s]{1,40}\]")
_PICTURE = lazy_pattern(r"!\[([^\[\]]*)\]\([^()]*\)")
_LINK = lazy_pattern(
    r"\[([^\[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?: \"[^\"()]*\")?\)"
)
_CODE = lazy_pattern(r"`([^`]+)`")
_SINGLE_STARS = lazy_pattern(r"(?<![\w*])\*(?![\s*])([^*\n]*)(?<!\s)\*(?!\*)")
_PAIRS = {
    "*": (_SINGLE_STARS, lazy_pattern(r"\*\*([^*]+)\*\*"), _SINGLE_STARS),
    "_": (
        lazy_pattern(r"(?<!\w)__([^_]+)__(?!\w)"),
        lazy_pattern(r"(?<!\w)_(?!\s)([^_\n]+)(?<!\s)_(?!\w)"),
    ),
    "~": (lazy_pattern(r"~~([^~]+)~~"),),
}
"""Single stars go before double ones and after them: either may stand inside the other."""
_ENTITY = lazy_pattern(
    r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
)
_FILE_NAME = lazy_pattern(
    r"[^\s/]{1,100}\.(?:jpe?g|png|gif|svg|webp|bmp|emf|wmf)", re.IGNORECASE
)


def without_marks(text: str) -> str:
    """The words of a line or a cell, tidy; `<br>` becomes a newline."""
    if not _ANY_MARK.search(text):
        return tidy(text)
    if "\\" in text:
        text = _ESCAPE.sub(lambda match: _STAND_INS[match[1]], text)
    if "<" in text:
        text = _AUTOLINK.sub(r"\1", _TAG.sub("", _BREAK.sub("\n", text)))
    if "[" in text:
        text = _PICTURE.sub(lambda match: picture_caption(match[1]), text)
        text = _LINK.sub(r"\1", _FOOTNOTE_MARK.sub("", text))
    if "`" in text:
        text = _CODE.sub(r"\1", text)
    for mark, pairs in _PAIRS.items():
        if mark in text:
            for pair in pairs:
                text = pair.sub(r"\1", text)
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return tidy(text.translate(_ORIGINALS))


def picture_caption(text: str) -> str:
    """What stands in a picture's brackets, unless it is a file's name.

    >>> picture_caption("img-0.jpeg"), picture_caption("1. attēls. Novada karte")
    ('', '1. attēls. Novada karte')
    """
    return "" if _FILE_NAME.fullmatch(text.strip()) else text.strip()


def without_comments(text: str) -> str:
    """The text without HTML comments; one that is never closed stays."""
    if "<!--" not in text:
        return text
    parts: list[str] = []
    position = 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        parts.append(text[position:start])
        position = end + 3
    parts.append(text[position:])
    return "".join(parts)
