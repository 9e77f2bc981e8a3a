"""Governance: whether the municipality is able to carry the programme out."""

import re
from collections.abc import Iterator, Sequence

from plancheck.rules.asking import (
    excerpt,
    first_quote,
    is_national,
    plan_rows,
    speaks_of,
)
from plancheck.rules.discourse import LONGEST_SENTENCE, says_what_is_so
from plancheck.rules.risks import Risk, implementation_risks, is_of_nature
from plancheck.sdk import (
    Finding,
    Mention,
    Message,
    Paragraph,
    ParagraphRole,
    Programme,
    Quote,
    Stance,
    Table,
    Unsure,
    Verdict,
    rule,
    sentences,
)

_OUTSIDE = ("participation report", "climate")
_LONGEST_HEADING = 12
_SHORTEST_RISK = 8
_SHORTEST_SENTENCE = 4
_BARRIER_WORDS = 150
_CHAIN = 3
"""Conditions with what is done then that make a paragraph one on risks."""
_DEEDS = ("measure", "name", "project", "task")
_BETWEEN = re.compile(r" [–—→-] |: |; | => ")
"""What parts a risk from its answer in an item of a list."""
_CLAUSE = re.compile(r"[:;] ?")
_LABELLED = re.compile(r"[^\W\d_][^.:;!?]{3,60}: (?=\S+(?: \S+){2})")
"""What a sentence begins with that names a risk and answers it: `Rising prices: …`."""
_UNTOLD_APART = (
    "“{heading}” tells what stands in the way, but what is done about each could not be "
    "told apart."
)
_TYPED_BULLET = re.compile(r"(?:[–—•·▪*-]|\(?\d{1,2}[.)]) ?(?=\w)")


@rule(
    "GV05",
    category="governance",
    criteria=("S5", "F4"),
    severity="warning",
    certainty="medium",
    source="Good practice: a criterion of the peer review of urban strategies",
)
def capacity_and_risks(
    programme: Programme, *, listed: int = 3, answered: float = 0.7
) -> Verdict:
    """Capacity to implement and implementation risks are dealt with."""
    staff = _capacity(programme) or _trained(programme)
    risks = implementation_risks(programme)
    answers = [risk for risk in risks if risk.response]
    spoken = () if risks else _spoken_risks(programme)
    count = len(risks) or len(spoken)
    is_listed = count >= listed and len(answers) >= answered * len(risks)
    if not is_listed and (barriers := _barriers(programme)):
        raise Unsure(Message.of(_UNTOLD_APART, heading=barriers.text), barriers)
    if not staff and not count:
        return _without(programme)
    findings = (
        *(() if staff else (_no_staff(programme),)),
        *(() if is_listed else (_no_risks(programme, risks, answers, spoken),)),
    )
    message = Message.of(
        "Staff and skills to implement: {staff}; implementation risks with a response: "
        "{answered} of {count}.",
        staff=Message("described") if staff else Message("not described"),
        answered=len(answers) if risks else count,
        count=count,
    )
    quotes = (staff, *(risk.quote for risk in answers[:3]), *spoken[:3])
    score = _score(risks, is_both=bool(staff) and is_listed)
    return Verdict(score, message, findings, tuple(each for each in quotes if each))


def _barriers(programme: Programme) -> Quote | None:
    """The heading of a section on barriers that says more than a word of them."""
    for section in programme.walk():
        if (
            section.word_count >= _BARRIER_WORDS
            and len(section.title.split()) <= 2 * _LONGEST_HEADING
            and speaks_of(programme, "barriers", section.title)
        ):
            return Quote(section.title, section.location)
    return None


def _score(risks: Sequence[Risk], *, is_both: bool) -> int:
    """3 for both, 4 where most risks have an owner and a probability or impact too."""
    if not is_both:
        return 2
    whole = [risk for risk in risks if risk.owner and risk.level]
    return 4 if risks and len(whole) >= 0.9 * len(risks) else 3


