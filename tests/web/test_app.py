"""The page on which a planner drops files, asked as a browser asks it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser import browser, window
from tests.programmes import SMALL

pytest.importorskip("starlette", reason="the extra “web” is not installed")
pytest.importorskip("httpx2", reason="starlette's test client needs it")

from starlette.testclient import TestClient

from plancheck.web.app import Service
from plancheck.web.checking import Checked
from plancheck.web.pages import render_result, render_start

HOST = "http://127.0.0.1:8021"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A browser at the page, which speaks Latvian; only one rule judges."""
    service = Service(tmp_path, (".docx", ".md"), "lv", ("--select=MO02",))
    with TestClient(service.app(), base_url=HOST) as made:
        yield made


def drop(client: TestClient, *files: tuple[str, str], **fields: str) -> str:
    """The page that says what came of these files."""
    sent = [("files", (name, text.encode())) for name, text in files]
    answer = client.post("/check", files=sent, data=fields)
    assert answer.status_code == 200
    return answer.text


def test_a_dropped_programme_gives_its_report_and_copies(client: TestClient) -> None:
    sample = Path(__file__).parents[2] / "sample_docs/english"
    [word] = sample.glob("*.docx")

    answer = client.post(
        "/check?lang=en", files={"files": (word.name, word.read_bytes())}
    )

    files = re.findall(r'<li><a href="([^"]+)"', answer.text)
    assert files == [
        *("report.html", "brief.docx", "report.xlsx", "report.json"),
        f"copies/{word.stem}.plancheck.docx",
    ]
    for file in files:
        assert client.get(f"{answer.url.path}{file}").status_code == 200
    report = client.get(f"{answer.url.path}report.html").text
    assert "Alderbrook" in report
    assert word.name in report
    assert "passes" in answer.text


def test_several_volumes_are_one_programme_and_keep_their_names(
    client: TestClient,
) -> None:
    page = drop(client, ("a/1.md", SMALL), ("b/1.md", "# Pielikums\n\nTeksts.\n"))

    assert "1.md, 1 (2).md" in page
    assert "Lejasupes novada attīstības programma" in page


def test_what_cannot_be_read_is_said_in_the_readers_language(
    client: TestClient, tmp_path: Path
) -> None:
    page = drop(client, ("plāns.docx", "nav Word"))

    assert "plāns.docx nevar nolasīt" in page
    assert "report.html" not in page
    assert str(tmp_path) not in page


def test_profile_stage_and_facts_are_heeded(client: TestClient) -> None:
    sent = [
        ("files", ("1.md", SMALL.encode())),
        ("facts", ("mani.toml", b'region = "Kurzeme"\n')),
    ]

    answer = client.post(
        "/check", files=sent, data={"profile": "eu", "stage": "adoption"}
    )

    report = client.get(f"{answer.url.path}report.json").json()
    assert report["profile"]["name"] == "eu"
    assert report["profile"]["stage"] == "adoption"


def test_facts_that_are_wrong_are_said(client: TestClient) -> None:
    sent = [
        ("files", ("1.md", SMALL.encode())),
        ("facts", ("mani.toml", b"regoin = 1\n")),
    ]

    page = client.post("/check", files=sent).text

    assert "regoin" in page
    assert "report.html" not in page


def test_settings_and_programs_are_not_taken(client: TestClient) -> None:
    rules = 'rules = ["evil.py"]\n'

    page = drop(
        client, ("1.md", SMALL), ("plancheck.toml", rules), ("evil.py", "raise OSError")
    )

    assert "report.html" in page
    assert "evil.py" not in page


def test_nothing_that_can_be_read_is_said(client: TestClient) -> None:
    answer = client.post("/check", files={"files": ("karte.png", b"x")})

    assert answer.status_code == 400
    assert 'role="alert"' in answer.text


def test_other_sites_may_not_ask_for_anything(client: TestClient) -> None:
    files = {"files": ("1.md", SMALL.encode())}

    foreign = client.post(
        "/check", files=files, headers={"Origin": "https://evil.example"}
    )
    rebound = client.get("/", headers={"Host": "evil.example"})

    assert (foreign.status_code, rebound.status_code) == (403, 400)


def test_no_file_outside_the_results_is_given(client: TestClient) -> None:
    answer = client.post("/check", files={"files": ("1.md", SMALL.encode())})

    for way in ("..%2ffiles%2f1.md", "%2fetc%2fpasswd", "none.html"):
        assert client.get(f"{answer.url.path}{way}").status_code == 404
    assert client.get("/reports/unknown/report.html").status_code == 404


def test_what_hangs_is_ended_and_said(tmp_path: Path) -> None:
    service = Service(tmp_path, (".md",), "en", seconds=0.01)
    with TestClient(service.app(), base_url=HOST) as client:
        page = drop(client, ("1.md", SMALL))

    assert "took too long and was ended" in page


def test_both_pages_can_be_read_by_everybody(tmp_path: Path) -> None:
    checked = Checked(
        1, ("Nav lasīts.",), "Programma", {"pass": 4, "fail": 2}, ("1.md",)
    )
    pages = (
        render_start("lv", (".docx",), "Nekas netika nomests."),
        render_result("lv", ("1.md",), checked),
    )

    with browser() as opened:
        for index, page in enumerate(pages):
            file = tmp_path / f"{index}.html"
            file.write_text(page, encoding="utf-8")
            with window(opened, file) as shown:
                assert shown.violations() == []
                assert shown.complaints == []
            with window(opened, file, width=400) as shown:
                assert shown.overflow <= 0
