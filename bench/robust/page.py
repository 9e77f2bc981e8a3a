"""The page of the documentation that says what was read and what was refused, and why."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from bench.robust.children import MAX_MEGABYTES, MAX_SECONDS, Outcome

START = """# What cannot be read

<!-- Written by `python -m bench robust --record`. -->

Files come from anybody. The readers are run on {files} odd files from the tests of other
projects that read documents: damaged, made up by fuzzers, encrypted, hostile, or huge for
what they hold. None may crash the program, take more than {seconds} seconds, or more than
{megabytes} MB of memory; what cannot be read has to be said in a sentence.

Measured: {crashed} crashes, {hung} files over the time; the slowest file took {slowest:.1f} s
with the start of Python, and the largest process had {peak:.0f} MB, not counting those of
LibreOffice, by which `.odt` is converted.
"""

REFUSED = """
## Refused, and why

The reason as the program gives it, with what to do, which is left out here.

"""
GAPS = """
## Read with gaps

What is there is judged; what is said to be missing and may stand in a gap is *unsure*.
A file may have several gaps.

"""


def page(outcomes: Sequence[Outcome]) -> str:
    """The page in Markdown."""
    head = START.format(
        files=len(outcomes),
        seconds=MAX_SECONDS,
        megabytes=MAX_MEGABYTES,
        crashed=sum(each.crashed for each in outcomes),
        hung=sum(each.hung for each in outcomes),
        slowest=max(each.seconds for each in outcomes),
        peak=max(each.megabytes for each in outcomes),
    )
    tables = (
        head,
        *("\n", *_summary(outcomes)),
        *(REFUSED, *_reasons(outcomes, lambda each: [each.refused])),
        *(GAPS, *_reasons(outcomes, lambda each: each.gaps)),
    )
    return "".join(tables)


def _summary(outcomes: Sequence[Outcome]) -> Iterator[str]:
    yield "| Format | Files | Read | Read with gaps | Refused |\n"
    yield "| --- | --- | --- | --- | --- |\n"
    for suffix in _suffixes(outcomes):
        own = [each for each in outcomes if each.suffix == suffix]
        refused = sum(bool(each.refused) for each in own)
        gaps = sum(bool(each.gaps) for each in own)
        ended = sum(each.crashed or each.hung for each in own)
        read = len(own) - refused - gaps - ended
        yield f"| {suffix} | {len(own)} | {read} | {gaps} | {refused} |\n"


def _reasons(
    outcomes: Sequence[Outcome], reasons: Callable[[Outcome], Iterable[str]]
) -> Iterator[str]:
    """A row a reason, the most frequent first, with a column a format."""
    suffixes = _suffixes(outcomes)
    counts = Counter(
        (reason, each.suffix) for each in outcomes for reason in reasons(each) if reason
    )
    totals = Counter(reason for reason, _ in counts.elements())
    yield f"| Reason | {' | '.join(suffixes)} |\n"
    yield "| --- |" + " --- |" * len(suffixes) + "\n"
    for reason in sorted(totals, key=lambda each: (-totals[each], each)):
        cells = (str(counts[reason, suffix] or "") for suffix in suffixes)
        yield f"| {reason} | {' | '.join(cells)} |\n"


def _suffixes(outcomes: Iterable[Outcome]) -> list[str]:
    counts = Counter(each.suffix for each in outcomes)
    return sorted(counts, key=lambda suffix: (-counts[suffix], suffix))
