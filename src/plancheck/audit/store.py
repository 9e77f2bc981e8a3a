"""What an audit keeps: its runs, and which check stands for which programme in each."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from plancheck import __version__
from plancheck.audit.columns import Record, Records, storable
from plancheck.audit.database import Database
from plancheck.audit.edition import VERSION_TABLE, make_tables, require_edition
from plancheck.audit.found import Found
from plancheck.audit.schema import (
    CHECKS,
    OF_A_CHECK,
    PLUGINS,
    PROGRAMMES,
    RULES,
    RUN_PROGRAMMES,
    RUNS,
)
from plancheck.plugins.host import Host

AT_ONCE = 1000
"""Programmes that have not changed are written down as many at once."""

COMPLETE, INTERRUPTED, RUNNING = "complete", "interrupted", "running"
"""The states of a run."""


@dataclass(frozen=True, slots=True)
class Method:
    """How a run judges: what is written down of it beside the programmes."""

    source: str
    as_of: str
    settings: dict[str, object]
    digest: str


@dataclass(frozen=True, slots=True)
class Known:
    """What the database knows of a programme.

    `check_id` is the check that stands for it in this run, `kept` an earlier one of the
    same input; None where there is none.
    """

    programme_id: int
    check_id: int | None
    kept: int | None


class Store:
    """The database of one run, to which one process writes."""

    def __init__(self, database: Database) -> None:
        """Make the tables where there are none.

        Raises:
            SchemaError: There are some of another edition.
            ForeignTablesError: There are some of another program.
        """
        self.database = database
        self.run_id = 0
        self._programmes: dict[str, int] = {}
        self._standing: list[tuple[int, int]] = []
        if not database.has_table(VERSION_TABLE):
            make_tables(database)
        require_edition(database.rows, database.name)
        self._next_check = 1 + (self._one("SELECT max(id) AS n FROM checks") or 0)

    def _one(self, question: str, **values: object) -> int | None:
        """The whole number `n` of the only row, or of none."""
        rows = self.database.rows(question, values)
        return None if not rows or rows[0]["n"] is None else int(rows[0]["n"])

    def unfinished(self, source: str) -> dict[str, object] | None:
        """The newest run, if it is of this input and did not come to its end."""
        newest = self.database.rows("SELECT * FROM runs ORDER BY id DESC LIMIT 1")
        if newest and newest[0]["input"] == storable(source):
            return newest[0] if newest[0]["state"] != COMPLETE else None
        return None

    def has_runs(self, source: str) -> bool:
        """Whether anything of this input was audited before."""
        question = "SELECT max(id) AS n FROM runs WHERE input = :input"
        return self._one(question, input=storable(source)) is not None

    def begin(self, method: Method, host: Host, programmes: Sequence[Found]) -> None:
        """Begin a run, or go on with the one that did not come to its end."""
        unfinished = self.unfinished(method.source)
        with self.database.transaction():
            if unfinished:
                self.run_id = int(str(unfinished["id"]))
                self._forget_method()
            else:
                self.run_id = 1 + (self._one("SELECT max(id) AS n FROM runs") or 0)
            self._write_run(method, str(unfinished["started"]) if unfinished else now())
            if not self._repeat_method(method):
                self._write_method(host)
            self._write_programmes(programmes)

    def _forget_method(self) -> None:
        for table in (PLUGINS, RULES):
            self.database.do(
                f"DELETE FROM {table.name} WHERE run_id = :run",  # noqa: S608 - ours
                {"run": self.run_id},
            )

    def _write_run(self, method: Method, started: str) -> None:
        record: Record = {
            "id": self.run_id,
            "started": started,
            "finished": None,
            "state": RUNNING,
            "input": storable(method.source),
            "as_of": method.as_of,
            "settings": storable(
                json.dumps(method.settings, ensure_ascii=False, default=str)
            ),
            "method": method.digest,
            "plancheck": __version__,
        }
        if self._one("SELECT id AS n FROM runs WHERE id = :id", id=self.run_id):
            columns = ", ".join(f'"{name}" = :{name}' for name in RUNS.names)
            self.database.do(f"UPDATE runs SET {columns} WHERE id = :id", record)  # noqa: S608 - ours
        else:
            self.database.add(RUNS, [record])

    def _repeat_method(self, method: Method) -> bool:
        """Copy plugins and rules from a run by the same method, if there was one.

        To ask the plugins, every module of rules would be imported, which takes longer
        than all the rest where nothing has changed.
        """
        question = (
            "SELECT max(run_id) AS n FROM rules JOIN runs ON runs.id = rules.run_id "
            "WHERE method = :method AND run_id <> :run"
        )
        like = self._one(question, method=method.digest, run=self.run_id)
        for table in (PLUGINS, RULES) if like else ():
            others = ", ".join(f'"{name}"' for name in table.names if name != "run_id")
            self.database.do(
                f"INSERT INTO {table.name} (run_id, {others}) "  # noqa: S608 - ours
                f"SELECT :run, {others} FROM {table.name} WHERE run_id = :like",
                {"run": self.run_id, "like": like},
            )
        return like is not None

    def _write_method(self, host: Host) -> None:
        self.database.add(
            PLUGINS,
            [
                {
                    "run_id": self.run_id,
                    "name": plugin.name,
                    "version": plugin.version,
                    "hooks": ", ".join(plugin.hooks),
                    "rules": len(plugin.rule_codes),
                }
                for plugin in host.infos
            ],
        )
        self.database.add(
            RULES,
            [
                {
                    "run_id": self.run_id,
                    "code": rule.code,
                    "title": rule.title,
                    "category": rule.category.value,
                    "criteria": ", ".join(rule.criteria),
                    "certainty": rule.certainty.value,
                    "plugin": plugin,
                    "version": host.versions[plugin],
                }
                for plugin, rules in host.rules_by_plugin.items()
                for rule in rules
            ],
        )

    def _write_programmes(self, programmes: Sequence[Found]) -> None:
        """Say which programmes the run is of; those judged in an earlier part stay so."""
        self._number_programmes(programmes)
        rows = self.database.rows(
            "SELECT programme_id FROM run_programmes WHERE run_id = :run",
            {"run": self.run_id},
        )
        known = {row["programme_id"] for row in rows}
        asked = dict.fromkeys(
            self._programmes[storable(each.label)] for each in programmes
        )
        self.database.add(
            RUN_PROGRAMMES,
            [
                {"run_id": self.run_id, "programme_id": each, "check_id": None}
                for each in asked
                if each not in known
            ],
        )
        for gone in known - asked.keys():
            self.database.do(
                "DELETE FROM run_programmes WHERE run_id = :run AND programme_id = :id",
                {"run": self.run_id, "id": gone},
            )

    def _number_programmes(self, programmes: Sequence[Found]) -> None:
        """Give each programme its number; one that was audited before keeps its own."""
        rows = self.database.rows("SELECT id, path FROM programmes")
        self._programmes = {row["path"]: row["id"] for row in rows}
        last = max(self._programmes.values(), default=0)
        new: list[Record] = []
        for each in programmes:
            path = storable(each.label)
            if path not in self._programmes:
                last += 1
                self._programmes[path] = last
                new.append({"id": last, "path": path, "name": storable(each.name)})
        self.database.add(PROGRAMMES, new)

    def known(self, found: Found, key: str, *, is_retried: bool = False) -> bool:
        """Whether a check of the same input stands for the programme; it does from now.

        Args:
            found: The programme.
            key: The digest of its input.
            is_retried: A check that failed does not count.
        """
        programme = self._programmes[storable(found.label)]
        question = (
            "SELECT max(id) AS n FROM checks WHERE programme_id = :programme "
            "AND input_key = :key"
        )
        if is_retried:
            question += " AND state <> 'failed'"
        check = self._one(question, programme=programme, key=key)
        if check is None:
            return False
        self._standing.append((programme, check))
        if len(self._standing) == AT_ONCE:
            with self.database.transaction():
                self._write_standing()
        return True

    def _write_standing(self) -> None:
        """Write down the checks of before that stand for programmes of this run.

        Many at once: to make sure of each takes the disk longer than all else that is
        done for a programme that has not changed. What is lost is found again.
        """
        for programme, check in self._standing:
            self._let_stand(programme, check)
        self._standing.clear()

    def _let_stand(self, programme: int, check: int) -> None:
        self.database.do(
            "UPDATE run_programmes SET check_id = :check "
            "WHERE run_id = :run AND programme_id = :programme "
            "AND (check_id IS NULL OR check_id <> :check)",
            {"check": check, "run": self.run_id, "programme": programme},
        )

    def keep(self, found: Found, check: Record, records: Records) -> None:
        """Keep a check with its rows, and let it stand for the programme."""
        programme = self._programmes[storable(found.label)]
        number = self._next_check
        empty: Record = dict.fromkeys(CHECKS.names)
        with self.database.transaction():
            own = {"id": number, "programme_id": programme, "run_id": self.run_id}
            self.database.add(CHECKS, [{**empty, **check, **own}])
            for table in OF_A_CHECK:
                rows = [
                    {**each, "check_id": number} for each in records.get(table.name, ())
                ]
                if rows:
                    self.database.add(table, rows)
            self._write_standing()
            self._let_stand(programme, number)
        self._next_check += 1

    def end(self, state: str) -> None:
        """Write down how the run ended."""
        with self.database.transaction():
            self._write_standing()
            self.database.do(
                "UPDATE runs SET state = :state, finished = :now WHERE id = :run",
                {"state": state, "now": now(), "run": self.run_id},
            )

    def counts(self) -> dict[str, int]:
        """How many programmes of the run there are by state, exit status and failure."""
        question = (
            "SELECT count(*) AS programmes, count(r.check_id) AS done, "
            "sum(CASE WHEN c.state = 'failed' THEN 1 ELSE 0 END) AS failed, "
            "sum(CASE WHEN c.exit_status = 1 THEN 1 ELSE 0 END) AS findings, "
            "sum(CASE WHEN c.exit_status = 3 THEN 1 ELSE 0 END) AS incomplete "
            "FROM run_programmes AS r LEFT JOIN checks AS c ON c.id = r.check_id "
            "WHERE r.run_id = :run"
        )
        [row] = self.database.rows(question, {"run": self.run_id})
        return {name: int(count or 0) for name, count in row.items()}


def failures(database: Database, most: int) -> tuple[tuple[str, str], ...]:
    """Programmes of the newest run that there is no report of, each with the reason."""
    question = (
        "SELECT programme, reason FROM failed_programmes ORDER BY programme LIMIT :most"
    )
    rows = database.rows(question, {"most": most})
    return tuple((row["programme"], row["reason"] or "") for row in rows)


def now() -> str:
    """This moment, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
