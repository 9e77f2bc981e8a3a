"""Links between measures and sectors that sentences tell, where no column shows them."""

from collections.abc import Iterator, Mapping

from plancheck.rules.asking import plan_rows, stance_on
from plancheck.rules.discourse import says_what_is_so
from plancheck.rules.sectors import sectors_in
from plancheck.rules.told_partners import DEEDS, told_partners
from plancheck.sdk import (
    Measure,
    Mention,
    Programme,
    Quote,
    Stance,
    Table,
    fold,
    holding,
    sentences,
)

_JOINING = ("serves several", "acting body")
"""What tells that a sentence joins the sectors that it names: a purpose, or who acts."""
_LINK = "linked measures"
_OUTSIDE = ("participation report",)
_SHORTEST_NAME = 12


def told_sectors(programme: Programme, row: Measure) -> set[str]:
    """The sectors whose people or bodies a row's words join to what it does.

    `Ēka kalpos gan skolai, gan bibliotēkai` joins two by what it serves, and `kopā ar
    Sociālo dienestu` one by who takes part.
    """
    found: set[str] = set()
    for _, piece in told_partners(programme, row):
        found |= sectors_in(programme, piece)
    for field in map(row.field, DEEDS):
        for deed in sentences(field.text):
            stances = (stance_on(programme, each, deed.text) for each in _JOINING)
            if Stance.ASSERTED in stances:
                sectors = sectors_in(programme, deed.text)
                found |= sectors if len(sectors) > 1 else set()
    return found


def linked_rows(programme: Programme) -> Mapping[str, Quote]:
    """The codes of the measures that sentences link, each with the sentence.

    A sentence links several measures with each other, or one with another sector.
    """
    rows = plan_rows(programme)
    codes = {row.code for row in rows}
    called: dict[str, set[str]] = {}
    for row in rows:
        if len(row.name) >= _SHORTEST_NAME:
            called.setdefault(fold(row.name), set()).add(row.code or row.name)
    links = tuple(_links(programme))
    by_name: dict[int, set[str]] = {}
    for index, name in holding([fold(each.quote.text) for each in links], called):
        by_name.setdefault(index, set()).update(called[name])
    found: dict[str, Quote] = {}
    for index, mention in enumerate(links):
        text = mention.quote.text
        named = codes & _codes_in(programme, text) | by_name.get(index, set())
        if len(named) > 1 or (named and len(sectors_in(programme, text)) > 1):
            found.update(dict.fromkeys(named, mention.quote))
    return found


def joined_sectors(programme: Programme) -> tuple[Quote, ...]:
    """The sentences that join bodies of several sectors, but name no measure."""
    return tuple(
        mention.quote
        for mention in _links(programme)
        if len(programme.spans("acting body", mention.quote.text)) > 1
        and len(sectors_in(programme, mention.quote.text)) > 1
    )


def _links(programme: Programme) -> Iterator[Mention]:
    """What sentences of the text say of links, as being so."""
    for mention in programme.mentions(_LINK, outside=_OUTSIDE):
        if not isinstance(mention.block, Table) and says_what_is_so(mention):
            yield mention


def _codes_in(programme: Programme, text: str) -> set[str]:
    return set(programme.codes_in(text)) | set(programme.numbered.named_in(text))
