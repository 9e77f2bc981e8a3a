import datetime as dt
import os
import pickle
import zlib
from dataclasses import replace
from decimal import Decimal

import pytest

from plancheck.cache.values import (
    HEADER,
    DamagedError,
    UnkeepableError,
    _digest,
    from_bytes,
    to_bytes,
)
from plancheck.model.categories import Category
from plancheck.model.document import Document, Gap, Paragraph
from plancheck.model.location import Location
from plancheck.model.message import Message
from plancheck.programme.programme import Programme
from plancheck.programme.vocabulary_files import load_vocabulary
from plancheck.testing import COMPLETE, document


def test_a_document_comes_back_as_it_was() -> None:
    whole = document(COMPLETE)

    assert from_bytes(to_bytes(whole)) == whole


def test_what_a_value_worked_out_is_not_kept() -> None:
    fresh = to_bytes(document(COMPLETE))
    asked = document(COMPLETE)

    assert asked.sections
    assert all(table.grid for table in asked.tables)

    assert len(to_bytes(asked)) < len(fresh) * 1.01


def test_a_document_takes_the_name_that_it_is_met_under() -> None:
    place = Location("a.md", section=("a.md",))
    kept = to_bytes(Document("a.md", "markdown", (Paragraph("a.md", place),)), "a.md")

    again = from_bytes(kept, "b.md")

    moved = Location("b.md", section=("a.md",))
    assert again == Document("b.md", "markdown", (Paragraph("a.md", moved),))


def test_plan_tables_come_back_on_the_tables_of_their_documents() -> None:
    programme = Programme((document(COMPLETE),), load_vocabulary("lv"))
    shared = programme.documents[0].tables

    again = from_bytes(to_bytes(programme.tables, shared=shared), shared=shared)

    assert again == programme.tables
    assert isinstance(again, tuple)
    [first, *_others] = again
    assert any(first.rows[0].place.table is each for each in shared)


def test_what_is_shared_is_not_written() -> None:
    programme = Programme((document(COMPLETE),), load_vocabulary("lv"))
    shared = programme.documents[0].tables

    without = to_bytes(programme.tables, shared=shared)

    assert len(without) < len(to_bytes(programme.tables)) * 0.8


@pytest.mark.parametrize(
    "value",
    [
        {"MO01": ("version", Category.MONITORING)},
        Message.of("{a} {b}", a=Message("x"), b=Decimal("1.50")),
        (dt.date(2026, 1, 1), frozenset({1}), None, 2.5, True, b""),
        Gap(Message("the file is damaged"), Location()),
    ],
)
def test_values_of_every_kind_come_back(value: object) -> None:
    assert from_bytes(to_bytes(value)) == value


def test_an_object_of_somebody_elses_is_not_kept() -> None:
    class Own:
        pass

    with pytest.raises(UnkeepableError):
        to_bytes(Message.of("{a}", a=Own()))


@pytest.mark.parametrize("place", [0, 20, 60, -1])
def test_damage_is_noticed(place: int) -> None:
    data = bytearray(to_bytes(document(COMPLETE)))
    data[place] ^= 1

    with pytest.raises(DamagedError):
        from_bytes(bytes(data))


def test_bytes_that_were_cut_off_are_noticed() -> None:
    data = to_bytes(document(COMPLETE))

    for length in (0, 10, 40, len(data) // 2):
        with pytest.raises(DamagedError):
            from_bytes(data[:length])


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


@pytest.mark.parametrize(
    "value", [Evil(), eval, os.path.join, replace, Document.walk, document]
)
def test_bytes_that_name_a_program_run_nothing(value: object) -> None:
    packed = zlib.compress(pickle.dumps(value))

    with pytest.raises(DamagedError, match="may not stand here"):
        from_bytes(HEADER + _digest(packed) + packed)
