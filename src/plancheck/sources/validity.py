"""Since when an act is in force, and how far what is known of it can be trusted."""

from plancheck.model.message import Message
from plancheck.sources.register import Act, Confidence, Kind, Register

_TRUST = {
    Confidence.VERIFIED: "read in a copy",
    Confidence.SECONDARY: "known from others",
    Confidence.MEMORY: "not looked up",
}
"""How an entry came about."""


def describe(act: Act, acts: Register) -> tuple[Message, ...]:
    """What there is to say of an act: its days, what followed it, who looked when."""
    said = []
    if act.kind is not Kind.METHOD and act.since:
        since = act.since.isoformat()
        said.append(
            Message.of("in force since {day}", day=since)
            if act.came_into_force
            else Message.of("adopted on {day}", day=since)
        )
    if act.until:
        said.append(Message.of("until {day}", day=act.until.isoformat()))
    if later := acts.successor(act):
        name = Message(later.names["en"])
        said.append(Message.of("replaced by: {act}", act=name))
    for old in act.replaces:
        name = Message(acts[old].names["en"])
        said.append(Message.of("replaces: {act}", act=name))
    if act.read:
        said.append(Message.of("edition read: {day}", day=act.read.isoformat()))
    trust = Message(_TRUST[act.confidence])
    said.append(
        Message.of("{trust} (noted on {day})", trust=trust, day=act.checked.isoformat())
    )
    return tuple(said)
