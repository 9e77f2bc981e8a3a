"""What a line is on the page, told from its words alone: contents, caption, running title.

For formats that keep text but not layout. Everything here is linear in its text.
"""

from collections import Counter
from collections.abc import Sequence

from plancheck.text.folding import fold, squash
from plancheck.text.patterns import lazy_pattern

_CONTENTS_TITLES = (
    "saturs",
    "saturarad",
    "saturaraditajs",
    "contents",
    "tableofcontents",
)
_PAGE_NUMBER_AT_END = lazy_pattern(
    r"(?:[.…_ \t]{2}|\s)\d{1,3}$|[.…_]{4} ?(?:[ivxl]{1,6}|[IVXL]{1,6})$"
)
_DOT_LEADERS = lazy_pattern(
    r"(?:(?:\.{4}|(?:\. ){4}|…{2})[ .…_]{0,20}(?:\d{0,3}|[ivxl]{1,6}|[IVXL]{1,6})"
    r"|_{4}[ ._]{0,20}(?:\d{1,3}|[ivxl]{1,6}|[IVXL]{1,6}))$"
)  # a line that ends with "____" alone is to be filled in
_CAPTION = lazy_pattern(
    r"(?:(?:[a-z]?\d{1,3}(?:\.\d{1,3}){0,3}(?:\.? ?[a-z]\b)?\.? ?)?"
    r"(?P<lv>tabula|attels|diagramma|karte|kartoshema|shema)\b"
    r"|(?P<en>table|figure|fig|chart|map)\b\.?(?= ?[a-z]?\d))"
    r"(?: ?(?:nr\.? ?)?[a-z]?\d{1,3}(?:\.\d{1,3}){0,3}(?:\.?[a-z]\b)?)?(?P<end>[.:)]?)"
)


def is_contents_title(text: str) -> bool:
    """Whether a heading opens a table of contents; one wrong or added letter is forgiven.

    >>> is_contents_title("SATURS"), is_contents_title("Sāturns"), is_contents_title("Saturā")
    (True, True, True)
    """
    squashed = squash(text)
    return squashed[:1] in {"s", "c", "t"} and any(
        edit_distance(squashed, title, limit=1) <= 1 for title in _CONTENTS_TITLES
    )


def is_contents_line(text: str) -> bool:
    """Whether a line below such a heading is an entry: it ends with a page number.

    >>> is_contents_line("Foreword ........ III"), is_contents_line("Henry IV")
    (True, False)
    """
    return bool(_PAGE_NUMBER_AT_END.search(text[-16:])) and len(text) <= 250


def has_dot_leaders(text: str) -> bool:
    """Whether a line is an entry of a contents list wherever it stands.

    >>> has_dot_leaders("IEVADS ......... 5")
    True
    """
    return len(text) <= 400 and bool(_DOT_LEADERS.search(text[-24:]))


def caption_kind(text: str) -> str | None:
    """The kind of thing a caption is of ("table" or "figure"); None for other text.

    >>> caption_kind("3. tabula. Rīcības plāns"), caption_kind("Table 3. Action plan")
    ('table', 'table')
    >>> caption_kind("18.a tabula. Budžeta kodi"), caption_kind("Figure 4b: The harbour")
    ('table', 'figure')
    >>> caption_kind("3.1. tabulā ir apkopoti mērķi"), caption_kind("Tabula rāda izmaksas")
    (None, None)
    """
    if len(text) > 300 or not (match := _CAPTION.match(fold(text))):
        return None
    rest = text[match.end() :].lstrip()
    named = match["lv"] or match["en"]
    start = match.start("lv") if match["lv"] else match.start("en")
    numbered = start > 0 or any(each.isdigit() for each in match.group())
    if fold(text[:start]) and text[start:].startswith(
        ("tabulā", "attēlā", "kartē", "shēmā")
    ):
        return None
    if rest and not match["end"] and not (numbered and not rest[0].islower()):
        return None
    return "table" if named in {"tabula", "table"} else "figure"


def is_bare_caption_label(text: str) -> bool:
    """Whether a caption has its label only, so that the title stands in the next line.

    >>> is_bare_caption_label("3.2. tabula"), is_bare_caption_label("3. tabula. Plāns")
    (True, False)
    """
    match = _CAPTION.match(fold(text)) if len(text) <= 40 else None
    return match is not None and match.end() == len(text.rstrip())


_NEVER_RUNNING = ("avots", "avoti", "piezim", "source", "note", "tabula", "table")
_DIGITS = lazy_pattern(r"\d")
MIN_REPEATS = 5
"""A title that stands on fewer pages than this is not told from a sentence said twice."""


def running_indexes(texts: Sequence[str]) -> frozenset[int]:
    """Which of a document's short texts are a title repeated on its pages.

    Texts are the same when they are with digits masked and spaces left out; a few wrong
    letters, as machine reading makes, are forgiven.

    Args:
        texts: Paragraphs in reading order; an empty one stands for what cannot be.
    """
    masked = [_masked(text) for text in texts]
    counts = Counter(filter(None, masked))
    frequent = {text for text, count in counts.items() if count >= MIN_REPEATS}
    if not frequent:
        return frozenset()
    similar = frequent | _near(frequent, counts.keys() - frequent)
    return frozenset(index for index, text in enumerate(masked) if text in similar)


def _masked(text: str) -> str:
    """What is compared of a text; empty for one that is no running title."""
    if not 8 <= len(text) <= 200:
        return ""
    masked = _DIGITS.sub("0", squash(text))
    if len(masked) < 8 or masked.startswith(_NEVER_RUNNING):
        return ""
    return masked


_COMPARED = 500
"""So many texts are compared with a running title at most, to bound the time."""


def _near(frequent: set[str], others: set[str]) -> set[str]:
    """The other texts that are a frequent one with up to one letter in ten wrong."""
    near: set[str] = set()
    titles = sorted(frequent, key=len, reverse=True)[:5]
    for title in titles:
        limit = len(title) // 10
        alike = [
            text
            for text in others
            if abs(len(text) - len(title)) <= limit
            and (text[:6] == title[:6] or text[-6:] == title[-6:])
        ]
        near.update(
            text
            for text in sorted(alike)[:_COMPARED]
            if edit_distance(text, title, limit=limit) <= limit
        )
    return near


def edit_distance(first: str, second: str, *, limit: int) -> int:
    """How many letters to change, add or remove to make one the other; `limit` + 1 if more.

    >>> edit_distance("saturns", "saturs", limit=1), edit_distance("abc", "xyz", limit=1)
    (1, 2)
    """
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    above = list(range(len(second) + 1))
    for row, left in enumerate(first, start=1):
        line = [row]
        for column, right in enumerate(second, start=1):
            line.append(
                min(
                    above[column] + 1,
                    line[-1] + 1,
                    above[column - 1] + (left != right),
                )
            )
        if min(line) > limit:
            return limit + 1
        above = line
    return min(above[-1], limit + 1)
