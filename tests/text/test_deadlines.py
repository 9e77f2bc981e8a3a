import pytest

from plancheck.text.deadlines import is_recurring, is_several, is_term, years_in


@pytest.mark.parametrize(
    "text", ["5 2025", "2025 projekti", "85 (2021)", "2025+", "12", "2025 123"]
)
def test_what_says_more_than_when_is_no_term(text: str) -> None:
    assert not is_term(text)


def test_a_short_second_year_belongs_to_the_first() -> None:
    assert years_in("2023/24") == (2023, 2024)
    assert is_several("2023/24")


def test_a_month_is_no_second_year() -> None:
    assert years_in("2023-02") == (2023, 2023)


def test_years_outside_plans_are_not_taken() -> None:
    assert years_in("1889. gada un 2500") == ()


def test_recurring_terms_are_known_by_their_beginning() -> None:
    assert is_recurring("reizi gada")
    assert not is_recurring("lidz ar to regulari")
