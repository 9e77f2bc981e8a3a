# All that a rule, a reader or a reporter may import of plancheck; see `sdk.py`.

from plancheck.drafts import Draft, assemble
from plancheck.errors import (
    AnnotationError,
    MissingToolError,
    PlancheckError,
    UnknownFormatError,
    UnreadableDocumentError,
    system_reason,
)
from plancheck.hookspecs import hookimpl
from plancheck.model.categories import CRITERIA, Category, Criterion
from plancheck.model.comment import Comment
from plancheck.model.document import (
    Block,
    Document,
    Gap,
    Health,
    Paragraph,
    ParagraphRole,
    Section,
    VolumePart,
)
from plancheck.model.evidence import Absence, Evidence, Quote
from plancheck.model.fingerprint import fingerprint, fingerprints
from plancheck.model.heading import Heading, true_levels
from plancheck.model.location import Box, Location
from plancheck.model.message import Message
from plancheck.model.note import NOTE_AUTHOR, Note
from plancheck.model.page import RulePage
from plancheck.model.report import (
    Certainty,
    Outcome,
    PluginInfo,
    Report,
    Result,
    Severity,
)
from plancheck.model.scores import CriterionScore, DimensionScore, RuleScore, Scores
from plancheck.model.table import Cell, Table
from plancheck.model.verdict import (
    Facet,
    Finding,
    NotApplicable,
    Unsure,
    Verdict,
    not_applicable,
    share_score,
)
from plancheck.model.waiver import Waiver
from plancheck.programme.approval import Approval
from plancheck.programme.codes import Objective
from plancheck.programme.facts import Facts
from plancheck.programme.fields import Field, Row, UnreadColumn
from plancheck.programme.identity import StatedPeriod
from plancheck.programme.indicators import Indicator, IndicatorLevel
from plancheck.programme.measures import Measure, Project
from plancheck.programme.mentions import Mention, judge_stance
from plancheck.programme.once import once
from plancheck.programme.parts import Part
from plancheck.programme.passages import Passage
from plancheck.programme.places import Places
from plancheck.programme.plan_tables import Banner, PlanTable
from plancheck.programme.programme import Programme
from plancheck.programme.shares import SHARES
from plancheck.programme.specificity import (
    Specificity,
    Statement,
    measure_specificity,
)
from plancheck.programme.terms import Term
from plancheck.programme.word_lists import alternatives
from plancheck.programme.words import word_beginning
from plancheck.programme.years import year_alone
from plancheck.reader import Reader, ReadingOptions
from plancheck.reporter import Reporter
from plancheck.rule import Rule, rule, rules_in
from plancheck.sources.register import Act, Clause, Confidence, Register, register
from plancheck.text.amounts import scale_in
from plancheck.text.damage import damaged_share
from plancheck.text.date_ranges import DateRange, find_date_ranges
from plancheck.text.dates import FoundDate, find_dates
from plancheck.text.folding import fold, squash, squash_with_offsets, tidy
from plancheck.text.holding import holding
from plancheck.text.layout import (
    caption_kind,
    edit_distance,
    has_dot_leaders,
    is_bare_caption_label,
    is_contents_line,
    is_contents_title,
    running_indexes,
)
from plancheck.text.letters import CAPITALS, SMALL_LETTERS
from plancheck.text.patterns import lazy_pattern
from plancheck.text.periods import has_lost_digits
from plancheck.text.sentences import Sentence, sentences
from plancheck.text.spacing import may_be_letter_spaced, mend_letter_spacing
from plancheck.text.stance import Stance
from plancheck.text.values import Value, ValueKind, parse_value, sums_in
from plancheck.translation import LANGUAGES, Translate, translator

__all__ = [
    "CAPITALS",
    "CRITERIA",
    "LANGUAGES",
    "NOTE_AUTHOR",
    "SHARES",
    "SMALL_LETTERS",
    "Absence",
    "Act",
    "AnnotationError",
    "Approval",
    "Banner",
    "Block",
    "Box",
    "Category",
    "Cell",
    "Certainty",
    "Clause",
    "Comment",
    "Confidence",
    "Criterion",
    "CriterionScore",
    "DateRange",
    "DimensionScore",
    "Document",
    "Draft",
    "Evidence",
    "Facet",
    "Facts",
    "Field",
    "Finding",
    "FoundDate",
    "Gap",
    "Heading",
    "Health",
    "Indicator",
    "IndicatorLevel",
    "Location",
    "Measure",
    "Mention",
    "Message",
    "MissingToolError",
    "NotApplicable",
    "Note",
    "Objective",
    "Outcome",
    "Paragraph",
    "ParagraphRole",
    "Part",
    "Passage",
    "Places",
    "PlanTable",
    "PlancheckError",
    "PluginInfo",
    "Programme",
    "Project",
    "Quote",
    "Reader",
    "ReadingOptions",
    "Register",
    "Report",
    "Reporter",
    "Result",
    "Row",
    "Rule",
    "RulePage",
    "RuleScore",
    "Scores",
    "Section",
    "Sentence",
    "Severity",
    "Specificity",
    "Stance",
    "StatedPeriod",
    "Statement",
    "Table",
    "Term",
    "Translate",
    "UnknownFormatError",
    "UnreadColumn",
    "UnreadableDocumentError",
    "Unsure",
    "Value",
    "ValueKind",
    "Verdict",
    "VolumePart",
    "Waiver",
    "alternatives",
    "assemble",
    "caption_kind",
    "damaged_share",
    "edit_distance",
    "find_date_ranges",
    "find_dates",
    "fingerprint",
    "fingerprints",
    "fold",
    "has_dot_leaders",
    "has_lost_digits",
    "holding",
    "hookimpl",
    "is_bare_caption_label",
    "is_contents_line",
    "is_contents_title",
    "judge_stance",
    "lazy_pattern",
    "may_be_letter_spaced",
    "measure_specificity",
    "mend_letter_spacing",
    "not_applicable",
    "once",
    "parse_value",
    "register",
    "rule",
    "rules_in",
    "running_indexes",
    "scale_in",
    "sentences",
    "share_score",
    "squash",
    "squash_with_offsets",
    "sums_in",
    "system_reason",
    "tidy",
    "translator",
    "true_levels",
    "word_beginning",
    "year_alone",
]
