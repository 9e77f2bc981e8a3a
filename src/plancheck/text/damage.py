"""How much of a text is damaged: letters lost, of another encoding, or parted from words."""

import re
from collections.abc import Iterable

_DAMAGED = re.compile(
    r"(?P<lost>[^\W\d_]?[\ufffd\ue000-\uf8ff]{1,3}[^\W\d_]|[^\W\d_][\ufffd\ue000-\uf8ff])"
    # UTF-8 read as Windows-1252 or 1257: “Ä“”, “Å¡”, “Ã¶”
    r"|(?P<mixed>[ÃÄÅĆĀ][\x80-\xbf“”„†‡ˆ‰‹›Œœ™€–—…•ŠšŽžŸ¼½¾](?=[^\W\d_]))"
    r"|(?P<lone>(?<=[a-z] )[āčēģīķļņšūž] (?=[a-zāčēģīķļņšūž]))"
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def damaged_share(texts: Iterable[str]) -> float:
    """The share of words that are damaged, from 0 to 1; bullets alone are none.

    >>> damaged_share(["Novad\ufffd ir \ufffdoti skaisti"]) > 0.4, damaged_share(["Novadā"])
    (True, 0.0)
    """
    words = damaged = 0
    for text in texts:
        words += len(_WORD.findall(text))
        damaged += sum(1 for _ in _DAMAGED.finditer(text))
    return min(1.0, damaged / words) if words else 0.0
