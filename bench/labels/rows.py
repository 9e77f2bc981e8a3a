"""A labelled finding, its file, and how labels find their findings again."""

import csv
import difflib
import hashlib
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path

from plancheck.model.evidence import Absence, Evidence, Quote
from plancheck.model.message import Message
from plancheck.model.report import Outcome, Result
from plancheck.sdk import squash

HERE = Path(__file__).resolve().parent
_ALIKE = 0.9
"""How alike two sentences of one rule must be for a label to go from one to the other."""
_LONGEST = 300
_QUOTE = 60


class Label(StrEnum):
    """What a reader of the document says of a finding; empty where nobody has read it."""

    TRUE = "true"
    FALSE = "false"
    UNSURE = "unsure"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that a rule says of a document.

    `kind` is the rule's outcome; a failed rule has a row for each finding, any other one
    row. `page` and `place` are where the reader should look first. Everything behind
    `place` is the reader's.
    """

    code: str
    kind: str
    score: str
    severity: str
    fingerprint: str
    text: str
    page: str
    place: str
    label: Label = Label.NONE
    note: str = ""

    @property
    def is_finding(self) -> bool:
        """Whether a user would see it as something missing or wrong."""
        return self.kind == Outcome.FAIL.value


def rows_of(results: Iterable[Result], folder: Path = HERE) -> Iterator[Row]:
    """The rows of a report, unlabelled; files are named as they are in their folder."""
    for result in results:
        seen: Counter[str] = Counter()
        for message, evidence in _said(result):
            mark = _fingerprint(result, message, evidence)
            seen[mark] += 1
            place = _place(evidence)
            yield Row(
                code=result.code,
                kind=result.outcome.value,
                score="" if result.score is None else str(result.score),
                severity=result.severity.value,
                fingerprint=mark if seen[mark] == 1 else f"{mark}-{seen[mark]}",
                text=_clipped(str(message).replace(f"{folder}/", "")),
                page=str(place.location.page_number or "") if place else "",
                place=_clipped(" › ".join(place.location.section)) if place else "",
            )


def _said(result: Result) -> list[tuple[Message, Sequence[Evidence]]]:
    verdict = result.verdict
    if result.outcome is Outcome.FAIL and verdict is not None and verdict.findings:
        return [(each.message, each.evidence) for each in verdict.findings]
    evidence: Sequence[Evidence] = verdict.quotes if verdict else result.evidence
    return [(result.message, evidence)]


def _place(evidence: Sequence[Evidence]) -> Quote | None:
    for each in evidence:
        if isinstance(each, Quote):
            return each
        if each.nearest is not None:
            return each.nearest
    return None


def _clipped(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _fingerprint(result: Result, message: Message, evidence: Sequence[Evidence]) -> str:
    """The same as long as the rule says the same of the same thing, in whatever words.

    Made of the names in the sentence and the beginning of the first quote; of a rule that
    does not fail, of the outcome alone.
    """
    parts = [result.code, result.outcome.value]
    if result.outcome is Outcome.FAIL:
        parts += _names(message)
        quotes = (each for each in evidence if not isinstance(each, Absence))
        parts += [squash(each.text)[:_QUOTE] for each in quotes][:1]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def _names(message: Message) -> list[str]:
    """The values of a sentence that are words; a count may change with the reading."""
    names = []
    for _, value in message.values:
        if isinstance(value, Message):
            names += [squash(value.template), *_names(value)]
        elif isinstance(value, str):
            names.append(squash(value)[:_QUOTE])
    return names


def relabelled(new: Sequence[Row], old: Sequence[Row]) -> list[Row]:
    """New rows with the labels and notes of the old ones that say the same.

    By fingerprint first, then of what is left by rule, kind and likeness of the sentence.
    """
    by_mark = {(row.code, row.fingerprint): row for row in old}
    kept = [_labelled(row, by_mark.get((row.code, row.fingerprint))) for row in new]
    marks = {(row.code, row.fingerprint) for row in new}
    loose = [
        row for row in old if row.label and (row.code, row.fingerprint) not in marks
    ]
    free = [index for index, row in enumerate(kept) if not row.label]
    for likeness, index, row in _by_likeness(kept, free, loose):
        if likeness >= _ALIKE and not kept[index].label and row in loose:
            loose.remove(row)
            kept[index] = _labelled(kept[index], row)
    return kept


def _by_likeness(
    rows: Sequence[Row], free: Sequence[int], loose: Sequence[Row]
) -> list[tuple[float, int, Row]]:
    """Pairs of a new row and an old one of the same rule and kind, the most alike first."""
    pairs = [
        (difflib.SequenceMatcher(None, rows[index].text, old.text).ratio(), index, old)
        for old in loose
        for index in free
        if (rows[index].code, rows[index].kind) == (old.code, old.kind)
    ]
    return sorted(pairs, key=lambda pair: -pair[0])


def _labelled(row: Row, old: Row | None) -> Row:
    return row if old is None else replace(row, label=old.label, note=old.note)


def path_of(name: str) -> Path:
    """The file of a document's labels."""
    return HERE / f"{name}.csv"


def load_rows(name: str) -> list[Row]:
    """The rows of a document; none where it was never collected."""
    path = path_of(name)
    if not path.exists():
        return []
    text = path.read_text(encoding="utf-8")
    return [parse_row(each) for each in csv.DictReader(io.StringIO(text))]


def parse_row(said: Mapping[str, str]) -> Row:
    """A row of the file.

    Raises:
        ValueError: Its label is none of true, false, unsure and empty.
    """
    label = Label((said.get("label") or "").strip().lower())
    return Row(**{**said, "label": label})  # type: ignore[arg-type]  # as the header names them


def render_rows(rows: Iterable[Row]) -> str:
    """The file of some rows, in the order of the rules."""
    out = io.StringIO()
    names = [each.name for each in fields(Row)]
    writer = csv.DictWriter(out, names, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({**asdict(row), "label": row.label.value})
    return out.getvalue()
