"""What a finding is known by from draft to draft, wherever it stands by then.

A fingerprint has five parts: the rule's code, the sentence, what the sentence names, the
section, and a number that tells equals apart: `MO02-4f1c-9ab3c2d1-77e0-1`. It holds when
text moves, when pages, numbers of chapters, tables and rows or amounts change, in another
file or format, and in a report in another language.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from hashlib import blake2b

from plancheck.model.evidence import Quote
from plancheck.model.message import Message
from plancheck.model.report import Result
from plancheck.model.verdict import Finding
from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern

_UNNAMING = frozenset(
    {"document", "documents", "hazards", "names", "other", "place", "quote"}
)
"""Values by which a finding is not known: the names of files, which change, quotes, which
show one place of many, and lists, which grow shorter while they are mended."""

_EXAMPLE = lazy_pattern(r"\bas (?:in )?“\{(\w+)\}”(?: for “\{(\w+)\}”)?")
"""What a sentence gives as an example: “such as “{name}””."""

_FIELD = lazy_pattern(r"\{(\w+)\}")

_ROMAN_NUMBER = lazy_pattern(r"^\s*(?:[ivxlc]{1,7}|[a-z])\s*[.)]\s")
"""A number in front of a folded heading that is no figure."""


def fingerprint(result: Result, finding: Finding) -> str:
    """What a finding of the result is known by, from draft to draft.

    Findings that would be known by the same are numbered in their order, from 1; to ask
    for all of a result, `fingerprints` is faster.
    """
    key = _key(result.code, finding)
    number = 0
    for each in result.findings:
        number += _key(result.code, each) == key
        if each is finding:
            break
    return f"{key}-{number}"


def fingerprints(result: Result) -> tuple[str, ...]:
    """The fingerprint of each of the result's findings, in their order."""
    met: Counter[str] = Counter()
    numbered = []
    for finding in result.findings:
        key = _key(result.code, finding)
        met[key] += 1
        numbered.append(f"{key}-{met[key]}")
    return tuple(numbered)


def recognise(known: Iterable[str], current: Iterable[str]) -> dict[str, str]:
    """By each current fingerprint the known one of the same finding, each used once.

    What has no exact equal is the same if only its section and number differ: headings
    are the first thing that another format, or another chapter, changes.

    >>> recognise(["A1-x-y-1-1", "A1-x-z-1-1"], ["A1-x-y-2-1", "A1-q-y-1-1"])
    {'A1-x-y-2-1': 'A1-x-y-1-1'}
    """
    left = dict.fromkeys(known)
    found = {}
    moved = []
    for mark in dict.fromkeys(current):
        if mark in left:
            del left[mark]
            found[mark] = mark
        else:
            moved.append(mark)
    by_core: dict[str, list[str]] = {}
    for mark in left:
        by_core.setdefault(_core(mark), []).append(mark)
    for mark in moved:
        if equals := by_core.get(_core(mark)):
            found[mark] = equals.pop(0)
    return found


def _core(mark: str) -> str:
    """A fingerprint without the section and the number."""
    return mark.rsplit("-", 2)[0]


def _key(code: str, finding: Finding) -> str:
    """The fingerprint without the number that tells equals apart."""
    try:
        return _kept_key(code, finding)
    except TypeError:  # a plugin's sentence may hold a list, which has no hash
        return _made_key(code, finding)


def _made_key(code: str, finding: Finding) -> str:
    message = finding.message
    fields = set(_FIELD.findall(message.template))
    section = "" if "quote" in fields else _section(finding.evidence)
    parts = (
        _digest(message.template, 2),
        _digest(_named(message), 4),
        _digest(section, 2),
    )
    return "-".join((code, *parts))


_kept_key = lru_cache(maxsize=4096)(_made_key)


def _named(message: Message) -> str:
    """What a sentence names, by its fields, without numbers and spaces."""
    examples = {name for found in _EXAMPLE.findall(message.template) for name in found}
    left_out = _UNNAMING | examples
    return "\n".join(
        f"{name}={_letters(value)}"
        for name, value in sorted(message.values, key=lambda each: each[0])
        if name not in left_out
    )


def _letters(value: object) -> str:
    """The letters of a value: nothing of a number or a date."""
    if isinstance(value, Message):
        return f"{value.template}({_named(value)})"
    if not isinstance(value, str):
        return ""
    return "".join(each for each in fold(value) if each.isalpha())


def _section(evidence: Sequence[object]) -> str:
    """The heading that the first quote stands under, without its number."""
    quotes = (each for each in evidence if isinstance(each, Quote))
    first = next(quotes, None)
    if first is None or not first.location.section:
        return ""
    return unnumbered(first.location.section[-1])


def unnumbered(heading: str) -> str:
    """The letters of a heading without its number, folded, to compare headings by.

    >>> unnumbered("IV. Rīcības plāns") == unnumbered("3.2 RĪCĪBAS PLĀNS")
    True
    """
    return _letters(_ROMAN_NUMBER.sub("", fold(heading)))


def _digest(text: str, size: int) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=size).hexdigest()
