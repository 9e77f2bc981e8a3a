"""Which rows of plans and indicators answer climate change: by adapting to it or mitigating it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from plancheck.sdk import (
    CAPITALS,
    Programme,
    Row,
    Statement,
    lazy_pattern,
    measure_specificity,
)

_LETTERED = rf"[{CAPITALS}]{{1,4}}[ .–-]{{0,2}}\d{{1,3}}(?:\.\d{{1,3}}){{0,4}}"
_CODE = lazy_pattern(
    rf"(?<!\w)(?:{_LETTERED}|\d{{1,3}}(?:\.\d{{1,3}}){{2,4}})(?: ?/ ?{_LETTERED})?(?!\w)"
)
_LOOSE = lazy_pattern(r"[ –-]")
_NARROW = ("direction", "task")


class Kind(StrEnum):
    """What a row has to do with climate change."""

    ADAPTATION = "adaptation"
    POSSIBLE = "possible adaptation"
    MITIGATION = "mitigation"
    AWARENESS = "awareness"
    OTHER = "other"


_KINDS: Mapping[str, Kind] = {
    "adaptation works": Kind.ADAPTATION,
    "awareness": Kind.AWARENESS,
    "mitigation": Kind.MITIGATION,
    "adaptation": Kind.ADAPTATION,
    "maybe adaptation": Kind.POSSIBLE,
}
"""The kind that each concept of the vocabulary tells; the first that a text names counts."""


@dataclass(frozen=True)
class ClimateKinds:
    """Tells the kind of rows of one programme.

    `names` holds what each direction and task is called, by code, `told` the kind of the
    codes that the climate part names.
    """

    programme: Programme
    names: Mapping[str, str]
    told: Mapping[str, Kind]

    @classmethod
    def of(cls, programme: Programme) -> "ClimateKinds":
        """The kinds of a programme's rows, by its words, its objectives and its climate part."""
        names = {
            each.code: each.name
            for each in programme.objectives
            if each.level in _NARROW
        }
        part = programme.part("climate")
        told: dict[str, Kind] = {}
        if part is not None:
            statements = measure_specificity(programme, part.sections).statements
            for code, kind in _told(programme, statements):
                told.setdefault(code, kind)
        return cls(programme, names, told)

    def kind(self, row: Row) -> Kind:
        """By what the row says itself, then by the climate part, then by its objective."""
        own = self._by_words(f"{row.name} {row.field('description').text}".strip())
        if own in {Kind.ADAPTATION, Kind.MITIGATION, Kind.AWARENESS}:
            return own
        if (told := self.told.get(_plain(row.code))) is not None and row.code:
            return told
        if self._by_words(self._objective(row)) is Kind.ADAPTATION:
            return Kind.ADAPTATION
        return own

    def _by_words(self, text: str) -> Kind:
        """Works against a hazard count before words on the climate, and these before talk."""
        named = self.programme.named_among(tuple(_KINDS), text)
        return _KINDS[named[0]] if named else Kind.OTHER

    def _objective(self, row: Row) -> str:
        """What the narrowest direction or task that a row stands under is called."""
        codes = (*row.parents, *self.programme.codes_in(row.quote.text))
        known = [code for code in codes if code in self.names]
        if known:
            return self.names[max(known, key=lambda code: code.count("."))]
        worded = [each for each in row.parents if " " in each]
        return worded[-1] if worded else ""


def _told(
    programme: Programme, statements: Iterable[Statement]
) -> Iterator[tuple[str, Kind]]:
    """The codes that the climate part names, with the kind that it gives them."""
    for statement in statements:
        text = statement.quote.text
        marks = sorted(_marks(programme, text))
        codes = list(_CODE.finditer(text)) if marks else []
        for match in codes:
            kind = (
                _kind_of_row(marks)
                if statement.table
                else _kind_at(match.start(), codes[0].start(), marks)
            )
            code = match.group()
            whole = programme.codes_in(code) if "/" in code else ()
            yield _plain(whole[0] if whole else code), kind


def _kind_at(offset: int, first: int, marks: Sequence[tuple[int, Kind]]) -> Kind:
    """The kind of a code in a sentence, where the first code stands at an offset.

    `adaptation: R1, R2; mitigation: R3` names the kind first, `R1 for adaptation and R3
    for mitigation` last.
    """
    before = [kind for start, kind in marks if start <= offset]
    after = [kind for start, kind in marks if start > offset]
    names_kind_last = first < marks[0][0]
    if names_kind_last and after:
        return after[0]
    return before[-1] if before else after[0]


def _marks(programme: Programme, text: str) -> Iterator[tuple[int, Kind]]:
    """Where a text speaks of adapting or of mitigating."""
    for concept, kind in (
        ("adaptation works", Kind.ADAPTATION),
        ("adaptation", Kind.ADAPTATION),
        ("mitigation", Kind.MITIGATION),
    ):
        for start, _ in programme.spans(concept, text):
            yield start, kind


def _kind_of_row(marks: Sequence[tuple[int, Kind]]) -> Kind:
    """A row that speaks of mitigating is of that kind, whatever else it helps."""
    kinds = {kind for _, kind in marks}
    return Kind.MITIGATION if Kind.MITIGATION in kinds else Kind.ADAPTATION


def _plain(code: str) -> str:
    """A code without spaces and dashes: `R-41` and `R41` are one."""
    return _LOOSE.sub("", code).strip(".")
