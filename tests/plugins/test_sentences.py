"""What plugins say is told in Latvian by the files of sentences that they bring."""

from pathlib import Path

import pytest

from plancheck.cli import main
from plancheck.plugins.host import load_plugins
from plancheck.plugins.sentences import read_sentences
from plancheck.settings.checked_toml import SettingsError
from plancheck.testing.translations import untranslated
from plancheck.translation import translator
from tests.programmes import SMALL
from tests.sites import Site

RULE = '''
from plancheck.sdk import Finding, Message, Verdict, rule


@rule("XX01", category="monitoring", severity="error", source="Custom of ours")
def names_nothing(programme):
    """Nothing is named."""
    message = Message.of("Of {thing} nothing is named.", thing=Message("peat"))
    return Verdict(0, message, (Finding(message),))
'''
SENTENCES = """
language = "lv"

[sentences]
"Of {thing} nothing is named." = "Par {thing} nekas nav nosaukts."
"peat" = "kūdru"
"Custom of ours" = "Mūsu paraža"
"Source" = "Šo plancheck pats saka citādi"
"""


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "ours"
    folder.mkdir()
    (folder / "ours.py").write_text(RULE, encoding="utf-8")
    (folder / "ours.lv.toml").write_text(SENTENCES, encoding="utf-8")
    return folder


def test_a_latvian_report_has_the_findings_of_ones_own_rules_in_latvian(
    rules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    programme = tmp_path / "small.md"
    programme.write_text(SMALL, encoding="utf-8")

    asked = ["--rules", str(rules), "--select", "XX01", "--lang", "lv"]
    main(["check", str(programme), *asked])

    printed = " ".join(capsys.readouterr().out.split())
    assert "Par kūdru nekas nav nosaukts." in printed
    assert "Mūsu paraža" in printed


def test_plancheck_s_own_sentences_stay(rules: Path) -> None:
    load_plugins(rule_files=[rules])

    assert translator("lv")("Source") == "Avots"
    assert translator("en")("Custom of ours") == "Custom of ours"


def test_a_plugin_brings_its_sentences_by_a_hook(site: Site, tmp_path: Path) -> None:
    file = tmp_path / "lv.toml"
    file.write_text(
        'language = "lv"\n[sentences]\n"A bog is named." = "Purvs ir nosaukts."\n',
        encoding="utf-8",
    )
    site.install(
        "bogs",
        "from pathlib import Path\nfrom plancheck.sdk import hookimpl\n"
        f"@hookimpl\ndef plancheck_sentences():\n    return [Path({str(file)!r})]\n",
    )

    load_plugins()

    assert translator("lv")("A bog is named.") == "Purvs ir nosaukts."


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('language = "lv"\n[sentences]\n"{a} of {b}" = "{a}"\n', r"values.*a, b"),
        ('language = "lv"\n[sentences]\n"All" = "{a}"\n', "“All”"),
        ('language = "lv"\n[sentences]\n"{a}" = "{a"\n', r"“\{a\}”"),
        ('language = "lt"\n[sentences]\n"All" = "Visi"\n', "language “lt”"),
        ('language = "lv"\n', "lacks “sentences”"),
        ('language = "lv"\n[sentences]\n"All" = 1\n', "must be a text"),
    ],
)
def test_a_file_by_which_no_report_could_be_written_is_refused(
    text: str, wrong: str, tmp_path: Path
) -> None:
    path = tmp_path / "lv.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError, match=wrong):
        read_sentences(path)


def test_what_lacks_a_translation_is_named(
    rules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (rules / "pages").mkdir()
    page = "# XX01: Nekas nav nosaukts\n\n## Neatbilst\n\n```markdown\n# Plāns\n```\n"
    (rules / "pages" / "XX01.lv.md").write_text(page, encoding="utf-8")
    (rules / "ours.lv.toml").write_text(
        SENTENCES.replace('"peat"', '"turf"'), encoding="utf-8"
    )

    main(["test-rules", str(rules)])

    printed = capsys.readouterr().out
    assert "peat" in printed
    assert "Custom" not in printed


def test_a_rule_without_a_page_in_another_language_lacks_nothing(rules: Path) -> None:
    [rule] = (
        each for each in load_plugins(rule_files=[rules]).rules if each.code == "XX01"
    )

    assert untranslated(rule) == []
