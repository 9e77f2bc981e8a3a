from decimal import Decimal

import pytest

from plancheck.model.message import Message

LATVIAN = {"{whole}.{fraction}": "{whole},{fraction}"}


def say(value: object) -> tuple[str, str]:
    """A sentence with the value in English and in Latvian."""
    message = Message.of("{value} %", value=value)
    return message.text(), message.text(lambda each: LATVIAN.get(each, each))


@pytest.mark.parametrize(
    ("number", "english", "latvian"),
    [
        ("7.5", "7.5 %", "7,5 %"),
        ("7.50", "7.5 %", "7,5 %"),
        ("7.0", "7 %", "7 %"),
        ("1125500.00", "1 125 500 %", "1 125 500 %"),
        ("-12345.25", "-12 345.25 %", "-12 345,25 %"),
        ("1E+3", "1 000 %", "1 000 %"),
        ("0", "0 %", "0 %"),
    ],
)
def test_a_number_is_written_as_the_language_writes_it(
    number: str, english: str, latvian: str
) -> None:
    assert say(Decimal(number)) == (english, latvian)


def test_a_year_and_what_a_document_says_stay_as_they_are() -> None:
    assert say(2027) == ("2027 %", "2027 %")
    assert say("7.5") == ("7.5 %", "7.5 %")


def test_a_number_within_a_message_within_a_message_is_written_likewise() -> None:
    inner = Message.of("{value} EUR", value=Decimal("0.5"))

    assert say(inner) == ("0.5 EUR %", "0,5 EUR %")
