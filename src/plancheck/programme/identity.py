"""What a programme says it is: title, municipality, period, language and kind."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePath

from plancheck.model.document import Document, Paragraph
from plancheck.model.evidence import Quote
from plancheck.model.heading import Heading
from plancheck.model.location import Location
from plancheck.programme.municipalities import (
    StatedMunicipality,
    municipalities_in,
    owners_in,
    regions_in,
)
from plancheck.programme.own_words import with_own_words
from plancheck.programme.terms import Term
from plancheck.programme.vocabulary import Vocabulary
from plancheck.programme.vocabulary_files import (
    Recognition,
    load_recognition,
    load_vocabulary,
)
from plancheck.text.folding import fold
from plancheck.text.periods import find_periods

_FRONT_BLOCKS = 14
_LONGEST_FRONT_LINE = 40
_LONGEST_YEARS_LINE = 40
_LONGEST_TITLE = 20
_LONGEST_ENDED_TITLE = 9
"""Words of a title that ends like a sentence: `Development programme for 2021.–2027.`"""
_OPENING_PARAGRAPHS = 80
_REACH, _REACH_AT_FIRST = 60, 160
"""Characters behind the title within which its period stands, further on and at first."""
_LANGUAGE_SAMPLE = 40_000
_OWN_LETTERS_SHARE = 0.02
"""From so large a share of letters that no other language has, these tell the language."""


@dataclass(frozen=True, slots=True)
class StatedPeriod:
    """The years that a document says it is for, and where it says so."""

    first: int
    last: int
    quote: Quote
    document: str

    @property
    def year_count(self) -> int:
        """Calendar years, the first and the last counted."""
        return self.last - self.first + 1


def detect_language(documents: Iterable[Document], extra: Iterable[Path] = ()) -> str:
    """The language of documents: by the letters that only it has, else by short words.

    Args:
        documents: The volumes of a programme.
        extra: The vocabularies of plugins, which may bring languages.
    """
    known = load_recognition(extra)
    sample = ""
    for document in documents:
        if document.language is not None and document.language in known:
            return document.language
        sample += _sample(document)
        if len(sample) > _LANGUAGE_SAMPLE:
            break
    letters = Counter(sample.lower())
    total = sum(map(str.isalpha, sample)) or 1
    own = {
        language: sum(letters[each] for each in _own_letters(language, known))
        for language in known
    }
    best = max(own, key=lambda language: own[language])
    if own[best] > _OWN_LETTERS_SHARE * total:
        return best
    words = Counter(fold(sample).split())
    counts = {
        language: sum(words[word] for word in recognition.words)
        for language, recognition in known.items()
    }
    return max(counts, key=lambda language: (counts[language], language == "en"))


def vocabulary_of(
    documents: Iterable[Document], language: str, extra: Iterable[Path] = ()
) -> Vocabulary:
    """The words by which documents are read: a planning region's where a title says so.

    What a programme calls its levels itself is read as these.

    Args:
        documents: The volumes of a programme.
        language: BCP 47, as they are written.
        extra: The vocabularies of plugins.
    """
    documents, extra = tuple(documents), tuple(extra)
    vocabulary = load_vocabulary(language, extra)
    if is_of_region(documents, vocabulary):
        vocabulary = load_vocabulary(language, extra, of_region=True)
    return with_own_words(vocabulary, documents)


def _sample(document: Document) -> str:
    """The beginning of a document's text."""
    sample = ""
    for block in document.blocks:
        if isinstance(block, (Paragraph, Heading)):
            sample += block.text + "\n"
        else:
            sample += "\n".join(cell.text for cell in block.cells[:200]) + "\n"
        if len(sample) > _LANGUAGE_SAMPLE:
            break
    return sample


def _own_letters(language: str, known: Mapping[str, Recognition]) -> frozenset[str]:
    """The letters that no other known language has."""
    others = (each.letters for name, each in known.items() if name != language)
    return known[language].letters.difference(*others)


def front_lines(document: Document) -> tuple[Quote, ...]:
    """The short lines that a document begins with: its title page."""
    lines = []
    for block in document.blocks[:_FRONT_BLOCKS]:
        if not isinstance(block, (Paragraph, Heading)):
            break
        if 0 < len(block.text.split()) <= _LONGEST_FRONT_LINE:
            lines.append(Quote(block.text, block.location))
    return tuple(lines)


def find_title(
    document: Document, kinds: Iterable[Term], vocabulary: Vocabulary
) -> Quote | None:
    """The line of the title page that says what the document is, else its first line."""
    lines = front_lines(document)
    kinds = tuple(kinds)
    for index, line in enumerate(lines):
        if any(term.is_in(fold(line.text), line.text) for term in kinds):
            return Quote(_whole_title(lines, index, vocabulary), line.location)
    return lines[0] if lines else None


def _whole_title(lines: tuple[Quote, ...], index: int, vocabulary: Vocabulary) -> str:
    """A title broken over lines made whole: whose it is before it, its years after it."""
    parts = [lines[index].text]
    before = lines[index - 1].text if index else ""
    if any(owners_in(before, vocabulary)):
        parts.insert(0, before)
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    if len(after) < _LONGEST_YEARS_LINE and find_periods(after):
        parts.append(after)
    return " ".join(parts)


def is_of_region(documents: Iterable[Document], vocabulary: Vocabulary) -> bool:
    """Whether a title says that the programme is a planning region's, and no municipality's."""
    kinds = vocabulary.kinds
    regions = kinds.get("region", ())
    titles = (
        find_title(document, kinds.get("title", ()), vocabulary)
        for document in documents
    )
    return any(
        _names(title.text, regions)
        and not any(municipalities_in(title.text, vocabulary))
        for title in titles
        if title
    )


