"""Prints numbers as Excel shows them: 0.15 as "15%", 120000 as "120 000,00 €".

Whatever the computer that wrote the file, numbers are printed as in Latvia: a comma
before the fraction, a space between thousands, days before months.
"""

from dataclasses import dataclass

from plancheck.readers.xlsx.dates import DateFormat, moment

_LONGEST_GENERAL = 11
_LARGEST_WHOLE = 1e15
_AS_DECIMAL = 1 + 1e-15
"""Lifts 2.67499999999999982 to the 2.675 that it stands for, so that it is rounded up."""


def print_general(number: float) -> str:
    """A number without a format: eleven digits of it, and no needless zero.

    >>> print_general(2024.0), print_general(0.1 + 0.2), print_general(120.125)
    ('2024', '0,3', '120,1250')
    """
    if not abs(number) < _LARGEST_WHOLE:
        return f"{number:.10G}".replace(".", ",")
    if number == int(number):
        return str(int(number))
    decimals = max(_LONGEST_GENERAL - 1 - len(str(int(abs(number)))), 2)
    text = f"{number:.{decimals}f}".rstrip("0")
    if not text.strip("-0."):
        return f"{number:.5G}".replace(".", ",")
    return unambiguous(text.rstrip(".").replace(".", ","))


def unambiguous(text: str) -> str:
    """A number with a fourth decimal where three could be taken for thousands: "120,125"."""
    whole, _, decimals = text.partition(",")
    if len(decimals) != 3 or len(whole.lstrip("-")) > 3:
        return text
    return text if whole.lstrip("-") == "0" else f"{text}0"


@dataclass(frozen=True, slots=True)
class Section:
    """One of up to three parts of a format code, for numbers of one sign.

    `before` and `after` are printed around the digits. `factor` is 100 for a percentage,
    less than 1 where only thousands are printed. `decimals` are those always printed,
    `most_decimals` those printed where they are not zero, `least_whole` the digits
    before them. `condition` is an operator and a number, or None.
    """

    before: str = ""
    after: str = ""
    has_digits: bool = False
    is_general: bool = False
    has_thousands: bool = False
    has_power: bool = False
    least_whole: int = 1
    decimals: int = 0
    most_decimals: int = 0
    factor: float = 1.0
    condition: tuple[str, float] | None = None
    date: DateFormat | None = None

    def holds(self, number: float) -> bool:
        """Whether the section's condition is met."""
        if self.condition is None:
            return True
        operator, bound = self.condition
        return (
            ("=" in operator and number == bound)
            or ("<" in operator and number < bound)
            or (">" in operator and number > bound)
        )

    def printed(self, number: float) -> str:
        """A number with the text around it."""
        if self.has_digits:
            digits = self._digits(abs(number))
        elif self.is_general:
            digits = print_general(abs(number))
        else:
            digits = ""
        if not digits and "-" in self.before:
            return "-"  # how an account shows that there is nothing
        sign = "-" if number < 0 and digits.strip("0, ") else ""
        return f"{self.before}{sign}{digits}{self.after}".strip()

    def _digits(self, number: float) -> str:
        if self.has_power:
            return f"{number:.{self.decimals}E}".replace(".", ",")
        scaled = number * self.factor
        if scaled * 10.0**self.most_decimals < _LARGEST_WHOLE / 100:
            scaled *= _AS_DECIMAL
        elif scaled >= _LARGEST_WHOLE:
            return print_general(number)
        text = f"{scaled:,.{self.most_decimals}f}"
        whole, _, fraction = text.partition(".")
        whole = whole.replace(",", " " if self.has_thousands else "")
        if self.most_decimals > self.decimals:
            spare = fraction[self.decimals :].rstrip("0")
            fraction = fraction[: self.decimals] + spare
        if self.least_whole != 1:
            whole = "" if whole == "0" else whole
            whole = whole.rjust(self.least_whole, "0")
        if not fraction:
            return whole
        text = f"{whole},{fraction}"
        return unambiguous(text) if self.factor == 1 else text


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A format code, read.

    `is_general` is true where numbers are printed as typed, which is by far the most.
    """

    sections: tuple[Section, ...]
    is_general: bool = False

    @property
    def is_date(self) -> bool:
        """Whether numbers are days since 1900."""
        return any(section.date for section in self.sections)

    def printed(self, number: float, *, since_1904: bool = False) -> str:
        """A number as Excel shows it."""
        if self.is_general:
            return print_general(number)
        section, shown = self._section(number)
        if section.date is None:
            return section.printed(shown)
        when = moment(number, since_1904=since_1904)
        return section.date.printed(when, number) if when else print_general(number)

    def _section(self, number: float) -> tuple[Section, float]:
        """The section for a number, and the number as that section prints it."""
        sections = self.sections
        if len(sections) == 1:
            return sections[0], number
        if any(each.condition for each in sections):
            chosen = (each for each in sections if each.holds(number))
            return next(chosen, sections[-1]), number
        if len(sections) > 2 and number == 0:
            return sections[2], number
        if number < 0:
            has_sign = "-" in sections[1].before + sections[1].after
            return sections[1], -number if has_sign else number
        return sections[0], number


GENERAL = NumberFormat((Section(is_general=True),), is_general=True)