def _capacity(programme: Programme) -> Quote | None:
    """A sentence that says how there are people enough, and able ones.

    It must be on the programme or its projects, or stand in a section on that, which is
    looked through first.
    """
    mentions = programme.mentions("capacity to implement", outside=_OUTSIDE)
    so = [each for each in mentions if _says_how(programme, each)]
    here = (each for each in so if _is_headed(programme, each))
    prose = (each for each in so if not isinstance(each.block, Table))
    about = (each for each in prose if _is_on_projects(programme, each.quote.text))
    return next((each.quote for each in (*here, *about)), None)


def _trained(programme: Programme) -> Quote | None:
    """The first measure by which the municipality's staff learns.

    Somebody has to answer for the row of a table, or for all rows of one, such as a fact
    sheet of a measure; it may be told in the text of the action plan too.
    """
    for row in programme.measures:
        own = (row.name, *(each.text for each in map(row.field, _DEEDS)))
        if row.responsible and any(
            speaks_of(programme, "staff training", text) for text in own
        ):
            return row.quote
    mentions = programme.mentions("staff training", within="action plan")
    owned = {
        id(fragment)
        for table in programme.tables_of("action")
        if table.has("responsible") and table.filled("responsible") == 1
        for fragment in table.fragments
    }
    told = (
        each
        for each in mentions
        if isinstance(each.block, Paragraph) or id(each.block) in owned
    )
    return first_quote(told, Stance.ASSERTED)


def _says_how(programme: Programme, mention: Mention) -> bool:
    is_so = says_what_is_so(mention)
    return is_so and speaks_of(programme, "capacity measure", mention.quote.text)


def _is_headed(programme: Programme, mention: Mention) -> bool:
    """Whether the innermost heading is on carrying the programme out."""
    return any(_is_on_projects(programme, each) for each in mention.section_path[-1:])


def _is_on_projects(programme: Programme, text: str) -> bool:
    return speaks_of(programme, "carrying out", text)


def _spoken_risks(programme: Programme) -> tuple[Quote, ...]:
    """The sentences on risks of the implementation that say what is done about them."""
    return tuple(dict.fromkeys((*_listed_risks(programme), *_named_risks(programme))))


def _listed_risks(programme: Programme) -> Iterator[Quote]:
    """The items and sentences below a heading or caption on risks, each with its answer."""
    elsewhere = programme.section_ids(*_OUTSIDE, "current situation")
    for section in programme.walk():
        is_on_risks = _heads_risks(programme, section.title)
        may_chain = id(section) not in elsewhere
        for block in section.blocks:
            if not isinstance(block, Paragraph):
                continue
            is_headed = _heads_risks(programme, block.text.partition(":")[0])
            if is_on_risks or is_headed or (may_chain and _is_chain(programme, block)):
                yield from _answered(programme, block)
            is_on_risks = (is_on_risks and _is_item(block)) or (
                _heads_risks(programme, block.text)
                or _heads_risks(programme, section.title)
            )


def _is_chain(programme: Programme, paragraph: Paragraph) -> bool:
    """Whether a paragraph says again and again what is done if: `If bids fail, we …; if …`."""
    clauses = (
        clause.strip()
        for sentence in sentences(paragraph.text)
        for clause in _CLAUSE.split(sentence.text)
    )
    conditions = sum(programme.has_word("condition", each) for each in clauses)
    return conditions >= _CHAIN


def _is_item(paragraph: Paragraph) -> bool:
    """Whether a paragraph is an item of a list, be its bullet typed by hand."""
    is_listed = paragraph.role is ParagraphRole.LIST_ITEM
    return is_listed or bool(_TYPED_BULLET.match(paragraph.text))


def _heads_risks(programme: Programme, text: str) -> bool:
    """Whether a short line says that risks of the implementation follow."""
    is_short = len(text.split()) <= _LONGEST_HEADING
    return (
        is_short
        and speaks_of(programme, "implementation risk", text)
        and not is_of_nature(programme, text)
    )


def _answered(programme: Programme, paragraph: Paragraph) -> Iterator[Quote]:
    """What a paragraph names in one half of a sentence and answers in the other.

    An item of a list may answer in a sentence of its own: `Bids fail. Then we call again`.
    """
    whole, is_list_item = paragraph.text, _is_item(paragraph)
    if is_list_item and programme.has_word("answer_opening", whole):
        if not is_of_nature(programme, whole):
            yield Quote(whole, paragraph.location)
        return
    for sentence in sentences(whole):
        text = sentence.text
        if is_of_nature(programme, text):
            continue
        clauses = [each.strip() for each in _CLAUSE.split(text)]
        conditions = [each for each in clauses if programme.has_word("condition", each)]
        has_halves = is_list_item and _BETWEEN.search(text[_SHORTEST_RISK:])
        if has_halves or _is_labelled(programme, text):
            yield Quote(text, paragraph.location)
        else:
            yield from (Quote(each, paragraph.location) for each in conditions)


