"""Links between places, told in sentences on who goes where, how far and what for."""

import re
from collections.abc import Iterator

from plancheck.rules.asking import speaks_of
from plancheck.sdk import (
    CAPITALS,
    Mention,
    Paragraph,
    Programme,
    Stance,
    fold,
)

_OUTSIDE = ("participation report", "monitoring procedure", "action plan", "climate")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(r"(?<![\d.,])\d+")
_PROPER = re.compile(rf"(?<=[\w,;:–(-] )[{CAPITALS}][^\W\d_]{{3,}}")
_STEM = 4
_WAYS = 2
"""Distances in one sentence that tell how far services are."""


def told_journeys(programme: Programme) -> Iterator[Mention]:
    """The sentences that tell who goes where and what for, with places and a figure.

    Those who come and go, what they go for and where are what others call commuting, reach
    of services and centres.
    """
    for mention in programme.mentions("going somewhere", outside=_OUTSIDE):
        text = mention.quote.text
        if (
            isinstance(mention.block, Paragraph)
            and mention.stance is Stance.ASSERTED
            and speaks_of(programme, "somewhere to go", text)
            and not speaks_of(programme, "open question", text)
            and _places(programme, text) >= 1
        ):
            yield mention


def describes(programme: Programme, mention: Mention) -> bool:
    """Whether one sentence is enough: two places and a figure, three places, or two ways."""
    text = mention.quote.text
    places = _places(programme, text)
    ways = programme.vocabulary.patterns("distance")
    if sum(len(way.findall(fold(text))) for way in ways) >= _WAYS:
        return True
    figures = len(_FIGURE.findall(_YEAR.sub("", text)))
    return places >= 3 or (places >= 2 and figures >= 1)


def _places(programme: Programme, text: str) -> int:
    """How many different places a sentence names, own ones or others."""
    names = (
        *programme.places.find(text),
        *programme.places.find_located(text),
        *_PROPER.findall(text),
    )
    return len({name[:_STEM].casefold() for name in names})
