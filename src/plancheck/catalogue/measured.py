"""How right a rule was measured to be, by the figures that stand beside its page."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable

import tomli

from plancheck.catalogue.pages import folder_of
from plancheck.model.message import Message
from plancheck.rule import Rule

MEASURED = "measured.toml"
"""The file of the figures in the folder of the pages."""


@dataclass(frozen=True, slots=True)
class Measured:
    """Pairs count what went right and all that was tried.

    `faults` were put into complete programmes, and `harmless` changes made in them, by
    which the outcome must not change. `true`, `false` and `unsure` are the findings on
    real documents that somebody has read against the document.
    """

    faults: tuple[int, int] = (0, 0)
    harmless: tuple[int, int] = (0, 0)
    true: int = 0
    false: int = 0
    unsure: int = 0

    @property
    def recall(self) -> float | None:
        """The share of the faults that were found; None where none was put in."""
        found, faults = self.faults
        return found / faults if faults else None

    @property
    def precision(self) -> float | None:
        """True of true and false findings; None where there is neither."""
        told = self.true + self.false
        return self.true / told if told else None

    @property
    def sentences(self) -> tuple[Message, ...]:
        """What was measured, in words."""
        found, faults = self.faults
        borne, harmless = self.harmless
        told = []
        if faults:
            told.append(
                Message.of(
                    "Of {faults} faults put into complete programmes it found {found}; "
                    "{borne} of {harmless} harmless changes left its outcome as it was.",
                    faults=faults,
                    found=found,
                    borne=borne,
                    harmless=harmless,
                )
            )
        if self.true + self.false + self.unsure:
            message = Message.of(
                "Of its findings on real documents, read against them by eye, "
                "{true} are true, {false} false and {unsure} a matter of opinion.",
                true=self.true,
                false=self.false,
                unsure=self.unsure,
            )
        else:
            message = Message(
                "On the real documents read by eye it found nothing, so its "
                "precision on real documents is not known."
            )
        return (*told, message)


def load_measured(rule: Rule) -> Measured | None:
    """The figures of a rule; None where it was not measured."""
    folder = folder_of(rule)
    if folder is None or not (folder / MEASURED).is_file():
        return None
    return read_measured(folder / MEASURED).get(rule.code)


def read_measured(file: Traversable) -> Mapping[str, Measured]:
    """The figures of a file, by the codes of rules."""
    rows = tomli.loads(file.read_text(encoding="utf-8"))
    return {code: _measured(row) for code, row in rows.items()}


def _measured(row: Mapping[str, list[int]]) -> Measured:
    true, false, unsure = row["findings"]
    right, faults = row["faults"]
    borne, harmless = row["harmless"]
    return Measured((right, faults), (borne, harmless), true, false, unsure)
