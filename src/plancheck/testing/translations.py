"""Whether what a rule says on the examples of its pages has been translated."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from plancheck.catalogue import load_pages
from plancheck.plugins.sentences import read_sentences
from plancheck.sdk import (
    Message,
    NotApplicable,
    Programme,
    Rule,
    Unsure,
)
from plancheck.testing.pages import examples, programme_of
from plancheck.translation import own_translator


@dataclass(frozen=True, slots=True)
class Untranslated:
    """A sentence in English that a language of the rule's pages lacks."""

    language: str
    sentence: str


def untranslated(
    rule: Rule, *, sentences: Iterable[Path] = (), vocabularies: Iterable[Path] = ()
) -> list[Untranslated]:
    """What the rule cites, and says on its examples, without a translation.

    The languages are those of the rule's pages. What no example brings about is not seen.

    Args:
        rule: Whose pages are run.
        sentences: The files of sentences that its plugin brings.
        vocabularies: The files of terms that its plugin brings.
    """
    files = [read_sentences(path) for path in sentences]
    said = dict.fromkeys((rule.source, *_said_in_examples(rule, tuple(vocabularies))))
    lacking = []
    for language in (page.language for page in load_pages(rule)):
        translate = own_translator(language)
        known = {
            each
            for file in files
            if file.language == language
            for each in file.sentences
        }
        lacking += [
            Untranslated(language, each)
            for each in said
            if language != "en" and each not in known and translate(each) == each
        ]
    return lacking


def assert_translated(
    rule: Rule, *, sentences: Iterable[Path], vocabularies: Iterable[Path] = ()
) -> None:
    """What the rule cites, and says on its examples, has been translated.

    Args:
        rule: Whose pages are run.
        sentences: The files of sentences that its plugin brings.
        vocabularies: The files of terms that its plugin brings.
    """
    lacking = untranslated(rule, sentences=sentences, vocabularies=vocabularies)
    named = "\n".join(f"{each.language}: {each.sentence}" for each in lacking)
    assert not lacking, f"{rule.code} lacks translations:\n{named}"


def _said_in_examples(rule: Rule, vocabularies: tuple[Path, ...]) -> Iterator[str]:
    """The templates of all answers; labels of the vocabulary are the document's words."""
    for example in examples(rule):
        judged = programme_of(example, vocabularies)
        labels = set(judged.vocabulary.labels)
        for message in _answer(rule, judged):
            yield from (each for each in _templates(message) if each not in labels)


def _answer(rule: Rule, judged: Programme) -> list[Message]:
    try:
        verdict = rule(judged)
    except (NotApplicable, Unsure) as answer:
        return [answer.reason]
    return [verdict.message, *(finding.message for finding in verdict.findings)]


def _templates(message: Message) -> Iterator[str]:
    """The template of a message, and those of the messages that stand in it."""
    texts = (text for text, *_ in Formatter().parse(message.template))
    if any(map(str.isalpha, "".join(texts))):
        yield message.template
    for _name, value in message.values:
        if isinstance(value, Message):
            yield from _templates(value)
