"""Where a programme speaks of something, and whether it says that it is so."""

from collections.abc import Iterator
from dataclasses import dataclass

from plancheck.model.document import Block, Section
from plancheck.model.evidence import Quote
from plancheck.programme.passages import Passage, Passages
from plancheck.programme.terms import Concept
from plancheck.programme.vocabulary import Vocabulary
from plancheck.text.folding import fold
from plancheck.text.sentences import Sentence, Stance, sentences, stance


@dataclass(frozen=True, slots=True)
class Mention:
    """A sentence that names a concept.

    `stance` says whether it asserts the thing, denies it or promises it for later;
    `is_past` whether it tells what was done while the programme was drafted. `section`
    is the innermost section, `block` the heading, paragraph or table it stands in.
    """

    quote: Quote
    term: str
    stance: Stance
    section: Section
    block: Block
    is_past: bool = False

    @property
    def section_path(self) -> tuple[str, ...]:
        """The headings that the sentence stands under, outermost first."""
        return self.quote.location.section


def find_mentions(
    concept: Concept, passages: Passages, vocabulary: Vocabulary
) -> Iterator[Mention]:
    """The sentences that name a concept, each once, in reading order."""
    seen: set[tuple[int, int]] = set()
    for start, end in concept.spans(passages.folded, passages.printed, passages.words):
        index, offset = passages.at(start)
        passage = passages.passages[index]
        length = end - start
        if offset + length > len(passage.text):
            continue
        sentence = _sentence_at(passage.text, offset)
        if (index, sentence.start) not in seen:
            seen.add((index, sentence.start))
            span = (offset - sentence.start, offset - sentence.start + length)
            yield _mention(sentence, span, passage, vocabulary)


def _mention(
    sentence: Sentence, span: tuple[int, int], passage: Passage, vocabulary: Vocabulary
) -> Mention:
    folded = fold(sentence.text)
    return Mention(
        quote=Quote(sentence.text, passage.location),
        term=sentence.text[slice(*span)],
        stance=judge_stance(sentence.text, *span, vocabulary),
        section=passage.section,
        block=passage.block,
        is_past=vocabulary.has_word("past", folded, sentence.text),
    )


def judge_stance(text: str, start: int, end: int, vocabulary: Vocabulary) -> Stance:
    """Whether a text asserts, denies or promises what stands at a span of it."""
    return stance(
        text,
        start,
        end,
        vocabulary.patterns("negation"),
        vocabulary.patterns("promise"),
    )


def _sentence_at(text: str, offset: int) -> Sentence:
    """The sentence of a passage that an offset falls in."""
    found = sentences(text)
    return next(
        (each for each in found if each.start <= offset < each.end),
        Sentence(text, 0, len(text)),
    )
