"""What stands over the columns of English plans, in native and in translated words."""

import pytest

from plancheck.programme.columns import ColumnReader
from plancheck.programme.vocabulary_files import load_vocabulary


@pytest.mark.parametrize(
    ("label", "concept"),
    [
        ("Bearers of activities", "responsible"),
        ("Title of the measure", "measure"),
        ("Realisation period", "term"),
        ("Funds needed (EUR)", "amount"),
        ("Resourcing", "source"),
        ("Who will benefit", "target group"),
        ("Where things stand (2023)", "baseline"),
        ("Issues raised", "proposal"),
        ("Complementary measures", "complementarity"),
        ("Supports", "task"),
    ],
)
def test_a_label_tells_what_its_column_is_about(label: str, concept: str) -> None:
    assert ColumnReader(load_vocabulary("en")).concept(label) == concept
