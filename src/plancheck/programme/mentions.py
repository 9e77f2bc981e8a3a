"""Where a programme speaks of something, and whether it says that it is so."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from plancheck.model.document import Block, Section
from plancheck.model.evidence import Quote
from plancheck.programme.named import Named
from plancheck.programme.passages import Passage, Passages
from plancheck.programme.vocabulary import Vocabulary
from plancheck.text.folding import fold
from plancheck.text.sentences import Sentence, sentences
from plancheck.text.stance import Stance, stance


@dataclass(frozen=True)
class Mention:
    """A sentence that names a concept.

    `term` is the name as printed, `start` its offset in the sentence. `section` is the
    innermost section, `block` the heading, paragraph or table it stands in. How it
    speaks of the thing is judged when it is asked for: of most mentions nobody asks.
    `given_stance` is what a rule has judged that knows more of it.
    """

    quote: Quote
    term: str
    start: int
    section: Section
    block: Block
    vocabulary: Vocabulary = field(repr=False, compare=False)
    given_stance: Stance | None = None

    @cached_property
    def stance(self) -> Stance:
        """Whether it asserts the thing, denies it or promises it for later."""
        if self.given_stance is not None:
            return self.given_stance
        end = self.start + len(self.term)
        return judge_stance(self.quote.text, self.start, end, self.vocabulary)

    @cached_property
    def is_past(self) -> bool:
        """Whether it tells what was done while the programme was drafted."""
        return self.vocabulary.has_word("past", fold(self.quote.text), self.quote.text)

    @property
    def section_path(self) -> tuple[str, ...]:
        """The headings that the sentence stands under, outermost first."""
        return self.quote.location.section


def find_mentions(
    named: Named, passages: Passages, vocabulary: Vocabulary
) -> Iterator[Mention]:
    """The sentences that name a concept, each once, in reading order.

    Args:
        named: Where each text names it.
        passages: The text of the programme.
        vocabulary: The words that deny and promise.
    """
    found = named.indexed
    for place in sorted(chain.from_iterable(map(passages.places.__getitem__, found))):
        passage = passages.passages[place]
        seen: set[int] = set()
        for start, end in found[passage.text]:
            sentence = _sentence_at(passage.text, start)
            if sentence.start in seen:
                continue
            seen.add(sentence.start)
            length = end - start
            yield _mention(
                sentence, start - sentence.start, length, passage, vocabulary
            )


def _mention(
    sentence: Sentence,
    start: int,
    length: int,
    passage: Passage,
    vocabulary: Vocabulary,
) -> Mention:
    return Mention(
        quote=Quote(sentence.text, passage.location),
        term=sentence.text[start : start + length],
        start=start,
        section=passage.section,
        block=passage.block,
        vocabulary=vocabulary,
    )


def judge_stance(text: str, start: int, end: int, vocabulary: Vocabulary) -> Stance:
    """Whether a text asserts, denies or promises what stands at a span of it.

    Args:
        text: A sentence, or a text of several.
        start: Of the span, an offset in the text.
        end: Of the span, behind its last character.
        vocabulary: The words of the text's language that deny and promise.
    """
    if vocabulary.is_plain(text):
        return Stance.ASSERTED  # nearly all are plain, and need no clauses told apart
    return stance(
        text,
        start,
        end,
        vocabulary.denies,
        vocabulary.promises,
    )


def _sentence_at(text: str, offset: int) -> Sentence:
    """The sentence of a passage that an offset falls in."""
    for each in sentences(text):
        if each.start <= offset < each.end:
            return each
    return Sentence(text, 0, len(text))
