"""Shares of the money that a cell of sources tells: `PB – 72 000; ERAF – 408 000`."""

from collections.abc import Iterator, Mapping, Sequence

from plancheck.programme.columns import ColumnReader
from plancheck.programme.fields import CellPlace
from plancheck.programme.shares import SHARE_COLUMNS, SHARES
from plancheck.text.amounts import CURRENCY, SCALE, scale_in
from plancheck.text.folding import fold
from plancheck.text.patterns import lazy_pattern

_PIECES = lazy_pattern(r"[;\n|]|,(?!\d)|\+")
_COUNT = rf"(?:%| ?(?:{SCALE}|{CURRENCY})[^;]{{0,12}})"
_SUM = rf"(?P<sum>\d[\d\u00a0 .,]{{0,20}}{_COUNT}?)"
_WORDS = r"(?P<words>[^\W\d][^\d:;=]{1,80}?)"
_SAID = (
    lazy_pattern(rf"^{_WORDS} ?\(? ?[:=–—-]? ?{_SUM}\)?$"),
    lazy_pattern(rf"^{_SUM}[ :–—(-]{{0,4}}{_WORDS}\)?$"),
)
_FEWEST = 2
_SPARE = SHARES[:0:-1]
"""What a second one of a kind is, the widest first; never the municipality's own."""
_COUNTED = lazy_pattern(rf"%|(?<!\w)(?:{SCALE}|{CURRENCY})(?!\w)")
"""That a label, folded, says in what it counts."""


def tell_shares(cells: dict[str, CellPlace], columns: ColumnReader) -> None:
    """Give a row the shares that its cell of sources tells with a sum, or per cent, each.

    A cell with one source alone, or with one whose sum is not told, splits nothing.
    """
    source = cells.get("source")
    if source is None or not SHARE_COLUMNS.isdisjoint(cells):
        return
    pieces = [
        piece.strip() for piece in _PIECES.split(source.text) if piece.strip(" .")
    ]
    told = [said for piece in pieces if (said := _said(piece, columns)) is not None]
    if len(told) != len(pieces) or len(told) < _FEWEST:
        return
    shares = dict(_by_share(told, columns))
    if len(shares) == len(told):
        for concept, number in shares.items():
            cells[concept] = source._replace(said=number)


def _said(piece: str, columns: ColumnReader) -> tuple[str, str] | None:
    """Who pays and how much: `ERAF 85 %` or `85 % ERAF`; None where it is not both told."""
    printed = piece.strip(" .")
    for pattern in _SAID:
        if found := pattern.match(fold(printed)):
            words = printed[slice(*found.span("words"))]
            said = printed[slice(*found.span("sum"))]
            if not columns.is_year(said):
                return words.strip(" –—-:("), said.strip()
    return None


def _by_share(
    told: Sequence[tuple[str, str]], columns: ColumnReader
) -> Iterator[tuple[str, str]]:
    """Each sum with the share that it is; a second one of a kind is another share."""
    known: set[str] = set()
    for words, number in told:
        share = share_of(words, columns)
        if share in known:
            share = next((each for each in _SPARE if each not in known), share)
        known.add(share)
        yield share, number


def share_of(words: str, columns: ColumnReader) -> str:
    """The share that the name of a source is: `ERAF` that of the EU, `loan` another."""
    named = (columns.concept(words), columns.concept(f"/ {words}"))
    return next((each for each in named if each in SHARE_COLUMNS), "other share")


def labels_of_shares(labels: Mapping[str, str]) -> Mapping[str, str]:
    """The labels with all that is said of shares by the label of the sum that they split.

    Where only `Total, thousand EUR` names a scale, `EU` and `Town` beside it are in thousands
    too; so are shares that a cell of sources tells.
    """
    total = labels.get("amount", "")
    if "source" in labels and SHARE_COLUMNS.isdisjoint(labels):
        return {**dict.fromkeys(sorted(SHARE_COLUMNS), total), **labels}
    if scale_in(fold(total)) == 1:
        return labels
    return {
        concept: f"{label} / {total}"
        if concept in SHARE_COLUMNS and not _COUNTED.search(fold(label))
        else label
        for concept, label in labels.items()
    }
