"""How much of a text is damaged: letters lost, of another encoding, or parted from words."""

from collections.abc import Iterable

from plancheck.text.patterns import lazy_pattern

_DAMAGED = lazy_pattern(
    r"(?P<lost>[^\W\d_]?[\ufffd\ue000-\uf8ff]{1,3}[^\W\d_]|[^\W\d_][\ufffd\ue000-\uf8ff])"
    # UTF-8 read as Windows-1252 or 1257: “Ä“”, “Å¡”, “Ã¶”
    r"|(?P<mixed>[ÃÄÅĆĀ][\x80-\xbf“”„†‡ˆ‰‹›Œœ™€–—…•ŠšŽžŸ¼½¾](?=[^\W\d_]))"
    r"|(?P<lone>(?<=[a-z] )[āčēģīķļņšūž] (?=[a-zāčēģīķļņšūž]))"
)
_SIGN = lazy_pattern("[\ufffd\ue000-\uf8ffÃÄÅĆĀ]| [āčēģīķļņšūž] ")
"""What stands in each text with damage; to search for it is several times faster."""
_WORD = lazy_pattern(r"[^\W\d_]{2,}")


def damaged_share(texts: Iterable[str]) -> float:
    """The share of words that are damaged, from 0 to 1; bullets alone are none.

    >>> damaged_share(["Novad\ufffd ir \ufffdoti skaisti"]) > 0.4, damaged_share(["Novadā"])
    (True, 0.0)
    """
    listed = tuple(texts)
    suspects = filter(_SIGN.search, listed)
    damaged = sum(1 for text in suspects for _ in _DAMAGED.finditer(text))
    if not damaged:
        return 0.0
    words = sum(len(_WORD.findall(text)) for text in listed)
    return min(1.0, damaged / words) if words else 0.0
