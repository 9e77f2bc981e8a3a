"""Groups that prose tells from others: who stays away, and how each is given a say."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from plancheck.rules.asking import speaks_of
from plancheck.sdk import Mention, Paragraph, Programme, Quote, Stance

AUDIENCE = "named audience"
FORM = "suited form"
SUPPORT = "support to take part"
_AWAY = "keeps away"
_SAY = "having a say"
_OUTSIDE = ("current situation", "previous programme")
_SEVERAL = 3
"""Groups with a form each, in one section, that make a list."""
LONGEST = 600
"""Characters of a sentence or row that tells of one thing."""


class ToldAudiences:
    """Finds where the text of a programme tells its audiences apart."""

    def __init__(self, programme: Programme) -> None:
        """Keep the programme that is asked."""
        self._programme = programme

    def away(self) -> Iterator[Mention]:
        """The sentences on who stays away, in paragraphs or sections on having a say."""
        for mention in self._programme.mentions(_AWAY):
            if self._is_on_say(mention):
                yield mention

    @property
    def listed(self) -> Quote | None:
        """The first sentence that gives some of several groups a form of their own."""
        return next(iter(self._lists.values()), None)

    @property
    def hinted(self) -> Quote | None:
        """A sentence that gives a group a form or help of its own to have a say."""
        return next((each.quote for each in self._named if self._forms_in(each)), None)

    def are_near(self, mention: Mention) -> bool:
        """Whether the paragraph of a mention, or its section, tells audiences apart."""
        if id(mention.section) in self._lists:
            return True
        if not isinstance(mention.block, Paragraph):
            return False
        whole = mention.block.text
        return any(
            all(speaks_of(self._programme, each, whole) for each in concepts)
            for concepts in ((_AWAY, _SAY, AUDIENCE), ("hard to reach", AUDIENCE))
        )

    @property
    def _named(self) -> Sequence[Mention]:
        """The sentences that name groups, where no situation is described."""
        return self._programme.mentions(AUDIENCE, outside=_OUTSIDE)

    def _is_on_say(self, mention: Mention) -> bool:
        block = mention.block
        if not isinstance(block, Paragraph):
            return False
        is_reported = any(
            speaks_of(self._programme, "participation report", each)
            for each in mention.section_path
        )
        return is_reported or speaks_of(self._programme, _SAY, block.text)

    @cached_property
    def _lists(self) -> Mapping[int, Quote]:
        """The sections that give several groups each a form, with their first sentence."""
        counts: dict[int, int] = {}
        first: dict[int, Quote] = {}
        for mention in self._named:
            if forms := self._forms_in(mention):
                section = id(mention.section)
                first.setdefault(section, mention.quote)
                counts[section] = counts.get(section, 0) + forms
        return {
            section: quote
            for section, quote in first.items()
            if counts[section] >= _SEVERAL
        }

    def _forms_in(self, mention: Mention) -> int:
        """How many groups a sentence gives a form of having a say."""
        text = mention.quote.text
        is_prose = isinstance(mention.block, Paragraph) and len(text) <= LONGEST
        if not is_prose or mention.stance is not Stance.ASSERTED:
            return 0
        if not speaks_of(self._programme, _SAY, text):
            return 0
        spans = self._programme.spans
        forms = len(spans(FORM, text)) + len(spans(SUPPORT, text))
        return min(len(spans(AUDIENCE, text)), forms)
