"""A programme made into a file of each format is read back as it was."""

import pytest

from plancheck.rules.monitoring import indicator_table
from plancheck.sdk import Programme
from plancheck.testing import COMPLETE, programme
from plancheck.testing.fixtures import Reading


@pytest.mark.parametrize("fixture", ["as_docx", "as_pdf", "as_xlsx"])
def test_every_format_has_the_same_outcome(
    fixture: str, request: pytest.FixtureRequest, complete_programme: Programme
) -> None:
    reading: Reading = request.getfixturevalue(fixture)

    verdict = indicator_table(reading(COMPLETE))

    assert verdict.score == indicator_table(complete_programme).score


def test_the_complete_programme_is_that_of_the_fixture(
    complete_programme: Programme,
) -> None:
    assert complete_programme.municipality == programme(COMPLETE).municipality
