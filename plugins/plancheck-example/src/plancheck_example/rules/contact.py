"""Whether readers are told whom to ask."""

import re

from plancheck.sdk import Absence, Message, Programme, Quote, Verdict, rule

ADDRESS = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,4}[A-Za-z]{2,24}\b")


@rule("EX01", category="participation", severity="info", source="Good practice")
def contact(programme: Programme) -> Verdict:
    """The programme gives an e-mail address for questions."""
    for passage in programme.passages.passages:
        if address := ADDRESS.search(passage.text):
            found = Message.of("“{address}” is given.", address=address[0])
            return Verdict(4, found, quotes=(Quote(passage.text, passage.location),))
    places = tuple(document.name for document in programme.documents)
    return Verdict.absent("No e-mail address is given.", Absence(("@",), places))
