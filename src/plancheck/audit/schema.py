"""The tables of the database of an audit; docs/database.md tells them to auditors."""

from plancheck.audit.columns import Column, Table, number, text, whole

VERSION = 1
"""Counts up with every change of the tables that old questions would notice."""

_CHECK = whole("check_id", "The check that it comes from.", varies=True)
_NUMBER = whole("number", "Counts from 1 in the order of the programme.")
_PLACE = (
    text("document", "The file as it was named."),
    whole("page", "Page, from 1; empty where the file does not tell."),
    text("section", "The headings that it stands under, outermost first, with ` › `."),
    whole("table_number", "Table, counted from 1 through the document."),
    whole("row_number", "Row of the table, from 1 with its header."),
)
_PLANNED = (
    _CHECK,
    _NUMBER,
    text("code", "Its code as printed."),
    text("name", "What it is called."),
    text("parents", "The rows that it stands under, outermost first, with ` › `."),
)


def _undertaking(what: str) -> tuple[Column, ...]:
    """Columns of what is carried out; `what` it is, for the sentences on them."""
    return (
        text("responsible", f"Who carries the {what} out."),
        text("term", "By when, or in which years, as printed."),
        text("amount", "How much it costs, as printed."),
        number("amount_number", "The same as a number, thousands resolved."),
        text("amount_currency", "ISO 4217 code, where cell or header tells."),
        text("source", "Where the money comes from, as printed."),
        text("result", "What is there when it is done."),
        text("territory", "Where it takes place."),
        text("target_group", "For whom it is done."),
        text("quote", "The whole row as printed, cells with ` | `."),
    )


