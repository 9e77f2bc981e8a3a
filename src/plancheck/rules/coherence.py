"""Coherence: whether the programme's own priorities are tied to documents above it."""

from collections.abc import Iterator, Mapping, Sequence

from plancheck.rules.asking import QUOTED, anywhere, excerpt, first_quote
from plancheck.rules.ties import Ties
from plancheck.sdk import (
    Absence,
    Finding,
    Message,
    Programme,
    Quote,
    Stance,
    Unsure,
    Verdict,
    rule,
)

FACETS = {
    "own long-term strategy": "its own long-term strategy",
    "regional programme": "a document of the planning region",
    "national plan": "the national development plan or long-term strategy",
}
_OF_MUNICIPALITIES = "regional programme"
_OWN = "own long-term strategy"
_WIDER = "global and European goals"
_NAMES = 3


@rule(
    "LG02",
    category="legal",
    criteria=("S3",),
    severity="error",
    certainty="medium",
    source="[TAPL 1(1)]: a development programme carries out the strategic settings of the "
    "development strategy",
)
def vertical_coherence(
    programme: Programme, *, covered: float = 0.5, own: bool = True
) -> Verdict:
    """Priorities are tied to the strategy and to regional and national documents."""
    documents = tuple(each for each in _above(programme) if own or each != _OWN)
    named = {each: _named(programme, each) for each in documents}
    found = tuple(quote for quote in named.values() if quote)
    if not found:
        return _without_documents(programme)
    ties = Ties(programme, documents)
    if not ties.priorities:
        return _without_priorities(programme, named)
    if not ties.places and not ties.has_codes:
        return _without_codes(programme, named)
    tied = len(ties.places)
    share = tied / len(ties.priorities)
    unnamed = tuple(_unnamed(programme, named))
    findings = (*unnamed, *_loose(ties, found[0], share, covered))
    wider = _named(programme, _WIDER)
    is_good = share >= covered and not unnamed
    best = 4 if wider and share == 1 else 3
    return Verdict(
        score=best if is_good else 2 if tied else 1,
        message=Message.of(
            "Documents above the programme that it names: {having} of {total}; own "
            "priorities tied to them: {tied} of {priorities}.",
            having=len(found),
            total=len(documents),
            tied=tied,
            priorities=len(ties.priorities),
        ),
        findings=findings,
        quotes=tuple(dict.fromkeys((*found, *tuple(ties.places.values())[:QUOTED]))),
    )


def _above(programme: Programme) -> tuple[str, ...]:
    """The kinds of documents above the programme; above a region's stands no other region's."""
    return tuple(
        each
        for each in FACETS
        if not (programme.is_of_region and each == _OF_MUNICIPALITIES)
    )


def _named(programme: Programme, concept: str) -> Quote | None:
    """The first sentence or cell that names a document, wherever it stands."""
    return first_quote(anywhere(programme, concept), Stance.ASSERTED)


def _without_documents(programme: Programme) -> Verdict:
    concepts = map(programme.vocabulary.concept, _above(programme))
    terms = [each.readable_terms[:2] for each in concepts]
    sought = tuple(term for own in terms for term in own)
    places = tuple(document.name for document in programme.documents)
    return Verdict.absent(
        "Neither the long-term strategy nor a regional or national document is named.",
        Absence(sought, places),
    )


def _without_priorities(
    programme: Programme, named: Mapping[str, Quote | None]
) -> Verdict:
    """The verdict where no own priorities could be told: what is not named, else unsure."""
    sentence = (
        "The programme names documents above it, but its own priorities could not be told, "
        "and so not whether they are tied to them."
    )
    return _unnamed_or_unsure(programme, named, sentence)


def _without_codes(programme: Programme, named: Mapping[str, Quote | None]) -> Verdict:
    """The verdict where priorities have no codes: words tie them in ways that none can list."""
    sentence = (
        "The programme names documents above it, but its own priorities have no codes, so "
        "whether they are tied to them cannot be told from their names alone."
    )
    return _unnamed_or_unsure(programme, named, sentence)


def _unnamed_or_unsure(
    programme: Programme, named: Mapping[str, Quote | None], sentence: str
) -> Verdict:
    """What is not named; unsure with the sentence where all are."""
    found = tuple(quote for quote in named.values() if quote)
    unnamed = tuple(_unnamed(programme, named))
    if not unnamed:
        raise Unsure(sentence, *found[:QUOTED])
    return Verdict(1, unnamed[0].message, unnamed, found)


def _unnamed(
    programme: Programme, named: Mapping[str, Quote | None]
) -> Iterator[Finding]:
    """One finding for each kind of document that is not named, with an outdated one."""
    for concept, quote in named.items():
        if quote is not None:
            continue
        old = _named(programme, "outdated national plan")
        is_old = concept == "national plan" and old is not None
        message = Message.of(
            "Only an earlier document is named for {facet}: “{quote}”"
            if is_old
            else "Not named: {facet}.",
            facet=Message(FACETS[concept]),
            quote=excerpt(old) if old else "",
        )
        yield Finding(
            message, (programme.absence(concept, nearest=old if is_old else None),)
        )


def _loose(ties: Ties, named: Quote, share: float, covered: float) -> Iterator[Finding]:
    """That priorities are tied to nothing, or that documents are only listed."""
    if not ties.places:
        message = Message.of(
            "Documents are only named, and no own priority is tied to any of them: "
            "“{quote}”",
            quote=excerpt(named),
        )
        yield Finding(message, (named,))
    elif share < covered:
        message = Message.of(
            "{count} of {total} own priorities are tied to no document above the "
            "programme: {names}.",
            count=len(ties.loose),
            total=len(ties.priorities),
            names=_list(ties),
        )
        yield Finding(message, tuple(each.quote for each in ties.loose[:QUOTED]))


def _list(ties: Ties) -> str:
    names: Sequence[str] = [each.code for each in ties.loose[:_NAMES]]
    return ", ".join(names) + (" …" if len(ties.loose) > _NAMES else "")
