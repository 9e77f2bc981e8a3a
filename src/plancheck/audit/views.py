"""Questions that auditors ask of the database, kept in it as views."""

_CURRENT = """
SELECT p.path AS programme, {columns}
FROM run_programmes AS r
JOIN programmes AS p ON p.id = r.programme_id
JOIN checks AS c ON c.id = r.check_id
{join}
WHERE r.run_id = (SELECT max(id) FROM runs)
"""


def _current(columns: str, join: str = "") -> str:
    """The rows of the newest run, with the programme before them."""
    return _CURRENT.format(columns=columns, join=join)


VIEWS: tuple[tuple[str, str, str], ...] = (
    (
        "current_programmes",
        "The programmes of the newest run, each with its check and its counts.",
        _current(
            "c.id AS check_id, c.state, c.failure, c.reason, c.exit_status, "
            "c.is_complete, c.municipality, c.region, c.period_first, c.period_last, "
            "c.profile, c.stage, c.pages, "
            "(SELECT count(*) FROM results WHERE check_id = c.id "
            "AND outcome = 'fail') AS failed, "
            "(SELECT count(*) FROM results WHERE check_id = c.id "
            "AND outcome = 'fail' AND severity = 'error') AS failed_errors, "
            "(SELECT count(*) FROM results WHERE check_id = c.id "
            "AND outcome = 'unsure') AS unsure, "
            "(SELECT avg(score) FROM criteria WHERE check_id = c.id) AS mean_score"
        ),
    ),
    (
        "current_results",
        "The results of the newest run.",
        _current(
            "e.code, e.title, e.category, e.severity, e.certainty, e.outcome, "
            "e.score, e.message, e.check_id",
            "JOIN results AS e ON e.check_id = c.id",
        ),
    ),
    (
        "current_findings",
        "The findings of the newest run, waived ones too.",
        _current(
            "e.code, f.number, e.severity, e.outcome, f.message, f.fingerprint, "
            "f.waived_by, f.check_id",
            "JOIN results AS e ON e.check_id = c.id "
            "JOIN findings AS f ON f.check_id = c.id AND f.code = e.code",
        ),
    ),
    (
        "current_criteria",
        "The criteria of the newest run: programmes by criteria.",
        _current(
            "k.criterion, k.category, k.title, k.score, k.mean, k.check_id",
            "JOIN criteria AS k ON k.check_id = c.id",
        ),
    ),
    (
        "failed_programmes",
        "The programmes of the newest run that there is no report of.",
        _current("c.failure, c.reason, c.id AS check_id") + "AND c.state = 'failed'",
    ),
    (
        "rules_by_failures",
        "How often each rule ended how in the newest run, the most failed first.",
        "SELECT e.code, e.category, e.severity, "
        "sum(CASE WHEN e.outcome = 'fail' THEN 1 ELSE 0 END) AS failed, "
        "sum(CASE WHEN e.outcome = 'pass' THEN 1 ELSE 0 END) AS passed, "
        "sum(CASE WHEN e.outcome = 'unsure' THEN 1 ELSE 0 END) AS unsure, "
        "sum(CASE WHEN e.outcome = 'waived' THEN 1 ELSE 0 END) AS waived, "
        "avg(e.score) AS mean_score FROM run_programmes AS r "
        "JOIN results AS e ON e.check_id = r.check_id "
        "WHERE r.run_id = (SELECT max(id) FROM runs) "
        "GROUP BY e.code, e.category, e.severity ORDER BY failed DESC, e.code",
    ),
    (
        "changed_results",
        "What the newest run says otherwise than the one before it.",
        "SELECT p.path AS programme, n.code, o.outcome AS before, n.outcome AS after, "
        "o.score AS score_before, n.score AS score_after FROM run_programmes AS r "
        "JOIN run_programmes AS q ON q.programme_id = r.programme_id "
        "AND q.run_id = (SELECT max(id) FROM runs) - 1 "
        "JOIN programmes AS p ON p.id = r.programme_id "
        "JOIN results AS n ON n.check_id = r.check_id "
        "JOIN results AS o ON o.check_id = q.check_id AND o.code = n.code "
        "WHERE r.run_id = (SELECT max(id) FROM runs) AND (o.outcome <> n.outcome "
        "OR coalesce(o.score, -1) <> coalesce(n.score, -1))",
    ),
)
"""Name, what it shows, and the question of each view."""
