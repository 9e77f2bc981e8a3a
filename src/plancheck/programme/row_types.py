"""What a row of each kind of plan table is read as."""

from collections.abc import Mapping
from types import MappingProxyType

from plancheck.programme.fields import Row
from plancheck.programme.indicators import Indicator
from plancheck.programme.measures import Measure, Project

ROW_TYPES: Mapping[str, type[Row]] = MappingProxyType(
    {"action": Measure, "investment": Project, "indicator": Indicator}
)
"""By role; a row of any other role stays a plain `Row`."""
