"""Regular expressions that are compiled when they are first asked.

To compile those of all modules takes longer than to check a small programme, and a check
asks a part of them, a check from the cache hardly any.
"""

import re
from typing import Any, cast

_ASKED = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")


class LazyPattern:
    """Stands where a pattern stands; `pattern` and `flags` are as they were given."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    @property
    def expression(self) -> str:
        """What is compiled."""
        return self.pattern

    def forget(self) -> None:
        """Compile it anew when it is next asked."""
        for each in _ASKED:
            self.__dict__.pop(each, None)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - what a pattern has
        """Called for what is not there: once, for then the methods are this object's own."""
        if name.startswith("__"):  # what copying and pickling ask any object for
            raise AttributeError(name)
        compiled = re.compile(self.expression, self.flags)
        for each in _ASKED:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, put off until the pattern is first asked.

    For the patterns of a module. Each call of one takes 0.1 µs more than of one that is
    compiled, so that what every word or cell goes through is better compiled at once.

    >>> year = lazy_pattern(r"(?:19|20)[0-9]{2}")
    >>> year.findall("2014–2020")
    ['2014', '2020']
    """
    return cast("re.Pattern[str]", LazyPattern(pattern, flags))
