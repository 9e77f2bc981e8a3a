"""Sentences and quotes as HTML that says in which language each piece is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from plancheck.reporters.words import LONGEST_HEADING, LONGEST_QUOTE, Voice, clean, cut
from plancheck.sdk import Location, Message, Quote

_OPEN, _CLOSE = "\ue000", "\ue001"
"""Stand around words of the programme until the sentence is escaped.

Letters for private use: `clean` takes them out of every text of a document.
"""

_SOURCE_LANGUAGE = "en"
"""The language of the templates, where a catalogue lacks one."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A voice that marks what is not in its language.

    `languages` has the language of each document by name, `programme` that of all.
    """

    voice: Voice
    programme: str
    languages: Mapping[str, str] = field(default_factory=dict)

    def sentence(self, message: Message) -> Markup:
        """A message; words of a programme in another language are marked as such."""
        language = self.voice.language
        if self.programme == language:
            html = escape(self.voice.sentence(message))
        else:
            html = self._with_marks(message)
        is_translated = self.voice.translate(message.template) != message.template
        if is_translated or language == _SOURCE_LANGUAGE or not message.template:
            return html
        return Markup('<span lang="{}">{}</span>').format(_SOURCE_LANGUAGE, html)

    def _with_marks(self, message: Message) -> Markup:
        text = _marked(message).text(self.voice.translate)
        begin = Markup('<span lang="{}">').format(self.programme)
        escaped = str(escape(" ".join(text.split())))
        html = escaped.replace(_OPEN, begin).replace(_CLOSE, "</span>")
        return Markup(html)  # noqa: S704 - escaped above, and the marks are our own

    def quote(self, quote: Quote) -> Markup:
        """Words of a document in quotation marks, which may run from right to left."""
        language = self.languages.get(quote.location.document, self.programme)
        return Markup('<q dir="auto"{}>{}</q>').format(
            self.attribute(language), self.voice.quote(quote.text)
        )

    def place(self, location: Location) -> Markup:
        """A place; the heading in it is in the language of the document."""
        place = escape(self.voice.place(location))
        language = self.languages.get(location.document, self.programme)
        if language == self.voice.language or not location.section:
            return place
        heading = escape(cut(clean(location.section[-1]), LONGEST_HEADING))
        if not any(map(str.isalpha, heading)):
            return place
        marked = Markup('<span lang="{}">{}</span>').format(language, heading)
        return place.replace(heading, marked, 1)

    def attribute(self, language: str) -> Markup:
        """The attribute that says a language where it is not the page's."""
        if language == self.voice.language:
            return Markup()
        return Markup(' lang="{}"').format(language)


def _marked(message: Message) -> Message:
    """The message with marks around the words that it has from a document."""
    return Message(
        message.template,
        tuple((name, _value(value)) for name, value in message.values),
    )


def _value(value: object) -> object:
    if isinstance(value, Message):
        return _marked(value)
    if not isinstance(value, str):
        return value
    words = cut(clean(value), LONGEST_QUOTE)
    has_letters = any(map(str.isalpha, words))
    return f"{_OPEN}{words}{_CLOSE}" if has_letters else words
