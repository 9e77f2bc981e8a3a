"""What a peer review would ask: one guiding question for each criterion."""

from plancheck.reporters.points import Point
from plancheck.reporters.words import Voice

_WORDS = {
    "S1": "How can the long-term vision and its goals be made clear and shared?",
    "S2": "How can the analysis of needs and potential rest on data and lead to choices?",
    "S3": "How can the programme be tied to the plans of the region, the state and the EU?",
    "S4": "How can the strategic frame be turned into actions, and what comes first?",
    "S5": "How can the municipality be sure that it is able to carry out the programme and "
    "to revise it in time?",
    "T1": "How can each planned action be given the territory that it is meant for?",
    "T2": "How can each planned action be given the people that it is meant for?",
    "T3": "How can the programme work at the right scale, from the village to the "
    "functional area?",
    "T4": "How can cooperation across administrative borders be made systematic?",
    "G1": "How can the roles of the municipality, the region and the state be agreed?",
    "G2": "How can those who have a stake in the programme be identified and involved?",
    "G3": "How can residents take part not only in writing the programme but also in "
    "carrying it out?",
    "G4": "Which ways of participation reach those who do not come to meetings?",
    "G5": "Who steers the programme, and how can responsibilities be made clear?",
    "C1": "How can the goals and actions of different sectors be linked?",
    "C2": "How can the structures that are responsible for the planned investments be "
    "coordinated?",
    "C3": "How can departments carry out the programme together?",
    "C4": "How can climate and other cross-cutting themes be built into all sectors?",
    "F1": "How can several sources of funding be combined?",
    "F2": "How can money be connected to concrete projects?",
    "F3": "How can private investment and financial instruments be brought in?",
    "F4": "How can the municipality afford the programme in the long run?",
    "M1": "How can monitoring show whether the change that people need is coming about?",
    "M2": "How can every indicator get a baseline and a target?",
    "M3": "Where do the data of the indicators come from, and who answers for them?",
    "M4": "How can the municipality learn from monitoring, together with others?",
}


def question(point: Point, voice: Voice) -> str:
    """The question of the point's weakest criterion, or one made of its first rule."""
    for criterion in point.criteria:
        if criterion.id in _WORDS:
            return voice.say(_WORDS[criterion.id])
    title = voice.title(point.failing[0]) if point.failing else ""
    named = title or voice.say(point.criteria[0].title)
    return voice.say("How can this be achieved: {what}", what=named)
