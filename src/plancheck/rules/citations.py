"""The acts of the register that a programme cites, each with the sentence that does."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from plancheck.sdk import Act, Programme, Quote, Term, register, sentences

_NUMBERED = re.compile(r"n[ro](?<!\w..)\.? ?(?P<number>\d{2,4})\b(?![./-]\d)")
"""That a word begins there is asked behind its letters, which are quicker to look for."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BEFORE, _AFTER = 80, 30
"""Characters around a number in which the kind of act and its year stand."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence that cites an act.

    `is_dated` says whether the year of the act stands beside its number: numbers begin
    anew every year. `is_history` is true where the sentence tells what was done under the
    act, or that it is no longer in force.
    """

    act: Act
    quote: Quote
    is_dated: bool = True
    is_history: bool = False


def citations(programme: Programme) -> tuple[Citation, ...]:
    """All citations of acts that the register knows, in reading order.

    A list of abbreviations cites nothing.
    """
    barred = programme.section_ids("abbreviations")
    found = sorted(
        (*_by_name(programme), *_by_number(programme)), key=lambda each: each.start
    )
    passages = programme.passages
    return tuple(
        _citation(programme, each)
        for each in found
        if id(passages.passages[passages.at(each.start)[0]].section) not in barred
    )


class _Found(NamedTuple):
    """Where in all text an act is named, and whether with its year."""

    start: int
    act: Act
    is_dated: bool


def _by_name(programme: Programme) -> Iterator[_Found]:
    passages, index = programme.passages, programme.index
    for act, terms in _named_acts():
        for number, spans in index.spans(terms).items():
            for place in passages.places[index.texts[number]]:
                for start, _ in spans:
                    offset = passages.starts[place] + start
                    yield _Found(offset, act, is_dated=True)


@cache
def _named_acts() -> tuple[tuple[Act, tuple[Term, ...]], ...]:
    """The acts without a number, with the terms that name them in either language."""
    return tuple(
        (act, tuple(map(Term, (*act.terms, act.names["en"]))))
        for act in register().acts.values()
        if act.terms
    )


def _by_number(programme: Programme) -> Iterator[_Found]:
    """Regulations by number and by the year beside it, as numbers begin anew every year."""
    folded = programme.passages.folded
    for match in _NUMBERED.finditer(folded):
        known = _numbered_acts().get(int(match["number"]), ())
        if not known:
            continue
        start, end = match.span()
        before = folded[max(0, start - _BEFORE) : start].rpartition("\n\n")[2]
        if not programme.has_word("regulation", before):
            continue
        after = folded[end : end + _AFTER].partition("\n\n")[0]
        years = {int(year) for year in _YEAR.findall(f"{before} | {after}")}
        dated = [act for act in known if act.since and act.since.year in years]
        if dated or (not years and len(known) == 1):
            yield _Found(start, (dated or known)[0], is_dated=bool(dated))


@cache
def _numbered_acts() -> Mapping[int, Sequence[Act]]:
    numbered: dict[int, list[Act]] = {}
    for act in register().acts.values():
        if act.number is not None and act.kind == "regulation":
            numbered.setdefault(act.number, []).append(act)
    return numbered


def _citation(programme: Programme, found: _Found) -> Citation:
    index, offset = programme.passages.at(found.start)
    passage = programme.passages.passages[index]
    text = next(
        (
            each.text
            for each in sentences(passage.text)
            if each.start <= offset < each.end
        ),
        passage.text,
    )
    is_history = any(
        programme.has_word(words, text) for words in ("past", "superseded")
    )
    return Citation(
        found.act, Quote(text, passage.location), found.is_dated, is_history
    )
