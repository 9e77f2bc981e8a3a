"""What the user tells about the municipality that its programme may not say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Facts:
    """The municipality's own data; empty where the user gave none.

    `revenue_eur` is the basic-budget revenue of a year. `climate_risk` maps a hazard to
    its class from 1 to 3, as the meteorological service publishes it.
    """

    municipality: str = ""
    neighbours: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    revenue_eur: int | None = None
    climate_risk: Mapping[str, int] = field(
        default_factory=lambda: MappingProxyType({})
    )
