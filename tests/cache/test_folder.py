import os
import threading
from pathlib import Path

import pytest

from plancheck.cache.folder import CacheFolder, usual_folder


@pytest.fixture
def folder(tmp_path: Path) -> CacheFolder:
    return CacheFolder(tmp_path / "cache")


def test_what_is_written_is_read_again(folder: CacheFolder) -> None:
    folder.write("ab12", b"x")

    assert folder.read("ab12") == b"x"
    assert folder.read("ab13") is None


def test_the_folder_is_its_owners_alone(folder: CacheFolder) -> None:
    folder.write("ab12", b"x")

    assert folder.path.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_others_may_write_to_is_not_believed(folder: CacheFolder) -> None:
    folder.write("ab12", b"x")
    folder.path.chmod(0o777)

    assert folder.read("ab12") is None
    folder.write("ab13", b"y")
    folder.path.chmod(0o700)
    assert folder.read("ab13") is None


def test_what_was_not_used_for_longest_goes_first(tmp_path: Path) -> None:
    folder = CacheFolder(tmp_path / "cache", limit=100)
    for number in range(5):
        folder.write(f"ab{number}", b"x" * 19)
        os.utime(tmp_path / "cache" / "ab" / f"ab{number}.entry", (number, number))
    assert folder.read("ab0")  # used now, so ab1 is the oldest

    folder.write("ab9", b"x" * 19)

    assert folder.info().size <= 100
    assert folder.read("ab0") is not None
    assert folder.read("ab1") is None
    assert folder.read("ab9") is not None


def test_a_folder_that_cannot_be_written_to_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    folder = CacheFolder(tmp_path / "cache")

    folder.write("ab12", b"x")

    assert folder.read("ab12") is None
    assert folder.info().entries == 0


def test_a_full_disk_leaves_nothing_behind(
    folder: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    folder.write("ab12", b"x")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", full)
        folder.write("ab13", b"y")

    assert [path.name for path in (folder.path / "ab").iterdir()] == ["ab12.entry"]


def test_several_may_use_it_at_once(folder: CacheFolder) -> None:
    small = CacheFolder(folder.path, limit=2000)
    seen: list[bytes | None] = []

    def work() -> None:
        for number in range(100):
            key = f"ab{number % 7}"
            small.write(key, key.encode() * 100)
            read = small.read(key)
            seen.append(None if read is None else read[:3])

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(seen) == 400
    assert set(seen) <= {None, *(f"ab{number}".encode() for number in range(7))}


def test_clearing_forgets_everything(folder: CacheFolder) -> None:
    folder.write("ab12", b"xyz")

    gone = folder.clear()

    assert (gone.entries, gone.size) == (1, 3)
    assert folder.info().entries == 0


def test_the_environment_names_another_folder_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANCHECK_CACHE", str(tmp_path))
    monkeypatch.setenv("PLANCHECK_CACHE_MB", "3")
    found = usual_folder()
    assert found is not None
    assert (found.path, found.limit) == (tmp_path, 3 << 20)

    monkeypatch.setenv("PLANCHECK_CACHE", "")
    assert usual_folder() is None

    monkeypatch.delenv("PLANCHECK_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    found = usual_folder()
    assert found is not None
    assert found.path == tmp_path / "plancheck"
