"""How much of a text could stand in any programme, and how much only in this one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from plancheck.model.document import Paragraph, ParagraphRole, Section
from plancheck.model.evidence import Quote
from plancheck.model.table import Table
from plancheck.programme.programme import Programme
from plancheck.text.folding import fold
from plancheck.text.sentences import sentences
from plancheck.text.values import parse_value

_NO_TEXT = frozenset(
    {ParagraphRole.CONTENTS, ParagraphRole.RUNNING, ParagraphRole.CAPTION}
)
_FEWEST_WORDS = 4
_LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence or a table row, with what ties it to the municipality.

    `places` are names of places within it, `figures` numbers with their unit, and
    `names_municipality` says whether it names the whole. All are empty where the
    statement speaks of the nation or the world and of no own place, which `is_national`
    says. `table` is the one that a row stands in.
    """

    quote: Quote
    word_count: int
    places: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    names_municipality: bool = False
    is_national: bool = False
    table: Table | None = None

    @property
    def token_count(self) -> int:
        """How many own places and figures it names."""
        return len(self.places) + len(self.figures)

    @property
    def is_local(self) -> bool:
        """Whether it names an own place or a figure; the municipality's name alone ties little."""
        return self.token_count > 0


@dataclass(frozen=True)
class Specificity:
    """The statements of a text in reading order, weighed together."""

    statements: tuple[Statement, ...]

    @cached_property
    def word_count(self) -> int:
        """All words, those of tables too."""
        return sum(each.word_count for each in self.statements)

    @property
    def score(self) -> float:
        """Names of own places and numbers with a unit in each hundred words.

        Text that a ministry writes for everybody has 0; a paragraph of a programme on its
        own floods, buildings and roads has two and more. A sentence that names the
        municipality counts as one such name, but only up to one in a hundred words: its
        name is soon put into any text.
        """
        return _score(self.statements)

    def densest(self, words: int) -> "Specificity":
        """The most local run of statements with at least so many words; all where it has fewer.

        A long plan of action is no less local for its instructions.
        """
        best, start = self, 0
        run = 0
        for end, statement in enumerate(self.statements, start=1):
            run += statement.word_count
            while run - self.statements[start].word_count >= words:
                run -= self.statements[start].word_count
                start += 1
            if run >= words:
                own = Specificity(self.statements[start:end])
                best = max(best, own, key=lambda each: each.score)
        return best

    @cached_property
    def national(self) -> tuple[Statement, ...]:
        """The statements that speak only of the nation or the world."""
        return tuple(each for each in self.statements if each.is_national)

    @cached_property
    def national_share(self) -> float:
        """The share of such statements, from 0 to 1."""
        total = len(self.statements)
        return len(self.national) / total if total else 0.0


def _score(statements: Iterable[Statement]) -> float:
    listed = tuple(statements)
    words = sum(each.word_count for each in listed)
    if not words:
        return 0.0
    tokens = sum(each.token_count for each in listed)
    named = sum(each.names_municipality for each in listed)
    return 100 * tokens / words + min(1.0, 100 * named / words)


def measure_specificity(
    programme: Programme, sections: Iterable[Section]
) -> Specificity:
    """How local the text of sections is, those below them included.

    A sentence or row that comes again counts once. Of sections without text the
    specificity has no statement.
    """
    found: dict[str, Statement] = {}
    for section in sections:
        for below in section.walk():
            for statement in read_statements(programme, below):
                found.setdefault(fold(statement.quote.text), statement)
    return Specificity(tuple(found.values()))


def read_statements(programme: Programme, section: Section) -> Iterator[Statement]:
    """The sentences and rows of a section, without those of the sections below it.

    Headings, captions, contents and running headers state nothing.
    """
    heading_is_national = _is_national(programme, section.title)
    for block in section.blocks:
        if isinstance(block, Table):
            about = _is_national(programme, block.caption) or heading_is_national
            yield from _rows(programme, block, is_national=about)
        elif isinstance(block, Paragraph) and block.role not in _NO_TEXT:
            for sentence in sentences(block.text):
                quote = Quote(sentence.text, block.location)
                if statement := _sentence(
                    programme, quote, is_national=heading_is_national
                ):
                    yield statement


def _sentence(
    programme: Programme, quote: Quote, *, is_national: bool
) -> Statement | None:
    words = len(quote.text.split())
    if words < _FEWEST_WORDS:
        return None
    figures = _figures(programme, quote.text)
    return _statement(programme, quote, words, figures, is_national=is_national)


def _rows(
    programme: Programme, table: Table, *, is_national: bool
) -> Iterator[Statement]:
    """The rows below the first, which heads the columns."""
    for row_index in range(1, table.row_count):
        texts = [" ".join(text.split()) for text in table.row_texts(row_index)]
        words = sum(len(text.split()) for text in texts)
        if not words:
            continue
        quote = Quote(" | ".join(texts), table.location_of(row_index))
        figures = _figures(programme, quote.text)
        figures = figures or _numbers(programme, table, row_index)
        statement = _statement(
            programme, quote, words, figures, is_national=is_national
        )
        yield replace(statement, table=table)


def _statement(
    programme: Programme,
    quote: Quote,
    words: int,
    figures: tuple[str, ...],
    *,
    is_national: bool,
) -> Statement:
    """What a sentence or row ties to the municipality; nothing where it speaks of others."""
    places = programme.places.find(quote.text)
    named = programme.places.names_municipality(quote.text)
    is_about_others = is_national or _is_national(programme, quote.text)
    if is_about_others and not places and not named:
        return Statement(quote, words, is_national=True)
    return Statement(quote, words, places, figures, named)


def _numbers(programme: Programme, table: Table, row_index: int) -> tuple[str, ...]:
    """The cells of a row that are numbers; their unit may stand above them."""
    comma = programme.language != "en"
    cells = {id(cell): cell for cell in table.grid[row_index][1:] if cell}
    return tuple(
        cell.text
        for cell in cells.values()
        if len(cell.text) < _LONGEST_VALUE
        and parse_value(
            cell.text, table.text_at(0, cell.column_index), decimal_comma=comma
        ).is_number
    )


def _figures(programme: Programme, text: str) -> tuple[str, ...]:
    """The numbers with their unit; a year alone is none."""
    folded = fold(text)
    return tuple(
        text[match.start() : match.end()]
        for pattern in programme.vocabulary.patterns("figures")
        for match in pattern.finditer(folded)
    )


def _is_national(programme: Programme, text: str) -> bool:
    return programme.vocabulary.has_word("national", fold(text), text)
