"""The ten categories of rules and the twenty-six criteria of the peer review's six dimensions.

The criteria are derived from public descriptions of the self-assessment tool for
sustainable urban development strategies. They are not its official wording.
"""

from dataclasses import dataclass
from enum import StrEnum


class Category(StrEnum):
    """What a rule is about; the two letters of a rule's code stand for it."""

    STRUCTURE = "structure"
    LEGAL = "legal"
    STRATEGY = "strategy"
    TERRITORY = "territory"
    GOVERNANCE = "governance"
    PARTICIPATION = "participation"
    INTEGRATION = "integration"
    FUNDING = "funding"
    MONITORING = "monitoring"
    CLIMATE = "climate"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of the peer review, scored from 0 to 4 by its rules."""

    id: str
    category: Category
    title: str


CRITERIA: tuple[Criterion, ...] = (
    Criterion("S1", Category.STRATEGY, "Long-term, shared vision with clear goals"),
    Criterion(
        "S2", Category.STRATEGY, "Evidence-based analysis of needs and potential"
    ),
    Criterion(
        "S3",
        Category.STRATEGY,
        "Alignment with local, regional, national and EU agendas",
    ),
    Criterion(
        "S4", Category.STRATEGY, "The strategic frame is translated into actions"
    ),
    Criterion("S5", Category.STRATEGY, "Capacity to implement and to revise"),
    Criterion("T1", Category.TERRITORY, "Target territory of the planned actions"),
    Criterion("T2", Category.TERRITORY, "Target population of the planned actions"),
    Criterion("T3", Category.TERRITORY, "Right spatial scale"),
    Criterion("T4", Category.TERRITORY, "Links beyond administrative borders"),
    Criterion(
        "G1", Category.GOVERNANCE, "Roles of the local, regional and national level"
    ),
    Criterion("G2", Category.GOVERNANCE, "Stakeholders identified and involved"),
    Criterion(
        "G3", Category.GOVERNANCE, "Residents take part in the whole policy cycle"
    ),
    Criterion(
        "G4", Category.GOVERNANCE, "Effective and innovative ways of participation"
    ),
    Criterion("G5", Category.GOVERNANCE, "Clear responsibilities and a steering body"),
    Criterion(
        "C1", Category.INTEGRATION, "Objectives and actions linked across sectors"
    ),
    Criterion(
        "C2", Category.INTEGRATION, "Coordination between the responsible structures"
    ),
    Criterion("C3", Category.INTEGRATION, "Work across departments"),
    Criterion("C4", Category.INTEGRATION, "Cross-cutting themes built into sectors"),
    Criterion("F1", Category.FUNDING, "Several funding sources combined"),
    Criterion("F2", Category.FUNDING, "Money connected to concrete projects"),
    Criterion("F3", Category.FUNDING, "Private investment and financial instruments"),
    Criterion("F4", Category.FUNDING, "Long-term financial sustainability"),
    Criterion(
        "M1", Category.MONITORING, "Monitoring leads from needs to wanted change"
    ),
    Criterion("M2", Category.MONITORING, "Indicators with baseline and target"),
    Criterion("M3", Category.MONITORING, "Data sources and responsibility for data"),
    Criterion(
        "M4", Category.MONITORING, "Evaluation, learning, stakeholders in monitoring"
    ),
)
