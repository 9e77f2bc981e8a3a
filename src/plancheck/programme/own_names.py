"""The name that a programme calls itself by, where it is of no known kind: `Green Harbour Plan`."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from plancheck.model.document import Document
from plancheck.programme.vocabulary import Vocabulary
from plancheck.programme.word_lists import alternatives
from plancheck.text.letters import CAPITALS

_FEWEST = 5
"""Paragraphs that name a plan before it can be the programme itself."""
_TIMES_OTHERS = 3
_OPENING_PARAGRAPHS = 40


class OwnName:
    """Tells whether a text names the programme by the plan's name that it uses by far most."""

    def __init__(self, documents: Sequence[Document], vocabulary: Vocabulary) -> None:
        """Keep the documents, to look for the name when it is first asked for."""
        self._documents = documents
        nouns = alternatives(vocabulary, "plan_nouns")
        word = rf"[{CAPITALS}][\w’'-]*"
        self._named = re.compile(rf"(?<!\w)(?P<name>(?:{word} ){{2,5}})(?i:{nouns})\b")
        self._article = re.compile(rf"(?i:{alternatives(vocabulary, 'articles')}) ")

    def is_in(self, text: str) -> bool:
        """Whether a text names it."""
        return self._name is not None and self._name in self._names(text)

    @cached_property
    def _name(self) -> str | None:
        """The name without what kind of plan it is; None where several are as frequent.

        It stands in the opening too, where a plan within the programme does not.
        """
        counts = Counter(
            name
            for document in self._documents
            for paragraph in document.paragraphs
            for name in self._names(paragraph.text)
        )
        first, second = (*counts.most_common(2), ("", 0), ("", 0))[:2]
        is_own = first[1] >= max(_FEWEST, _TIMES_OTHERS * second[1])
        opening = (
            paragraph.text
            for document in self._documents
            for paragraph in document.paragraphs[:_OPENING_PARAGRAPHS]
        )
        is_opening = is_own and any(first[0] in self._names(text) for text in opening)
        return first[0] if is_opening else None

    def _names(self, text: str) -> frozenset[str]:
        names = (found["name"] for found in self._named.finditer(text))
        return frozenset(self._article.sub("", name, count=1).strip() for name in names)