RUNS = Table(
    "runs",
    "A run of `plancheck audit`; one that was interrupted and went on is one run.",
    (
        whole("id", "Counts from 1."),
        text("started", "When it began, ISO 8601 with zone.", varies=True),
        text("finished", "When its last part ended.", varies=True),
        text("state", "`running`, `interrupted` or `complete`.", varies=True),
        text("input", "The folder, list or address that was audited."),
        text("as_of", "The day that editions and yearly updates are judged by."),
        text("settings", "What was asked for, as JSON."),
        text("method", "Digest of settings, rules, readers and plugins.", varies=True),
        text("plancheck", "The version of plancheck."),
    ),
    ("id",),
)
PLUGINS = Table(
    "plugins",
    "A plugin as it stood when a run began.",
    (
        whole("run_id", "The run."),
        text("name", "The plugin."),
        text("version", "Its version."),
        text("hooks", "What it brings, with commas."),
        whole("rules", "How many rules it brings."),
    ),
    ("run_id", "name"),
    (("runs", "run_id"),),
)
RULES = Table(
    "rules",
    "A rule as it stood when a run began.",
    (
        whole("run_id", "The run."),
        text("code", "The rule."),
        text("title", "What it requires, in English."),
        text("category", "What it is about."),
        text("criteria", "The criteria that it counts for, with commas."),
        text("certainty", "`high`, `medium` or `low`."),
        text("plugin", "The plugin that brings it."),
        text("version", "Digest of the source that judges.", varies=True),
    ),
    ("run_id", "code"),
    (("runs", "run_id"),),
)
PROGRAMMES = Table(
    "programmes",
    "A file or a folder that is a programme.",
    (
        whole("id", "Counts from 1.", varies=True),
        text("path", "Where it is, from the audited folder; tells programmes apart."),
        text("name", "What it is called: the file's or folder's name."),
    ),
    ("id",),
)
RUN_PROGRAMMES = Table(
    "run_programmes",
    "Which check stands for a programme in a run.",
    (
        whole("run_id", "The run."),
        whole("programme_id", "The programme.", varies=True),
        whole("check_id", "Its check; empty while it is still to do.", varies=True),
    ),
    ("run_id", "programme_id"),
    (("runs", "run_id"), ("programmes", "programme_id"), ("checks", "check_id")),
)
CHECKS = Table(
    "checks",
    "A programme as it was judged once; what did not change is not judged again.",
    (
        whole("id", "Counts from 1.", varies=True),
        whole("programme_id", "The programme.", varies=True),
        whole("run_id", "The run in which it was judged."),
        text("input_key", "Digest of the files and of all that judges them."),
        text("state", "`checked`, or `failed` where there is no report."),
        text(
            "failure",
            "`unreadable`, `no-programme`, `settings`, `time`, `memory`, `crash`, "
            "`worker`.",
        ),
        text("reason", "Why there is no report, a sentence."),
        whole("exit_status", "What `plancheck check` would end with."),
        whole("is_complete", "1 where all was read and no rule crashed."),
        text("title", "What its title page says."),
        text("municipality", "Whose it is."),
        text("region", "The planning region, as the facts say."),
        whole("period_first", "First year of its period."),
        whole("period_last", "Last year of its period."),
        text("language", "The language that it is written in."),
        text("kind", "What kind of programme it is."),
        text("approved", "Day of the decision that adopted it."),
        text("profile", "The profile that it was judged by."),
        text("edition", "The edition of the profile."),
        text("stage", "`draft`, `consultation` or `adoption`."),
        text("as_of", "The day that it was judged by."),
        whole("pages", "Pages of all documents, where the files tell."),
        number("seconds", "How long it took.", varies=True),
    ),
    ("id",),
    (("programmes", "programme_id"), ("runs", "run_id")),
)
DOCUMENTS = Table(
    "documents",
    "A file of a programme.",
    (
        _CHECK,
        _NUMBER,
        text("path", "The file as it was named."),
        text("format", "The reader's name for it."),
        text("sha256", "Digest of its content."),
        whole("pages", "Number of pages; empty where the file does not tell."),
        text("language", "The language that the file states."),
        number("text_pages", "Share of pages with text, 0 to 1."),
        number("damaged", "Share of damaged text, 0 to 1."),
        text("parts", "The parts of the programme that it holds, with commas."),
    ),
    ("check_id", "number"),
    (("checks", "check_id"),),
)
GAPS = Table(
    "gaps",
    "A part of a document that could not be read.",
    (
        _CHECK,
        _NUMBER,
        text("reason", "Why, a clause."),
        *_PLACE,
    ),
    ("check_id", "number"),
    (("checks", "check_id"),),
)
RESULTS = Table(
    "results",
    "How one rule ended on one programme.",
    (
        _CHECK,
        text("code", "The rule."),
        text("title", "What it requires, in the language of the report."),
        text("category", "What it is about."),
        text("severity", "What a failure weighs: `error`, `warning` or `info`."),
        text("certainty", "How sure its findings are: `high`, `medium` or `low`."),
        text(
            "outcome", "`pass`, `fail`, `unsure`, `not-applicable`, `waived`, `error`."
        ),
        whole("score", "0 to 4; empty where the rule did not judge or is not sure."),
        text("message", "The sentence that says how it ended."),
        text("remedy", "How to mend it."),
        text("source", "Where the requirement comes from."),
        number("seconds", "How long the rule took.", varies=True),
    ),
    ("check_id", "code"),
    (("checks", "check_id"),),
)
FINDINGS = Table(
    "findings",
    "One thing that is missing or wrong.",
    (
        _CHECK,
        text("code", "The rule."),
        whole("number", "Counts from 1 within the result."),
        text("message", "What is missing or wrong, a sentence."),
        text("fingerprint", "Stays the same while the finding does, run after run."),
        whole("is_waived", "1 where somebody accepted it."),
        text("waived_by", "Who accepted it, where the person signed."),
        text("waived_because", "The reason that was given."),
        text("waived_until", "The day until which it is accepted."),
    ),
    ("check_id", "code", "number"),
    (("checks", "check_id"),),
)
EVIDENCE = Table(
    "evidence",
    "A quote, or what was sought in vain.",
    (
        _CHECK,
        text("code", "The rule."),
        whole("finding", "Number of the finding; 0 for the result's own evidence."),
        whole("number", "Counts from 1 within the finding."),
        text("kind", "`quote`, `absence`, or `nearest`: what came closest to it."),
        text("text", "The words as printed; for an absence the terms, with commas."),
        text("searched", "For an absence: where it was sought, with commas."),
        *_PLACE,
    ),
    ("check_id", "code", "finding", "number"),
    (("checks", "check_id"),),
)
CRITERIA = Table(
    "criteria",
    "A criterion of the peer review, with what its rules give it.",
    (
        _CHECK,
        text("criterion", "Its id, such as `M2`."),
        text("category", "The dimension."),
        text("title", "What it asks, in the language of the report."),
        whole("score", "0 to 4; empty where none of its rules judged."),
        number("mean", "The mean of its rules before rounding."),
        text("rules", "The codes of its rules, with commas."),
    ),
    ("check_id", "criterion"),
    (("checks", "check_id"),),
)
MEASURES = Table(
    "measures",
    "A row of an action plan.",
    (*_PLANNED, *_undertaking("measure"), *_PLACE),
    ("check_id", "number"),
    (("checks", "check_id"),),
)
PROJECTS = Table(
    "projects",
    "A row of an investment plan.",
    (
        *_PLANNED,
        *_undertaking("project"),
        text("links", "The goals or tasks that it serves, as printed."),
        *_PLACE,
    ),
    ("check_id", "number"),
    (("checks", "check_id"),),
)
INDICATORS = Table(
    "indicators",
    "What is to show that a change came about.",
    (
        *_PLANNED,
        text("unit", "What the number counts."),
        text("baseline", "The value at the start, as printed."),
        number("baseline_number", "The same as a number."),
        whole("baseline_year", "Its year."),
        text("target", "The value, or the trend, to be reached, as printed."),
        number("target_number", "The same as a number."),
        whole("target_year", "Its year."),
        text("data_source", "Where the data come from."),
        text("frequency", "How often they are collected."),
        text("responsible", "Who answers for them."),
        text("level", "`output`, `result` or `impact`."),
        text("quote", "The whole row as printed, cells with ` | `."),
        *_PLACE,
    ),
    ("check_id", "number"),
    (("checks", "check_id"),),
)

OF_A_CHECK = (
    *(DOCUMENTS, GAPS, RESULTS, FINDINGS, EVIDENCE, CRITERIA),
    *(MEASURES, PROJECTS, INDICATORS),
)
"""The tables whose rows come from one check."""

TABLES = (RUNS, PLUGINS, RULES, PROGRAMMES, CHECKS, RUN_PROGRAMMES, *OF_A_CHECK)
"""All tables, each after those that its rows belong to."""

INDEXES = (
    "CREATE UNIQUE INDEX programmes_by_path ON programmes (path)",
    "CREATE INDEX checks_by_programme ON checks (programme_id, input_key)",
    "CREATE INDEX run_programmes_by_check ON run_programmes (check_id)",
    "CREATE INDEX results_by_code ON results (code, outcome)",
    "CREATE INDEX findings_by_fingerprint ON findings (fingerprint)",
)
