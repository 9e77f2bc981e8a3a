"""EX01 finds the address, and does not take for one what is none."""

from plancheck.testing import assert_page_holds, assert_translated, programme
from plancheck_example.plugin import plancheck_sentences
from plancheck_example.rules.contact import contact


def test_the_examples_on_its_page_hold() -> None:
    assert_page_holds(contact)


def test_what_it_says_is_translated() -> None:
    assert_translated(contact, sentences=plancheck_sentences())


def test_the_address_is_quoted_with_its_place() -> None:
    verdict = contact(programme("# Ievads\n\nRakstiet: plans@lejasupe.example.\n"))

    assert str(verdict.message) == "“plans@lejasupe.example” is given."
    assert verdict.quotes[0].location.section == ("Ievads",)


def test_an_account_of_a_social_network_is_no_address() -> None:
    verdict = contact(programme("# Ievads\n\nSekojiet mums: @lejasupe.\n"))

    assert verdict.score == 0
