from pathlib import Path

import pytest

from plancheck.plugins.host import (
    ONLY_THESE,
    DuplicateRuleError,
    PluginAnswerError,
    PluginError,
    UnknownPluginError,
    load_plugins,
)
from tests.sites import Site

RULE = """
from plancheck.sdk import Message, Verdict, hookimpl, rule

@rule("{code}", category="climate", severity="info", source="A law")
def extra(programme):
    '''The programme has something extra.'''
    return Verdict(4, Message("It has."))

@hookimpl
def plancheck_rules():
    return [extra]
"""


def test_the_built_in_plugin_is_always_there() -> None:
    host = load_plugins()

    assert [info.name for info in host.infos] == ["builtin"]
    assert {reporter.name for reporter in host.reporters} >= {"text", "json"}


def test_an_installed_plugin_brings_its_rules(site: Site) -> None:
    site.install("extra", RULE.format(code="EX01"))

    host = load_plugins()

    assert "EX01" in {rule.code for rule in host.rules}
    extra = next(info for info in host.infos if info.name == "extra")
    assert (extra.version, extra.hooks, extra.rule_codes) == (
        "1.2",
        ("plancheck_rules",),
        ("EX01",),
    )


def test_the_environment_says_which_plugins_are_loaded(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.install("one", RULE.format(code="EX01"))
    site.install("two", RULE.format(code="EX02"))
    monkeypatch.setenv(ONLY_THESE, "two")

    assert [info.name for info in load_plugins().infos] == ["builtin", "two"]


def test_a_plugin_that_does_not_load_stops_the_run_with_its_name(site: Site) -> None:
    site.install("broken", "import no_such_module\n")

    with pytest.raises(
        PluginError, match=r"broken 1.2.*No module named 'no_such_module'"
    ) as info:
        load_plugins()

    assert "--without broken" in str(info.value)


def test_a_plugin_with_a_hook_that_there_is_not_does_not_load(site: Site) -> None:
    site.install(
        "typo",
        "from plancheck.sdk import hookimpl\n@hookimpl\ndef plancheck_ruls():\n    return []\n",
    )

    with pytest.raises(PluginError, match=r"typo.*plancheck_ruls"):
        load_plugins()


def test_a_broken_plugin_can_be_left_out(site: Site) -> None:
    site.install("broken", "import no_such_module\n")

    assert [info.name for info in load_plugins(["broken"]).infos] == ["builtin"]


def test_a_plugin_to_leave_out_must_be_installed(site: Site) -> None:
    site.install("extra", RULE.format(code="EX01"))

    with pytest.raises(UnknownPluginError, match=r"no plugin extr .*Installed: extra"):
        load_plugins(["extr"])


def test_two_rules_of_one_code_are_refused_with_both_plugins(site: Site) -> None:
    site.install("one", RULE.format(code="EX01"))
    site.install("two", RULE.format(code="EX01"))

    with pytest.raises(
        DuplicateRuleError, match=r"EX01: one of the plugin one.*plugin two"
    ):
        _ = load_plugins().rules


def test_a_plugin_that_answers_with_something_else_is_named(site: Site) -> None:
    site.install(
        "odd",
        "from plancheck.sdk import hookimpl\n@hookimpl\ndef plancheck_rules():\n    return ['x']\n",
    )

    with pytest.raises(
        PluginAnswerError, match="odd gives 'x' for plancheck_rules, not a Rule"
    ):
        _ = load_plugins().rules


def test_a_hook_that_crashes_names_its_plugin(site: Site) -> None:
    site.install(
        "odd",
        "from plancheck.sdk import hookimpl\n@hookimpl\ndef plancheck_rules():\n    return 1 / 0\n",
    )

    with pytest.raises(PluginError, match=r"odd.*ZeroDivisionError"):
        _ = load_plugins().rules


def test_a_plugin_that_exits_when_it_is_loaded_is_named(site: Site) -> None:
    site.install("quits", "raise SystemExit(0)\n")

    with pytest.raises(PluginError, match=r"quits 1.2.*SystemExit"):
        load_plugins()


FILE = """
from pathlib import Path
from plancheck.sdk import hookimpl

@hookimpl
def plancheck_{hook}():
    return [Path({path!r})]
"""


@pytest.mark.parametrize(
    ("hook", "text", "wrong"),
    [
        ("vocabularies", None, "there is no such file"),
        ("vocabularies", "language = [", "no file of terms"),
        ("vocabularies", "[concepts]\npeat = 3", r"\[concepts.peat\] must be a table"),
        ("vocabularies", "[concepts.peat]\nterms = 3", "terms must be a list of texts"),
        ("vocabularies", "kinds = 3", r"\[kinds\] must be a table"),
        ("vocabularies", "[words]\ntotals = [3]", "totals must be a list of texts"),
        ("profiles", "nam = 3", "no setting “nam”"),
        ("profiles", None, "there is no such file"),
        ("sentences", "sentences = 3", "lacks “language”"),
    ],
)
def test_a_file_that_is_wrong_is_told_with_its_plugin(
    site: Site, tmp_path: Path, hook: str, text: str | None, wrong: str
) -> None:
    path = tmp_path / "file.toml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    site.install("odd", FILE.format(hook=hook, path=str(path)))

    with pytest.raises(PluginError, match=wrong) as info:
        getattr(load_plugins(), hook)

    assert "--without odd" in str(info.value)


def test_a_rule_that_a_profile_declares_wrongly_is_told_with_its_plugin(
    site: Site, tmp_path: Path
) -> None:
    path = tmp_path / "file.toml"
    path.write_text('name = "x"\n[[section]]\ncode = "XX01"\n', encoding="utf-8")
    site.install("odd", FILE.format(hook="profiles", path=str(path)))

    with pytest.raises(PluginError, match=r"odd.*lacks “category”"):
        _ = load_plugins().rules
