"""Territory: whether a map shows where the programme means to act."""

from collections.abc import Iterator

from plancheck.rules.asking import excerpt, speaks_of
from plancheck.rules.unread_figures import give_up_for_figures
from plancheck.sdk import (
    Finding,
    Message,
    Paragraph,
    ParagraphRole,
    Programme,
    Quote,
    Stance,
    Verdict,
    caption_kind,
    rule,
)

CONCEPT = "map"
_PLANS = ("strategic part", "action plan", "investment plan")


@rule(
    "TF05",
    category="territory",
    criteria=("T1",),
    severity="info",
    source="Good practice",
)
def maps(programme: Programme) -> Verdict:
    """A map shows the priorities or projects."""
    captions = tuple(_captions(programme))
    if not captions:
        return _without(programme)
    tied = [
        each for each in captions if speaks_of(programme, "map of plans", each.text)
    ]
    tied += [
        each
        for each in captions
        if _is_in_plans(programme, each)
        and not speaks_of(programme, "map of borders", each.text)
    ]
    if tied:
        message = Message.of(
            "A map shows where the programme acts: “{quote}”", quote=excerpt(tied[0])
        )
        return Verdict(3, message, quotes=tuple(dict.fromkeys(tied))[:3])
    message = Message.of(
        "Maps are captioned, but none shows priorities or projects, as “{quote}”.",
        quote=excerpt(captions[0]),
    )
    return Verdict(2, message, (Finding(message, captions[:3]),), captions[:3])


def _captions(programme: Programme) -> Iterator[Quote]:
    """The captions of figures that name a map or scheme of a territory."""
    for document in programme.documents:
        for paragraph in document.paragraphs:
            kind = caption_kind(paragraph.text)
            is_captioned = paragraph.role is ParagraphRole.CAPTION and kind != "table"
            is_caption = is_captioned or kind == "figure"
            if is_caption and speaks_of(programme, "map caption", paragraph.text):
                yield Quote(paragraph.text, paragraph.location)


def _is_in_plans(programme: Programme, caption: Quote) -> bool:
    """Whether a caption stands in the strategic part or in one of the plans."""
    parts = (programme.part(concept) for concept in _PLANS)
    blocks = (
        block
        for part in parts
        if part and part.found_by == "heading"
        for section in part.walk()
        for block in section.blocks
    )
    return any(
        isinstance(block, Paragraph) and block.location == caption.location
        for block in blocks
    )


def _without(programme: Programme) -> Verdict:
    """The verdict where no caption names a map: 1 where the text speaks of one."""
    spoken = [
        each.quote
        for each in programme.mentions(CONCEPT, outside=("participation report",))
        if each.stance is Stance.ASSERTED
    ]
    sentence = "No caption names a map or scheme of the territory."
    give_up_for_figures(programme, Message(sentence))
    if not spoken:
        return programme.absent(CONCEPT, sentence)
    absence = programme.absence(CONCEPT, nearest=spoken[0])
    return Verdict.only_mentioned(sentence, absence)
