"""What sentences tell of work with other municipalities: who does what, how they meet."""

from collections.abc import Iterator, Sequence

from plancheck.rules.asking import is_beside, speaks_of, whole_row
from plancheck.rules.discourse import (
    LONGEST_SENTENCE,
    around,
    refers_back,
    says_what_is_so,
)
from plancheck.rules.municipalities import Others
from plancheck.sdk import Mention, Paragraph, Quote

OUTSIDE = ("participation report",)
_JOINT = "joint action"
_SHARE = "share in the work"
_CHANNEL = "cooperation channel"
_DRAFTING = "cooperation while drafting"
"""Characters of a sentence; what is longer is a list, or columns read as one line."""


def shares_in(others: Others, text: str) -> bool:
    """Whether another municipality does something by itself: `Kalnavas novads maksā pusi`."""
    acts = is_beside(others.programme, "municipality in person", _SHARE, text)
    return acts and others.names_partner(text)


def channel(others: Others, planned: Sequence[Quote]) -> Quote | None:
    """The first sentence or row on how municipalities keep in touch beyond the drafting.

    Args:
        others: Tells other municipalities from the programme's own.
        planned: Sentences on joint work: who meets regularly, right behind one, does so
            with those whom it names.
    """
    texts = {each.text for each in planned}
    for mention in _contacts(others):
        quote = whole_row(mention)
        quote = quote if len(quote.text) <= LONGEST_SENTENCE else mention.quote
        is_with = around(mention).before in texts or _is_with_others(
            others, quote.text, mention
        )
        if is_with and _is_standing(mention):
            return quote
    return None


def _contacts(others: Others) -> Iterator[Mention]:
    """Sentences on a channel, and those on contacts that come back at certain times."""
    programme = others.programme
    yield from programme.mentions(_CHANNEL, outside=OUTSIDE)
    for mention in programme.mentions("keeping in touch", outside=OUTSIDE):
        if speaks_of(programme, "recurring time", mention.quote.text):
            yield mention


def spoken(others: Others) -> Quote | None:
    """The first sentence on joint work with a named municipality, after the drafting."""
    found = (
        mention.quote
        for mention in others.programme.mentions(_JOINT, outside=OUTSIDE)
        if _is_standing(mention)
        and others.names_partner(mention.quote.text)
        and not speaks_of(others.programme, _DRAFTING, mention.quote.text)
    )
    return next(found, None)


def told(others: Others) -> tuple[Quote, ...]:
    """The sentences of the text that plan a certain work with a named municipality."""
    found: dict[str, Quote] = {}
    for concept in (_JOINT, _SHARE):
        for mention in others.programme.mentions(concept, outside=OUTSIDE):
            if (
                isinstance(mention.block, Paragraph)
                and _is_planned(others, mention)
                and _is_standing(mention)
            ):
                found.setdefault(mention.quote.text, mention.quote)
    return tuple(found.values())


def _is_planned(others: Others, mention: Mention) -> bool:
    """Whether a sentence says which measure is done with a named municipality, or its part."""
    programme, text = others.programme, mention.quote.text
    before = around(mention).before
    is_with = others.names_partner(text) or (
        _goes_on(others, text) and others.names_partner(before)
    )
    if not is_with or speaks_of(programme, _DRAFTING, text):
        return False
    if speaks_of(programme, _CHANNEL, text):  # meetings are no work by themselves
        return _names_measure(others, text)
    is_joint = speaks_of(programme, _JOINT, text) or _goes_on(others, text)
    return is_joint and (shares_in(others, text) or _names_measure(others, text))


def _names_measure(others: Others, text: str) -> bool:
    """Whether a text names a measure or project of the programme by its code."""
    programme = others.programme
    codes = {row.code for row in (*programme.measures, *programme.projects)}
    return not codes.isdisjoint(programme.codes_in(text))


def _has_together(others: Others, text: str) -> bool:
    words = "together"
    programme = others.programme
    return words in programme.vocabulary.words and programme.has_word(words, text)


def _goes_on(others: Others, text: str) -> bool:
    """Whether a sentence speaks of those whom the one before it names."""
    return _has_together(others, text) or refers_back(others.programme, text)


def _is_standing(mention: Mention) -> bool:
    """Whether a sentence says what is so, and is no reference to another publication."""
    return says_what_is_so(mention) and "http" not in mention.quote.text


def _is_with_others(others: Others, text: str, mention: Mention) -> bool:
    """Whether a sentence speaks of other municipalities, but not of asking them once.

    Its heading may name them for all that stands below it.
    """
    barred = (_DRAFTING, "partner town abroad")
    if any(speaks_of(others.programme, concept, text) for concept in barred):
        return False
    topics = (text, *mention.section_path[-1:])
    if any(
        speaks_of(others.programme, "neighbouring municipality", each)
        for each in topics
    ):
        return True
    before = around(mention).before
    goes_on = _goes_on(others, text) and others.names_partner(before)
    return goes_on or bool(others.named(text))