def find_municipality(
    documents: Iterable[Document], vocabulary: Vocabulary
) -> str | None:
    """Whose programme it is: by the title pages, else the one named most often."""
    documents = tuple(documents)
    for document in documents:
        lines = [line.text for line in front_lines(document)]
        for text in (*lines, " ".join(lines)):
            for name in municipalities_in(text, vocabulary):
                return name
    counts: Counter[str] = Counter()
    for document in documents:
        for paragraph in document.paragraphs[:400]:
            counts.update(municipalities_in(paragraph.text, vocabulary))
    return counts.most_common(1)[0][0] if counts else None


def find_region(documents: Iterable[Document], vocabulary: Vocabulary) -> str | None:
    """Whose programme a planning region's is, by the title pages."""
    for document in documents:
        for line in front_lines(document):
            for name in regions_in(line.text, vocabulary):
                return name
    return None


def stated_municipality(
    document: Document, kinds: Iterable[Term], vocabulary: Vocabulary
) -> StatedMunicipality | None:
    """Whose programme a document says it is: in its title and its running lines.

    Other lines of a title page name those who drafted it, or agreed to it.
    """
    kinds = tuple(kinds)
    title = find_title(document, kinds, vocabulary)
    lines = [Quote(each.text, each.location) for each in document.running[:20]]
    if title and any(term.is_in(fold(title.text), title.text) for term in kinds):
        lines.insert(0, title)
    named = [(tuple(municipalities_in(each.text, vocabulary)), each) for each in lines]
    named = [(names, quote) for names, quote in named if names]
    if not named:
        return None
    every = dict.fromkeys(name for names, _ in named for name in names)
    return StatedMunicipality(tuple(every), named[0][1], document.name)


def stated_period(document: Document, vocabulary: Vocabulary) -> StatedPeriod | None:
    """The period of a document: on its title page, in its running lines, its name, its text.

    In the text only a period right after the programme's own kind of title counts, near the
    beginning: programmes cite the periods of many other documents. A title with the year of
    a goal, as `by 2030`, states no period, and none is sought in the text.
    """
    kinds = vocabulary.kinds.get("title", ())
    others = tuple(chain(*vocabulary.other_kinds.values()))
    front = front_lines(document)
    titles = [
        line
        for line in front
        if len(line.text.split()) <= _LONGEST_TITLE
        and _names(line.text, (*kinds, *others))
    ]
    places = [
        *(line for line in titles if not _is_sentence(line.text)),
        *(line for line in front if _is_of_title_page(line.text, vocabulary)),
        *titles,
        *(Quote(each.text, each.location) for each in document.running[:20]),
        Quote(PurePath(document.name).stem.replace("_", " "), Location(document.name)),
    ]
    for quote in places:
        for period in find_periods(quote.text):
            return StatedPeriod(period.first, period.last, quote, document.name)
    if any(
        vocabulary.has_word("goal_year", fold(line.text), line.text) for line in titles
    ):
        return None
    own = [term for term in kinds if any(_names(line.text, (term,)) for line in titles)]
    return _period_in_text(document, tuple(own) or kinds)


def _names(text: str, kinds: Iterable[Term]) -> bool:
    folded = fold(text)
    return any(term.is_in(folded, text) for term in kinds)


def _is_of_title_page(line: str, vocabulary: Vocabulary) -> bool:
    """Whether a line can state the period without a title: no sentence, no note on funds."""
    is_short = len(line.split()) <= _LONGEST_TITLE
    is_title = is_short and not _is_sentence(line)
    return is_title and not vocabulary.has_word("funds_note", fold(line), line)


def _is_sentence(line: str) -> bool:
    """Whether a line tells something, as of the plan before: titles are shorter, or not ended."""
    return line.rstrip().endswith(".") and len(line.split()) > _LONGEST_ENDED_TITLE


def _period_in_text(document: Document, kinds: tuple[Term, ...]) -> StatedPeriod | None:
    """The period that most often stands right behind the title in the first paragraphs."""
    found: Counter[tuple[int, int]] = Counter()
    quotes: dict[tuple[int, int], Quote] = {}
    for index, paragraph in enumerate(document.paragraphs[:_OPENING_PARAGRAPHS]):
        folded = fold(paragraph.text)
        reach = _REACH_AT_FIRST if index < _FRONT_BLOCKS else _REACH
        for term in kinds:
            for _, end in term.spans(folded, paragraph.text):
                for period in find_periods(paragraph.text[end : end + reach])[:1]:
                    years = (period.first, period.last)
                    found[years] += 1
                    quotes.setdefault(years, Quote(paragraph.text, paragraph.location))
    if not found:
        return None
    years = found.most_common(1)[0][0]
    return StatedPeriod(*years, quotes[years], document.name)


def named_kind(
    documents: Iterable[Document], vocabulary: Vocabulary
) -> tuple[bool, str | None]:
    """Whether a title page names a programme, and the other kind of document that one names."""
    other = None
    for document in documents:
        name = PurePath(document.name).stem.replace("_", " ").replace("-", " ")
        text = " ".join([*(line.text for line in front_lines(document)), name])
        folded = fold(text)
        if any(term.is_in(folded, text) for term in vocabulary.kinds.get("title", ())):
            return True, None
        for label, terms in vocabulary.other_kinds.items():
            if other is None and any(term.is_in(folded, text) for term in terms):
                other = label
    return False, other
