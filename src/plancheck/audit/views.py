"""Questions that auditors ask of the database, kept in it as views."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A question with what its answer shows; SQL that SQLite and PostgreSQL share."""

    name: str
    about: str
    question: str

    @property
    def create(self) -> str:
        """The statement that makes it."""
        return f"CREATE VIEW {self.name} AS {self.question}"


CURRENT_PROGRAMMES = View(
    "current_programmes",
    "The programmes of the newest run, each with its check and its counts.",
    """
    SELECT p.path AS programme, c.id AS check_id, c.state, c.failure, c.reason,
      c.exit_status, c.is_complete, c.municipality, c.region, c.period_first,
      c.period_last, c.profile, c.stage, c.pages,
      (SELECT count(*) FROM results AS e
        WHERE e.check_id = c.id AND e.outcome = 'fail') AS failed,
      (SELECT count(*) FROM results AS e
        WHERE e.check_id = c.id AND e.outcome = 'fail' AND e.severity = 'error')
        AS failed_errors,
      (SELECT count(*) FROM results AS e
        WHERE e.check_id = c.id AND e.outcome = 'unsure') AS unsure,
      (SELECT avg(k.score) FROM criteria AS k WHERE k.check_id = c.id) AS mean_score
    FROM run_programmes AS r
    JOIN programmes AS p ON p.id = r.programme_id
    JOIN checks AS c ON c.id = r.check_id
    WHERE r.run_id = (SELECT max(id) FROM runs)
    """,
)
FAILED_PROGRAMMES = View(
    "failed_programmes",
    "The programmes of the newest run that there is no report of, with the reason.",
    """
    SELECT programme, failure, reason, check_id FROM current_programmes
    WHERE state = 'failed'
    """,
)
CURRENT_RESULTS = View(
    "current_results",
    "How each rule ended on each programme of the newest run.",
    """
    SELECT c.programme, e.code, e.title, e.category, e.severity, e.certainty,
      e.outcome, e.score, e.message, e.check_id
    FROM current_programmes AS c JOIN results AS e ON e.check_id = c.check_id
    """,
)
CURRENT_FINDINGS = View(
    "current_findings",
    "The findings of the newest run, accepted ones too.",
    """
    SELECT e.programme, e.code, f.number, e.severity, e.outcome, f.message,
      f.fingerprint, f.is_waived, e.check_id
    FROM current_results AS e
    JOIN findings AS f ON f.check_id = e.check_id AND f.code = e.code
    """,
)
CURRENT_CRITERIA = View(
    "current_criteria",
    "Programmes by criteria in the newest run.",
    """
    SELECT c.programme, c.region, k.criterion, k.category, k.title, k.score, k.mean,
      k.check_id
    FROM current_programmes AS c JOIN criteria AS k ON k.check_id = c.check_id
    """,
)
RULES_BY_FAILURES = View(
    "rules_by_failures",
    "How often each rule ended how in the newest run, the most failed first.",
    """
    SELECT code, category, severity,
      sum(CASE WHEN outcome = 'fail' THEN 1 ELSE 0 END) AS failed,
      sum(CASE WHEN outcome = 'pass' THEN 1 ELSE 0 END) AS passed,
      sum(CASE WHEN outcome = 'unsure' THEN 1 ELSE 0 END) AS unsure,
      sum(CASE WHEN outcome = 'waived' THEN 1 ELSE 0 END) AS waived,
      avg(score) AS mean_score
    FROM current_results GROUP BY code, category, severity ORDER BY failed DESC, code
    """,
)
CHANGED_RESULTS = View(
    "changed_results",
    "What the newest run says otherwise than the one before it.",
    """
    SELECT n.programme, n.code, o.outcome AS outcome_before, n.outcome,
      o.score AS score_before, n.score
    FROM current_results AS n
    JOIN programmes AS p ON p.path = n.programme
    JOIN run_programmes AS r ON r.programme_id = p.id
      AND r.run_id = (SELECT max(id) FROM runs WHERE id < (SELECT max(id) FROM runs))
    JOIN results AS o ON o.check_id = r.check_id AND o.code = n.code
    WHERE o.outcome <> n.outcome OR coalesce(o.score, -1) <> coalesce(n.score, -1)
    """,
)

VIEWS = (
    CURRENT_PROGRAMMES,
    FAILED_PROGRAMMES,
    CURRENT_RESULTS,
    CURRENT_FINDINGS,
    CURRENT_CRITERIA,
    RULES_BY_FAILURES,
    CHANGED_RESULTS,
)
"""All views, each after those that it asks."""
