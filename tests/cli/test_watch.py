"""`check --watch`: a save is judged anew, and only what changed is said."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plancheck.cli import main, watching
from tests.programmes import SMALL

BETTER = SMALL
WORSE = SMALL.replace("| PB, ES |", "| |")
ARGUMENTS = (
    "--select",
    "FF01,MO02",
    "--as-of",
    "2026-06-30",
    "--lang",
    "en",
    "--watch",
)

Step = Callable[[], object]


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Callable[..., None]:
    """Say what happens at each look at the files; after the last step, Ctrl-C."""

    def play(*steps: Step) -> None:
        left: Iterator[Step] = iter(steps)

        def wait() -> None:
            step = next(left, None)
            if step is None:
                raise KeyboardInterrupt
            step()

        monkeypatch.setattr(watching, "wait", wait)

    (folder / "small.md").write_text(WORSE, encoding="utf-8")
    return play


def save(text: str, name: str = "small.md") -> Step:
    return lambda: Path(name).write_text(text, encoding="utf-8")


def nothing() -> None:
    """Nobody does anything between two looks."""


def run(*more: str, path: str = "small.md") -> int:
    return main(["check", path, *ARGUMENTS, *more])


Capture = pytest.CaptureFixture[str]


def test_a_save_says_only_what_changed(
    script: Callable[..., None], capsys: Capture
) -> None:
    script(nothing, save(BETTER), nothing, nothing)

    assert run() == 0
    printed = capsys.readouterr()
    first, _, rest = printed.out.partition("Mended: 1")
    assert first.count("Lejasupes novada attīstības programma") == 1
    assert "✓ FF01 “Pārbūvēt Upes ielu” names no funding source." in rest
    assert "Lejasupes novada attīstības programma" not in rest
    assert "Saved: small.md" in printed.err
    assert printed.err.rstrip().endswith("No longer watching.")


def test_nothing_is_said_while_nothing_is_saved(
    script: Callable[..., None], capsys: Capture
) -> None:
    script(nothing, nothing, nothing)

    run()

    printed = capsys.readouterr()
    assert "Saved" not in printed.err
    assert "mended" not in printed.out


def test_a_file_that_is_still_written_is_waited_for(
    script: Callable[..., None], capsys: Capture
) -> None:
    script(save("# Half"), save("# Half of it"), save(BETTER), nothing, nothing)

    run()

    printed = capsys.readouterr()
    assert printed.err.count("Saved") == 1
    assert "mended: 1" in printed.out


def test_words_dance_of_temporary_files_and_renames_is_one_save(
    script: Callable[..., None], capsys: Capture
) -> None:
    plan = Path("small.md")
    script(
        save("lock", "~$small.md"),
        save(BETTER, "~WRD0001.tmp"),
        lambda: plan.rename("~WRL0002.tmp"),
        nothing,
        lambda: Path("~WRD0001.tmp").rename(plan),
        lambda: Path("~$small.md").unlink(),
        nothing,
        nothing,
    )

    run()

    printed = capsys.readouterr()
    assert "mended: 1" in printed.out
    assert "There is no file" not in printed.err


def test_a_file_that_stays_away_is_said_and_waited_for(
    script: Callable[..., None], capsys: Capture
) -> None:
    gone = [Path("small.md").unlink, *[nothing] * (watching.PATIENCE + 2)]
    script(*gone, save(BETTER), nothing, nothing)

    run()

    printed = capsys.readouterr()
    assert printed.err.count("There is no file or folder small.md") == 1
    assert "mended: 1" in printed.out


def test_a_damaged_volume_does_not_end_the_watching(
    script: Callable[..., None], capsys: Capture, folder: Path
) -> None:
    (folder / "plans").mkdir()
    (folder / "plans/1.md").write_text(WORSE, encoding="utf-8")
    script(
        save("PK\x03\x04 half a file", "plans/2.docx"),
        *[nothing] * (watching.PATIENCE + 2),
        lambda: Path("plans/2.docx").unlink(),
        save(BETTER, "plans/1.md"),
        *[nothing] * 3,
    )

    run(path="plans")

    printed = capsys.readouterr()
    assert printed.err.count("Saved") == 2
    assert "mended: 1" in printed.out


def test_settings_that_are_saved_are_heeded(
    script: Callable[..., None], capsys: Capture
) -> None:
    waiver = (
        '[[waiver]]\nrule = "FF01"\nreason = "Top."\nauthor = "A"\nuntil = 2027-01-01\n'
    )
    script(save(waiver, "plancheck.toml"), nothing, nothing)

    assert run("--fail-on", "warning") == 0
    assert "still there: 0, waived: 1" in capsys.readouterr().out


def test_a_mistake_in_the_settings_is_said_and_can_be_mended(
    script: Callable[..., None], capsys: Capture
) -> None:
    script(
        save("oops", "plancheck.toml"),
        *[nothing] * (watching.PATIENCE + 1),
        save("", "plancheck.toml"),
        save(BETTER),
        *[nothing] * 3,
    )

    run()

    printed = capsys.readouterr()
    assert printed.err.count("cannot be read as TOML") == 1
    assert "mended: 1" in printed.out


def test_facts_that_are_saved_are_heeded(
    script: Callable[..., None], capsys: Capture
) -> None:
    save('municipality = "Lejasupes novads"\n', "facts.toml")()
    script(save("municipality = 3\n", "facts.toml"), *[nothing] * 9)

    run("--facts", "facts.toml")

    assert capsys.readouterr().err.count("“municipality” must be") == 1


def test_files_are_written_anew_at_every_save(script: Callable[..., None]) -> None:
    script(save(BETTER), nothing, nothing)

    run("--format", "text", "--format", "json=out.json")

    assert '"fail": 0' in Path("out.json").read_text("utf-8")


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--write-baseline", "k.json"], "--watch goes neither with --write-baseline"),
        (["--format", "json"], "give json a file"),
    ],
)
def test_what_can_be_done_only_once_is_refused(
    more: list[str], sentence: str, script: Callable[..., None], capsys: Capture
) -> None:
    script()

    assert run(*more) == 2
    assert sentence in " ".join(capsys.readouterr().err.split())


def test_a_look_is_not_more_than_twice_a_second(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("time.sleep", waited.append)

    watching.wait()

    assert waited == [watching.PAUSE]
