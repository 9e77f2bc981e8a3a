"""Whether documents are a development programme, and of which kind."""

from dataclasses import dataclass
from typing import Protocol

from plancheck.model.document import Document
from plancheck.model.message import Message
from plancheck.programme import identity
from plancheck.programme.parts import CORE_PARTS, Part
from plancheck.programme.plan_tables import PlanTable
from plancheck.programme.vocabulary import Vocabulary

PLANNING_ROLES = frozenset({"action", "investment", "indicator"})
_BY_LANGUAGE = {"lv": "lv-municipality", "en": "eu"}
_REGION = "lv-region"

PROGRAMME_KINDS = frozenset({_REGION, *_BY_LANGUAGE.values()})
"""The kinds that can be found; a profile for none of them judges something else."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The profile that fits; `name` is None where the documents are no programme."""

    name: str | None
    reason: Message


class _Readable(Protocol):
    @property
    def documents(self) -> tuple[Document, ...]: ...

    @property
    def vocabulary(self) -> Vocabulary: ...

    @property
    def tables(self) -> tuple[PlanTable, ...]: ...

    @property
    def parts(self) -> tuple[Part, ...]: ...


def judge_kind(programme: _Readable) -> Kind:
    """The kind by title and by what stands in the documents.

    A title alone is not enough, since texts about programmes carry it too: a plan table or
    three of the parts must be there. Without a title, two kinds of plan tables and three
    parts are enough.
    """
    vocabulary = programme.vocabulary
    has_title, other = identity.named_kind(programme.documents, vocabulary)
    roles = {
        role for table in programme.tables for role in table.roles
    } & PLANNING_ROLES
    parts = {part.concept for part in programme.parts}.intersection(CORE_PARTS)
    if other is not None and not has_title:
        return Kind(
            None,
            Message.of("Its title names another kind of document: {kind}.", kind=other),
        )
    is_programme = (has_title and (roles or len(parts) >= 3)) or (
        len(roles) >= 2 and len(parts) >= 3
    )
    counts = {"tables": len(roles), "parts": len(parts)}
    if not is_programme:
        return Kind(
            None,
            Message.of(
                "No action, investment or indicator table makes a plan of it "
                "({tables} of 3 kinds of table, {parts} of 6 parts found).",
                **counts,
            ),
        )
    by_language = _BY_LANGUAGE.get(vocabulary.language, "eu")
    return Kind(
        _REGION if vocabulary.is_of_region else by_language,
        Message.of(
            "{tables} of 3 kinds of plan table and {parts} of 6 parts found.", **counts
        ),
    )
