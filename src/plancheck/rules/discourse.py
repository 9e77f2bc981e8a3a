"""How prose goes on and is meant: with `It …` and `Both …`, and with `without steps`."""

from typing import NamedTuple

from plancheck.sdk import (
    Mention,
    Paragraph,
    Programme,
    Stance,
    judge_stance,
    sentences,
)

LONGEST_SENTENCE = 600
"""Characters; what is longer is a list, or several sentences that nothing parted."""


class Around(NamedTuple):
    """The sentences of the same paragraph beside one; empty where there is none."""

    before: str
    after: str


def says_what_is_so(mention: Mention) -> bool:
    """Whether a sentence says what is so: not denied, put off, or past with the drafting."""
    is_sentence = len(mention.quote.text) <= LONGEST_SENTENCE
    return is_sentence and mention.stance is Stance.ASSERTED and not mention.is_past


def around(mention: Mention) -> Around:
    """What stands beside the sentence of a mention in its paragraph."""
    if not isinstance(mention.block, Paragraph):
        return Around("", "")
    texts = [each.text for each in sentences(mention.block.text)]
    if mention.quote.text not in texts:
        return Around("", "")
    place = texts.index(mention.quote.text)
    before = texts[place - 1] if place else ""
    return Around(before, "".join(texts[place + 1 : place + 2]))


def refers_back(programme: Programme, text: str) -> bool:
    """Whether a sentence goes on with what the one before it speaks of."""
    words = "refers_back"
    return words in programme.vocabulary.words and programme.has_word(words, text)


def is_served(programme: Programme, concept: str, text: str, *others: str) -> bool:
    """Whether a text names a concept and does not deny it.

    Names may have a denial within: `a square without steps` is there. So what `others`
    name, too, denies nothing.
    """
    if not programme.spans(concept, text):
        return False
    masked = text
    for each in (concept, *others):
        for start, end in programme.spans(each, text):
            masked = masked[:start] + "x" * (end - start) + masked[end:]
    stances = (
        judge_stance(masked, *span, programme.vocabulary)
        for span in programme.spans(concept, text)
    )
    return any(stance is not Stance.NEGATED for stance in stances)
