from collections.abc import Iterable
from pathlib import Path

import pytest

import plancheck
from plancheck.checker import NotAProgrammeError, check
from plancheck.hookspecs import hookimpl
from plancheck.model.message import Message
from plancheck.model.report import Outcome
from plancheck.plugins.host import Host, load_plugins
from plancheck.reading import Observer, read
from plancheck.settings import Settings, Stage
from plancheck.settings.checked_toml import SettingsError

COMPLETE = Path(__file__).parents[1] / "sample_docs/source/complete.md"
BROKEN = b"PK\x03\x04 this is no Word file"


def test_a_programme_is_judged_by_the_profile_of_its_kind(small: Path) -> None:
    report = check(small)

    assert (
        report.programme.title
        == "Lejasupes novada attīstības programma 2022.–2027. gadam"
    )
    assert report.programme.municipality == "Lejasupes novads"
    assert report.programme.period == (2022, 2027)
    assert (report.programme.language, report.programme.kind) == (
        "lv",
        "lv-municipality",
    )
    assert (report.profile.name, report.profile.is_given) == ("lv-municipality", False)
    assert report.profile.stage == "draft"
    assert report.results
    assert Outcome.ERROR not in {result.outcome for result in report.results}
    assert all(result.pages for result in report.results)


def test_results_stand_by_category_and_code(small: Path) -> None:
    codes = [result.code for result in check([str(small)]).results]

    assert codes == sorted(
        codes, key=lambda code: ("DSLGSDTFGVPACIFFMOCL".index(code[:2]), code)
    )


def test_settings_are_taken_as_they_are(small: Path) -> None:
    (small.parent / "plancheck.toml").write_text(
        'select = ["DS01"]\n', encoding="utf-8"
    )

    by_file = check(small)
    by_hand = check(
        small, Settings(profile="eu", stage=Stage.ADOPTION, select=("DS04",))
    )

    assert [result.code for result in by_file.results] == ["DS01"]
    assert [result.code for result in by_hand.results] == ["DS04"]
    assert (by_hand.profile.name, by_hand.profile.is_given) == ("eu", True)
    assert by_hand.profile.stage == "adoption"
    assert dict(by_hand.settings)["select"] == ("DS04",)


def test_a_profile_that_there_is_not_is_named(small: Path) -> None:
    with pytest.raises(
        SettingsError, match="no profile “lv-municipal”; did you mean “lv-"
    ):
        check(small, Settings(profile="lv-municipal"))


def test_a_volume_that_cannot_be_read_is_a_gap_and_the_rest_is_judged(
    small: Path,
) -> None:
    (small.parent / "annex.docx").write_bytes(BROKEN)

    report = check(small.parent)

    assert not report.is_complete
    [broken] = [each for each in report.documents if each.name.endswith("annex.docx")]
    assert broken.gaps
    assert broken.blocks == ()
    assert report.programme.title


def test_what_is_not_found_is_unsure_when_a_volume_cannot_be_read(small: Path) -> None:
    (small.parent / "annex.docx").write_bytes(BROKEN)

    before = {each.code: each.outcome for each in check(small).results}
    after = {each.code: each.outcome for each in check(small.parent).results}

    assert before["GV01"] is Outcome.FAIL
    assert after["GV01"] is Outcome.UNSURE


def test_a_document_that_is_no_programme_is_refused_with_what_was_sought(
    tmp_path: Path,
) -> None:
    (tmp_path / "letter.md").write_text("# Vēstule\n\nLabdien!\n", encoding="utf-8")

    with pytest.raises(
        NotAProgrammeError, match=r"letter\.md does not look like .*--profile"
    ):
        check(tmp_path)

    by_hand = check(tmp_path, Settings(profile="lv-municipality"))
    assert "does not look like" in str(by_hand.notes[0])
    assert by_hand.programme.kind is None


def test_a_profile_for_something_else_does_not_say_that_it_is_no_programme(
    tmp_path: Path,
) -> None:
    (tmp_path / "plan.md").write_text("# Enerģētikas plāns\n", encoding="utf-8")
    profile = tmp_path / "energy.toml"
    profile.write_text('name = "energy"\nselect = ["DS01"]\n', encoding="utf-8")
    host = load_plugins()

    class Plugin:
        @hookimpl
        def plancheck_profiles(self) -> Iterable[Path]:
            return (profile,)

    host.manager.register(Plugin(), "energy")
    host = Host(host.manager, {**host.versions, "energy": "1"})

    report = check(tmp_path / "plan.md", Settings(profile="energy"), host=host)

    assert (report.profile.name, report.notes) == ("energy", ())


def test_steps_are_told(small: Path) -> None:
    steps: list[tuple[str, int, int]] = []

    def on_step(what: Message, done: int, total: int) -> None:
        steps.append((str(what), done, total))

    check(small, Settings(select=("DS01", "DS04")), observer=Observer(on_step))

    assert steps == [
        ("Reading small.md", 0, 1),
        ("Judged DS01", 1, 2),
        ("Judged DS04", 2, 2),
    ]


def test_the_front_door_gives_the_same(small: Path) -> None:
    assert plancheck.check is check
    assert plancheck.read is read
    assert isinstance(plancheck.check(str(small)), plancheck.Report)
    assert "check" in dir(plancheck)
    with pytest.raises(AttributeError, match="no attribute 'chek'"):
        _ = plancheck.chek  # type: ignore[attr-defined]  # that is what is tested


def test_the_summary_counts_the_rows_of_the_plans_and_names_the_objectives() -> None:
    programme = check(COMPLETE, Settings(select=("DS01",))).programme

    counts = (
        programme.measure_count,
        programme.project_count,
        programme.indicator_count,
    )
    assert counts == (83, 51, 49)
    assert [name.split()[0] for name in programme.goals] == ["SM1", "SM2", "SM3"]
    assert programme.priorities[0].startswith("VTP1 Kvalitatīva izglītība")


def test_rows_of_a_table_that_is_both_plans_count_once(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(BOTH_PLANS, encoding="utf-8")

    programme = check(
        path, Settings(profile="lv-municipality", select=("DS01",))
    ).programme

    assert (programme.measure_count, programme.project_count) == (1, 0)


BOTH_PLANS = """\
# Lejasupes novada attīstības programma 2022.–2027. gadam

## Rīcības un investīciju plāns

| Nr. | Pasākums | Atbildīgais | Izpildes termiņš | Sasniedzamais rezultāts | \
Indikatīvā summa, EUR | Finansējuma avots |
| --- | --- | --- | --- | --- | --- | --- |
| 1.1.1. | Pārbūvēt skolas pagalmu | Izglītības pārvalde | 2024 | 1200 m² | 40 000 | ERAF |
"""


def test_what_lies_packed_beside_the_volumes_is_told(small: Path) -> None:
    (small.parent / "2. sējums.zip").write_bytes(b"PK")

    assert check(small).notes == ()
    [note] = check(small.parent).notes
    assert "2. sējums.zip" in str(note)
