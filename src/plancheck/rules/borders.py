"""Coherence: whether the programme takes account of the plans of its neighbours."""

from collections.abc import Iterator, Mapping, Sequence

from plancheck.rules.asking import QUOTED, anywhere, excerpt
from plancheck.rules.municipalities import other_municipalities
from plancheck.rules.neighbours import ISSUE, Neighbour, Talk, known_neighbours
from plancheck.sdk import (
    Finding,
    Message,
    Programme,
    Quote,
    Unsure,
    Verdict,
    lazy_pattern,
    rule,
)

_GENERAL = "neighbouring municipality"
_BY_ROWS = 0.5
"""What a neighbour counts that is the partner of a measure, and nothing more."""
_PROPER = lazy_pattern(r"(?<=[a-z,;] )[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,}")
_FEWEST_NAMES = 2


@rule(
    "LG03",
    category="legal",
    criteria=("T4",),
    severity="error",
    certainty="medium",
    source="Good practice: programmes name what is shared with each neighbour",
)
def neighbours_considered(programme: Programme, *, shared: float = 0.8) -> Verdict:
    """Each neighbour is named with something that is shared with it."""
    neighbours = known_neighbours(programme)
    if not neighbours:
        return _without_names(programme)
    talk = Talk(programme, neighbours)
    issues = {each: talk.issue(each) for each in neighbours}
    named = {each: talk.named(each) for each in neighbours}
    having = [each for each in neighbours if issues[each]]
    told = [each for each in having if talk.is_told(each)]
    share = (len(told) + _BY_ROWS * (len(having) - len(told))) / len(neighbours)
    return Verdict(
        score=_score(share, shared, is_named=any(named.values())),
        message=Message.of(
            "Neighbours named with something shared: {having} of {total}.",
            having=len(having),
            total=len(neighbours),
        ),
        findings=(
            *_findings(
                programme,
                {each: named[each] for each in neighbours if each not in having},
            ),
            *_only_in_rows({each: issues[each] for each in having if each not in told}),
        ),
        quotes=tuple(dict.fromkeys(quote for quote in issues.values() if quote)),
    )


def _score(share: float, shared: float, *, is_named: bool) -> int:
    if share == 1:
        return 4
    if share >= shared:
        return 3
    if share >= shared / 2:
        return 2
    return 1 if is_named else 0


def _findings(
    programme: Programme, lacking: dict[Neighbour, Quote | None]
) -> Iterator[Finding]:
    """The neighbours that are only named, and those that are not named at all."""
    only = {each: quote for each, quote in lacking.items() if quote}
    if only:
        first = next(iter(only.values()))
        message = Message.of(
            "Named without a shared resource, investment or measure: {names}; as in "
            "“{quote}”",
            names=_list(list(only)),
            quote=excerpt(first),
        )
        yield Finding(message, tuple(only.values())[:QUOTED])
    if silent := [each for each in lacking if each not in only]:
        message = Message.of(
            "Not named where the programme deals with its neighbours: {names}.",
            names=_list(silent),
        )
        yield Finding(message, (programme.absence(ISSUE),))


def _only_in_rows(issues: Mapping[Neighbour, Quote | None]) -> Iterator[Finding]:
    """The neighbours that are partners of measures, but of whose plans no text speaks."""
    if not issues:
        return
    quotes = [quote for quote in issues.values() if quote]
    message = Message.of(
        "Named in rows of the plans only, while no text says what is shared or what their "
        "own plans foresee: {names}.",
        names=_list(list(issues)),
    )
    yield Finding(message, tuple(quotes)[:QUOTED])


def _list(neighbours: Sequence[Neighbour]) -> str:
    return ", ".join(each.name for each in neighbours)


def _without_names(programme: Programme) -> Verdict:
    """The verdict where no neighbour is known: they are spoken of in general, or not at all.

    Unsure where the programme names other municipalities, but not as its neighbours.
    """
    spoken = next((each.quote for each in anywhere(programme, _GENERAL)), None)
    absence = programme.absence(_GENERAL, nearest=spoken)
    if spoken is None:
        return Verdict.absent(
            "No sentence speaks of neighbours. A facts file that lists them lets each of "
            "them be looked for.",
            absence,
        )
    others = other_municipalities(programme)
    for mention in anywhere(programme, "named municipality"):
        if others.named(mention.quote.text):
            raise Unsure(
                "Other municipalities or regions are named, but which of them are "
                "neighbours is not told. A facts file that lists the neighbours lets each "
                "be looked for.",
                mention.quote,
                spoken,
            )
    if names := _names_in_part(programme):
        raise Unsure(
            "The section on neighbours names places, but none is called a municipality. "
            "A facts file that lists the neighbours lets each be looked for.",
            names,
        )
    message = Message.of(
        "Neighbours are spoken of, but none is named: “{quote}”",
        quote=excerpt(spoken),
    )
    return Verdict.only_mentioned(message, absence)


def _names_in_part(programme: Programme) -> Quote | None:
    """A text of the part on neighbours with two proper names and more, of whatever they are."""
    part = programme.part("neighbours")
    for paragraph in part.paragraphs if part else ():
        if len({*_PROPER.findall(paragraph.text)}) >= _FEWEST_NAMES:
            return Quote(paragraph.text, paragraph.location)
    return None
