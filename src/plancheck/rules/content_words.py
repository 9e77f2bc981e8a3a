"""The content words of texts, by how they begin: what ties what is said to what is planned."""

import re
from collections import Counter
from collections.abc import Iterable

from plancheck.sdk import Programme, fold, word_beginning

_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
_FEW = 2


def content_stems(programme: Programme, texts: Iterable[str]) -> frozenset[str]:
    """The beginnings of content words; words that fit any task are none."""
    terms = programme.vocabulary.words.get("fits_any_task", ())
    fits_any = word_beginning(tuple(term.opening for term in terms))
    words = {word for text in texts for word in _WORD.findall(fold(text))}
    return frozenset(word[:_STEM] for word in words if not fits_any(word))


def telling_stems(stems: Iterable[frozenset[str]]) -> frozenset[str]:
    """The words that stand in one or two of the texts only, and so tell which is meant."""
    counts = Counter(stem for each in stems for stem in each)
    return frozenset(stem for stem, count in counts.items() if count <= _FEW)
