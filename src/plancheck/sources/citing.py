"""How a rule's source is read to a user: by the act in force on a day, no more than is sure.

A rule writes `[TAPL 1(1)]` for a clause of an act of the register, `[MK 628/2014]` for an
act. What nobody read in a copy is cited as good practice, without its number: this is done
here, so that no rule can forget it.

An act binds where it was made. A rule names in the clauses of one sentence all that its
requirement rests on; a programme is shown those of its own jurisdictions, as its profile
says which these are, and where none is left, good practice.
"""

import datetime as dt
from collections.abc import Collection

from plancheck.model.message import Message
from plancheck.model.source import CLAUSE_END, Source
from plancheck.sources.register import Act, Clause, Confidence, Kind, Register, register
from plancheck.text.patterns import lazy_pattern

_PRACTICE = "good practice"
"""How a clause begins that calls itself so."""

_REFERENCE = lazy_pattern(r"\[([^\[\]]{1,60})\]")


def cite(
    sentence: str,
    day: dt.date,
    jurisdictions: Collection[str] | None = None,
    acts: Register | None = None,
) -> Source:
    """A source with its references as they are cited on a day.

    Brackets that hold no act of the register stay as they are: a plugin's source is free
    text.

    Args:
        sentence: Clauses, parted by semicolons, each of which stands alone.
        day: The day whose law holds.
        jurisdictions: Where acts bind the programme, such as "lv"; None for all. A
            clause that refers to an act from elsewhere is left out.
        acts: The register; None for the one that comes in the box.
    """
    acts = acts or register()
    cited = {}
    foreign = []
    found = []
    is_practice = False  # whether a clause before has said so
    for number, clause in enumerate(sentence.split(CLAUSE_END)):
        known = {each: held for each in references(clause) if (held := acts.find(each))}
        if any(_is_foreign(act, jurisdictions) for act, _part in known.values()):
            foreign.append(number)
            continue
        for reference, (act, part) in known.items():
            if _is_sure(act, part):
                cited[reference] = _citation(act, part, day, acts)
            else:
                cited[reference] = _practice(act, is_said=is_practice)
                is_practice = True
            found.append(act.id)
        is_practice = is_practice or clause.casefold().startswith(_PRACTICE)
    return Source(
        sentence, tuple(cited.items()), tuple(dict.fromkeys(found)), tuple(foreign)
    )


def _is_foreign(act: Act, jurisdictions: Collection[str] | None) -> bool:
    return jurisdictions is not None and act.jurisdiction not in jurisdictions


def references(sentence: str) -> tuple[str, ...]:
    """What stands in brackets."""
    return tuple(_REFERENCE.findall(sentence))


def _practice(act: Act, *, is_said: bool) -> Message:
    """What nobody read in a copy: good practice, which a sentence says once."""
    return Message.of(
        "probably also asked for by {act}"
        if is_said
        else "good practice, probably also asked for by {act}",
        act=name_of(act),
    )


def _citation(act: Act, clause: Clause | None, day: dt.date, acts: Register) -> Message:
    """An act that was read, by its edition of that day."""
    name = name_of(act)
    if act.kind is Kind.METHOD:
        return _with_clause(name, clause)
    held = acts.in_force(act, day)
    if held is None:
        return Message.of(
            "{act} (not yet in force on {day})", act=name, day=day.isoformat()
        )
    if held is not act:
        return Message.of(
            "{held}, which held on {day} in place of {act}",
            held=name_of(held),
            day=day.isoformat(),
            act=name,
        )
    return Message.of(
        "{act}, as in force on {day}",
        act=_with_clause(name, clause),
        day=day.isoformat(),
    )


def _is_sure(act: Act, clause: Clause | None) -> bool:
    confidence = clause.confidence if clause else act.confidence
    return confidence is Confidence.VERIFIED


def _with_clause(name: Message, clause: Clause | None) -> Message:
    if clause is None:
        return name
    return Message.of("{act}, {clause}", act=name, clause=Message(clause.names["en"]))


def name_of(act: Act) -> Message:
    """What an act is called, in any language."""
    return Message(act.names["en"])
