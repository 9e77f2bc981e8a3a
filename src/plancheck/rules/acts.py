"""Legal references: whether the programme cites the acts that hold on the day of its adoption."""

import datetime as dt
from collections.abc import Iterator, Sequence

from plancheck.rules.asking import excerpt, first_quote
from plancheck.rules.citations import Citation, citations
from plancheck.sdk import (
    Act,
    Finding,
    Message,
    Programme,
    Stance,
    Verdict,
    fold,
    register,
    rule,
)

_LAW = "TAPL"
_REGULATIONS = ("MK 628/2014", "MK 402/2013")
"""On the planning documents of municipalities, and of planning regions."""

_SOUGHT = "spatial planning acts"
_LONG_WORD, _STEM, _TITLE_WORDS = 7, 6, 3


@rule(
    "LG01",
    category="legal",
    severity="warning",
    source="[TAPL]; [MK 628/2014 1]",
)
def current_acts(programme: Programme, *, grace: int = 90) -> Verdict:
    """The acts that the programme rests on are cited, and none that was replaced."""
    day = _day(programme)
    cited = citations(programme)
    law = next((each for each in cited if each.act.id == _LAW), None)
    regulation = _regulation(cited, day)
    stale = tuple(_stale(programme, cited, day, grace))
    present = [each for each in (law, regulation) if each]
    if not present:
        return _without_acts(programme, cited, stale)
    lacking = tuple(_lacking(programme, law, regulation, day))
    is_dated = regulation is not None and regulation.is_dated
    score = 2 if stale or lacking else 4 if is_dated else 3
    return Verdict(
        score,
        message=(stale or lacking)[0].message
        if score < 3
        else Message.of(
            "The law and the regulation on spatial development planning are cited, and no "
            "act that was replaced before {date}.",
            date=day,
        ),
        findings=(*stale, *lacking),
        quotes=tuple(dict.fromkeys(each.quote for each in present)),
    )


def _day(programme: Programme) -> dt.date:
    """The day whose law the programme is judged by.

    Where no adoption is named, it is not later than the first year of the period: an
    adopted programme may only not say when.
    """
    if programme.approved or not programme.period:
        return programme.law_day
    return min(programme.law_day, dt.date(programme.period.first, 12, 31))


def _regulation(cited: Sequence[Citation], day: dt.date) -> Citation | None:
    """The citation of a regulation on planning documents, or of the one before it."""
    acts = register()
    wanted = {act.id for id_ in _REGULATIONS if (act := acts.in_force(acts[id_], day))}
    wanted.update(_REGULATIONS)
    found = [each for each in cited if each.act.id in wanted]
    return max(found, key=lambda each: each.is_dated, default=None)


def _stale(
    programme: Programme, cited: Sequence[Citation], day: dt.date, grace: int
) -> Iterator[Finding]:
    """The acts that are cited as in force though another had replaced them, each once."""
    seen: set[str] = set()
    for each in cited:
        until = each.act.until
        if until is None or each.is_history or each.act.id in seen:
            continue
        later = register().in_force(each.act, day)
        if not each.is_dated and not _is_titled(each, later):
            continue  # the same number of another year may be any other act
        if day > until + dt.timedelta(days=grace) and later is not None:
            seen.add(each.act.id)
            message = Message.of(
                "“{quote}” cites {act}, which {later} had replaced before {date}.",
                quote=excerpt(each.quote),
                act=_name(programme, each.act),
                later=_name(programme, later),
                date=day,
            )
            yield Finding(message, (each.quote,))


def _is_titled(citation: Citation, later: Act | None) -> bool:
    """Whether the sentence says what the act, or the one that replaced it, is about."""
    text = fold(citation.quote.text)
    return any(
        sum(word in text for word in _stems(title)) >= _TITLE_WORDS
        for act in (citation.act, later)
        if act
        for title in act.titles.values()
    )


def _stems(title: str) -> set[str]:
    """How the long words of a title begin, folded; what every such title has left out."""
    words = (word for word in fold(title).split() if len(word) >= _LONG_WORD)
    return {word[:_STEM] for word in words} - {"noteik"}


def _lacking(
    programme: Programme,
    law: Citation | None,
    regulation: Citation | None,
    day: dt.date,
) -> Iterator[Finding]:
    if law is not None and regulation is not None:
        return
    acts = register()
    wanted = acts.in_force(acts[_REGULATIONS[0]], day) if law else acts[_LAW]
    message = Message.of(
        "{act} is not cited.", act=_name(programme, wanted or acts[_REGULATIONS[0]])
    )
    yield Finding(message, (programme.absence(_SOUGHT),))


def _without_acts(
    programme: Programme, cited: Sequence[Citation], stale: tuple[Finding, ...]
) -> Verdict:
    """The verdict where neither is cited: acts spoken of in general, others, or none."""
    general = first_quote(programme.mentions("acts in general"), Stance.ASSERTED)
    other = cited[0].quote if cited else None
    absence = programme.absence(_SOUGHT, nearest=general or other)
    sentence = (
        "Neither the law nor the regulation on spatial development planning is cited, "
        "only acts in general: “{quote}”"
        if general
        else "Neither the law nor the regulation on spatial development planning is cited."
    )
    message = (
        Message.of(sentence, quote=excerpt(general)) if general else Message(sentence)
    )
    return Verdict(
        1 if general or other else 0,
        message,
        (Finding(message, (absence,)), *stale),
        absence=absence,
    )


def _name(programme: Programme, act: Act) -> str:
    """How the act is cited in the programme's language."""
    return act.names.get(programme.language, act.id)
