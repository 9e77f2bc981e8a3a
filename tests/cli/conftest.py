"""What the tests of the command line share: a programme in a folder, and rules for it."""

from pathlib import Path

import pytest

from tests.programmes import SMALL
from tests.sites import Site

RULES = """
from plancheck.sdk import Finding, Message, Verdict, hookimpl, rule

def make(code, severity, score):
    @rule(code, category="climate", severity=severity, source="A law")
    def judged(programme, *, share: float = 0.5):
        '''The programme has it.'''
        if score is None:
            raise KeyError("x")
        finding = Finding(Message.of("Row “{name}” lacks it.", name="Upes iela"))
        return Verdict(score, Message("It is so."), () if score > 2 else (finding,))
    return judged

@hookimpl
def plancheck_rules():
    return [make("EXE1", "error", 1), make("EXW1", "warning", 1), make("EXP1", "error", 4),
            make("EXC1", "error", None)]
"""


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Site) -> Path:
    """The folder that the command runs in: `small.md`, and a plugin with four rules."""
    site.install("extra", RULES)
    (tmp_path / "small.md").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
