"""Programmes from Markdown, changes to them, and files made of them, for the tests of rules.

    def test_a_blank_baseline_is_found() -> None:
        verdict = baseline(programme(blank_column(COMPLETE, "Bāzes vērtība")))

        assert verdict.score == 0

The notation stands in `docs/notation.md`. As a pytest plugin it brings the fixtures
`complete_programme`, `as_docx`, `as_pdf` and `as_xlsx`; the last three need the extra
`plancheck[testing]`.
"""

from plancheck.testing.mutators import (
    blank_column,
    drop_section,
    inflect,
    letter_space,
    negate,
    promise,
    rename_heading,
    split_table,
)
from plancheck.testing.pages import assert_page_holds
from plancheck.testing.programmes import (
    AS_OF,
    COMPLETE,
    COMPLETE_ENGLISH,
    document,
    programme,
)
from plancheck.testing.translations import assert_translated

__all__ = [
    "AS_OF",
    "COMPLETE",
    "COMPLETE_ENGLISH",
    "assert_page_holds",
    "assert_translated",
    "blank_column",
    "document",
    "drop_section",
    "inflect",
    "letter_space",
    "negate",
    "programme",
    "promise",
    "rename_heading",
    "split_table",
]
