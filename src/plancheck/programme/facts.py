"""What the user tells about the municipality that its programme may not say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

CLIMATE_INDICES = ("heat_waves", "cold_waves", "snow_depth", "heavy_precipitation")
"""What the meteorological service gives each municipality of Latvia a risk class for."""

RISK_CLASSES = (1, 2, 3)
"""From the least affected municipalities to the most affected."""


@dataclass(frozen=True, slots=True)
class Facts:
    """The municipality's own data; empty where the user gave none.

    `units` are its own parishes and towns, `region` the planning region that programmes
    are grouped by. `revenue_eur` is the basic-budget revenue of a year. `climate_risk`
    maps a climate index to its risk class, as the meteorological service publishes it.
    """

    municipality: str = ""
    neighbours: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    revenue_eur: int | None = None
    climate_risk: Mapping[str, int] = field(
        default_factory=lambda: MappingProxyType({})
    )
    region: str = ""

    @property
    def given(self) -> Mapping[str, object]:
        """What the user gave, by the names that a facts file has for it."""
        named = {
            "municipality": self.municipality,
            "region": self.region,
            "neighbours": list(self.neighbours),
            "units": list(self.units),
            "revenue_eur": self.revenue_eur,
            "climate_risk": dict(self.climate_risk),
        }
        return {name: value for name, value in named.items() if value}
