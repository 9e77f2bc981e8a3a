"""Questions that several rules ask of a programme, and that take long to answer."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from plancheck.programme.programme import Programme

Answer = TypeVar("Answer")


def once(question: Callable[[Programme], Answer]) -> Callable[[Programme], Answer]:
    """Work out the answer when it is first asked for, and keep it with the programme.

    Nobody may change the answer: the next rule is given the same.
    """

    @wraps(question)
    def asked(programme: Programme) -> Answer:
        if question not in programme.answers:
            programme.answers[question] = question(programme)
        answer: Answer = programme.answers[question]
        return answer

    return asked
