"""Headers and footers: what stands at the same height on many pages; and page labels."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plancheck.readers.pdf.pages import PageContent, PageItem
from plancheck.sdk import lazy_pattern, squash

_ZONE = 0.15  # of the page's height: headers and footers stand no nearer to its middle
_OUTERMOST = 4  # items from the top and from the bottom that may be running
_MIN_PAGES = 3
_SAME_HEIGHT = 6.0  # points
_MOST = 0.7
_DENSE = 0.4  # of the pages between the first and the last; half, where sides differ
_MAX_LETTERS = 250
_MAX_DIGITS = 4  # of a page number
_NUMBER = lazy_pattern(r"\d+")
_ROMAN = lazy_pattern(r"[ivxlc]+")


@dataclass(slots=True)
class Running:
    """What was set apart: the texts, each once, and the printed number of each page."""

    texts: list[tuple[str, int]] = field(default_factory=list)
    labels: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Candidate:
    page_index: int
    item: PageItem
    distance: float


def set_apart(pages: Sequence[PageContent]) -> Running:
    """Take the headers and footers out of the pages."""
    groups: dict[tuple[str, bool], list[_Candidate]] = defaultdict(list)
    for page_index, page in enumerate(pages):
        for item, distance, is_top in _outermost(page):
            key = _masked(item.text), is_top
            groups[key].append(_Candidate(page_index, item, distance))
    found = Running()
    taken: set[int] = set()
    for group in groups.values():
        for same in _at_one_height(group):
            if _is_running(same, len(pages)):
                taken.update(id(each.item) for each in same)
                _note(found, same)
    for page in pages:
        page.items = [item for item in page.items if id(item) not in taken]
    return found


def _outermost(page: PageContent) -> Iterable[tuple[PageItem, float, bool]]:
    """Items near the top and the bottom, with their distance from that edge."""
    height = page.frame.height
    by_top = sorted(page.items, key=lambda item: item.top)
    for item in by_top[:_OUTERMOST]:
        if item.bottom < height * _ZONE and len(item.text) <= _MAX_LETTERS:
            yield item, item.top, True
    by_bottom = sorted(page.items, key=lambda item: -item.bottom)
    for item in by_bottom[:_OUTERMOST]:
        if item.top > height * (1 - _ZONE) and len(item.text) <= _MAX_LETTERS:
            yield item, height - item.bottom, False


def _masked(text: str) -> str:
    squashed = squash(text)
    if _ROMAN.fullmatch(squashed):
        return "0"
    return _NUMBER.sub("0", squashed) or text.strip()


def _at_one_height(group: Sequence[_Candidate]) -> Iterable[list[_Candidate]]:
    """The candidates in groups of one distance from the edge."""
    same: list[_Candidate] = []
    for each in sorted(group, key=lambda candidate: candidate.distance):
        if same and each.distance - same[0].distance > _SAME_HEIGHT:
            yield same
            same = []
        same.append(each)
    if same:
        yield same


def _is_running(group: Sequence[_Candidate], page_count: int) -> bool:
    """Whether a text that pages repeat is a running one.

    Chapters numbered 1, 2, 3 that begin at the top of pages differ in their number only;
    numbers that are masked must be those of the pages, or all be the same.
    """
    pages = {each.page_index for each in group}
    if len(pages) < min(_MIN_PAGES, max(page_count, 2)):
        return False
    if len(pages) < _DENSE * (max(pages) - min(pages) + 1):
        return False
    texts = [each.item.text for each in group]
    commonest = max(set(texts), key=texts.count)
    if texts.count(commonest) >= _MOST * len(texts):
        return True
    return bool(_printed_numbers(group)) or all(map(_is_roman, texts))


def _is_roman(text: str) -> bool:
    return bool(_ROMAN.fullmatch(squash(text)))


def _printed_numbers(group: Sequence[_Candidate]) -> dict[int, str]:
    """The printed number of each page by its index; empty where they do not count on."""
    numbers = [(each.page_index, _NUMBER.findall(each.item.text)) for each in group]
    if len(numbers) < _MIN_PAGES:
        return {}
    for place in range(-1, -1 - min(len(found) for _, found in numbers), -1):
        printed = {index: found[place] for index, found in numbers}
        offsets = [
            int(number) - index
            for index, number in printed.items()
            if len(number) <= _MAX_DIGITS
        ]
        middle = sorted(offsets)[len(offsets) // 2] if offsets else 0
        if sum(each == middle for each in offsets) >= _MOST * len(group):
            return printed
    return {}


def _note(found: Running, group: Sequence[_Candidate]) -> None:
    first = group[0]
    text = min(group, key=lambda each: each.page_index).item.text
    found.texts.append((text, first.page_index + 1))
    for page_index, number in _printed_numbers(group).items():
        found.labels.setdefault(page_index, number)
