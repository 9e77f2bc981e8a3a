"""What several rules ask of a programme is worked out once."""

from dataclasses import replace

import pytest

from plancheck.programme.once import once
from plancheck.programme.programme import Programme
from plancheck.testing import programme
from tests.programme.plan import PLAN


def test_a_question_is_answered_once_a_programme() -> None:
    asked: list[Programme] = []

    @once
    def municipality(of: Programme) -> str | None:
        asked.append(of)
        return of.municipality

    plan = programme(PLAN)

    assert municipality(plan) == municipality(plan) == "Lejasupes novads"
    assert len(asked) == 1


def test_the_same_programme_on_another_day_is_asked_anew() -> None:
    @once
    def day(of: Programme) -> int:
        return of.as_of.toordinal()

    plan = programme(PLAN)
    later = replace(plan, as_of=plan.as_of.replace(year=plan.as_of.year + 1))

    assert day(later) > day(plan)


def test_a_question_that_cannot_be_answered_is_asked_again() -> None:
    answers = iter(["no answer", "an answer"])

    @once
    def question(_: Programme) -> str:
        answer = next(answers)
        if answer == "no answer":
            raise LookupError(answer)
        return answer

    plan = programme(PLAN)

    with pytest.raises(LookupError):
        question(plan)
    assert question(plan) == "an answer"