def _is_labelled(programme: Programme, text: str) -> bool:
    """Whether a sentence begins with a risk as its label; `Main risks: …` lists them only."""
    label = _LABELLED.match(text)
    return label is not None and not speaks_of(
        programme, "implementation risk", label[0]
    )


def _named_risks(programme: Programme) -> tuple[Quote, ...]:
    """The sentences that speak of risks and of what is done about them."""
    return tuple(
        dict.fromkeys(
            mention.quote
            for mention in programme.mentions("implementation risk", outside=_OUTSIDE)
            if mention.stance is Stance.ASSERTED
            and len(mention.quote.text) <= LONGEST_SENTENCE
            and speaks_of(programme, "risk response", mention.quote.text)
            and not is_of_nature(programme, mention.quote.text)
        )
    )


def _no_staff(programme: Programme) -> Finding:
    """That staff and skills are not described, with what comes nearest."""
    concepts = ("limited resources", "capacity to implement")
    mentions = (each for name in concepts for each in programme.mentions(name))
    nearest = next((each.quote for each in mentions), None)
    absence = programme.absence("capacity to implement", nearest=nearest)
    sentence = "Nothing says with which staff and skills the programme is carried out."
    return Finding(Message(sentence), (absence,))


def _no_risks(
    programme: Programme,
    risks: Sequence[Risk],
    answers: Sequence[Risk],
    spoken: Sequence[Quote],
) -> Finding:
    """That risks are not listed, or are listed without a response."""
    if risks and len(answers) < len(risks):
        message = Message.of(
            "{count} of {total} implementation risks have no response.",
            count=len(risks) - len(answers),
            total=len(risks),
        )
        lacking = [risk.quote for risk in risks if not risk.response]
        return Finding(message, tuple(lacking[:3]))
    absence = programme.absence("implementation risk", nearest=_nearest_risk(programme))
    message = Message.of(
        "Implementation risks listed with what is done about them: {count}; a usable "
        "list has several.",
        count=len(risks) or len(spoken),
    )
    return Finding(message, (*spoken[:3], absence))


def _nearest_risk(programme: Programme) -> Quote | None:
    mentions = programme.mentions("implementation risk", outside=_OUTSIDE)
    return next((each.quote for each in mentions), None)


def _without(programme: Programme) -> Verdict:
    """The verdict where neither is dealt with: scarce means are mentioned, or not even that."""
    concepts = ("limited resources", "implementation risk", "capacity to implement")
    for concept in concepts:
        mentions = [
            mention
            for mention in programme.mentions(concept, outside=_OUTSIDE)
            if not is_of_nature(programme, mention.quote.text)
            and not mention.is_past
            and len(mention.quote.text.split()) >= _SHORTEST_SENTENCE
            and not is_national(programme, mention.quote.text)
        ]
        order = (Stance.ASSERTED, Stance.PROMISED, Stance.NEGATED)
        if quote := first_quote(mentions, *order):
            return _mentioned(programme, concept, quote)
    silence = (
        "Neither the capacity to implement nor implementation risks are dealt with."
    )
    return programme.absent("implementation risk", silence)


def _mentioned(programme: Programme, concept: str, quote: Quote) -> Verdict:
    if concept != "limited resources" and not plan_rows(programme):
        raise Unsure(
            Message.of(
                "The plan has no tables of measures; whether the text deals with the "
                "capacity to implement or with risks could not be told from: “{quote}”",
                quote=excerpt(quote),
            ),
            quote,
        )
    message = Message.of(
        "Capacity or risks are only mentioned, without what is done about them: “{quote}”",
        quote=excerpt(quote),
    )
    absence = programme.absence(concept, nearest=quote)
    return Verdict.only_mentioned(message, absence)
