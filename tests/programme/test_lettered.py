"""Goals, priorities and directions may be counted by letters, and measures below them too."""

import pytest

from plancheck.programme.printed_codes import PrintedCodes
from plancheck.rules.coherence import FACETS, vertical_coherence
from plancheck.rules.ties import Ties
from plancheck.sdk import Unsure
from plancheck.testing import programme

TITLE = "# Mežvidu novada attīstības programma 2025.–2031. gadam\n\n"
STRATEGY = """## 2. Stratēģiskā daļa

### Vidēja termiņa prioritātes

#### A. Veseli ģimeņu ļaudis

Iedzīvotāju veselība ir pamats visam.

#### B. Ērta satiksme

Ceļi savieno pagastus.

## 3. Rīcības plāns

| Kods | Pasākums | Atbildīgais | Termiņš |
| --- | --- | --- | --- |
| A/1-s1 | Doktorāta remonts | Sociālā pārvalde | 2026 |
| A/2-s1 | Peldētavas izveide | Sporta skola | 2027 |
| B/1-s1 | Autobusu pietura | Būvvalde | 2026 |
| B/1-s2 | Veloceļš | Būvvalde | 2028 |

"""


def tied(sentences: str) -> str:
    return (
        f"{TITLE}## 1. Saskaņotība ar citiem dokumentiem\n\n{sentences}\n\n{STRATEGY}"
    )


def named(text: str) -> list[tuple[str, str, str]]:
    judged = programme(text)
    return [(each.code, each.level, each.name) for each in judged.uncoded_objectives]


@pytest.mark.parametrize(
    "lines",
    [
        "### Prioritātes\n\nA. Droša piekraste\n\nB. Gudra ražošana",
        "### 2.1. Prioritātes\n\n- A) Droša piekraste\n- B) Gudra ražošana",
        "### Prioritāte A. Droša piekraste\n\nX\n\n### Prioritāte B. Gudra ražošana\n\nX",
        "A prioritāte – Droša piekraste\n\nB prioritāte – Gudra ražošana",
    ],
)
def test_priorities_may_be_counted_by_letters(lines: str) -> None:
    found = named(f"{TITLE}## Stratēģiskā daļa\n\n{lines}\n")

    assert found == [
        ("A", "priority", "Droša piekraste"),
        ("B", "priority", "Gudra ražošana"),
    ]


def test_a_list_by_letters_below_another_heading_has_no_priorities() -> None:
    lines = "### Prioritāro vietu saraksts\n\nA. Ostas iela\n\nB. Tirgus laukums"

    assert named(f"{TITLE}## Stratēģiskā daļa\n\n{lines}\n") == []


def test_a_letter_alone_counts_nothing() -> None:
    lines = "Prioritāte A. Droša piekraste"

    [only] = named(f"{TITLE}## Stratēģiskā daļa\n\n{lines}\n")

    assert only[0] == only[2] == "Droša piekraste"


BY_LETTERS = """A prioritāte izriet no novada ilgtspējīgas attīstības stratēģijas. Savukārt B
prioritāte īsteno Latgales plānošanas reģiona attīstības programmu un NAP2027."""
BY_MEASURES = """Pasākums A/2-s1 izpilda novada ilgtspējīgas attīstības stratēģiju, un B/1-s2 –
Latgales plānošanas reģiona attīstības programmu un NAP2027."""
BY_ROWS = """\
| Prioritāte | IAS | Latgales plānošanas reģiona attīstības programma | NAP2027 |
| --- | --- | --- | --- |
| A | Cilvēks | Veselība | 2 |
| B | Telpa | Ceļi | 4 |"""


@pytest.mark.parametrize("sentences", [BY_LETTERS, BY_MEASURES, BY_ROWS])
def test_letters_tie_priorities_to_documents(sentences: str) -> None:
    verdict = vertical_coherence(programme(tied(sentences)))

    assert verdict.passes
    assert "tied to them: 2 of 2" in str(verdict.message)


def test_without_any_tie_letters_leave_it_unsure() -> None:
    sentences = (
        "Programma ievēro novada ilgtspējīgas attīstības stratēģiju, Latgales plānošanas "
        "reģiona attīstības programmu un NAP2027."
    )

    with pytest.raises(Unsure, match="have no codes"):
        vertical_coherence(programme(tied(sentences)))


def test_an_article_is_no_letter_of_a_priority() -> None:
    text = """# Hillford Development Programme 2025–2031

## Coherence with other documents

A priority of the national development plan 2021–2027 and of the regional development
programme is health.

## Strategic part

### Priorities

A. Healthy families in every village

B. Easy transport between villages
"""

    ties = Ties(programme(text, language="en"), tuple(FACETS))

    assert [each.code for each in ties.priorities] == ["A", "B"]
    assert not ties.places


def test_codes_of_rows_are_found_as_they_are_printed() -> None:
    codes = PrintedCodes(["A/1-s1", "KLP-3.2", "RV1.2", "7"], lambda text: [text][:0])

    found = codes.named_in("Skat. A/1-s1., KLP-3.2 un A/1-s10; RV1.2 (7. lpp.)")

    assert list(found) == ["A/1-s1", "KLP-3.2", "RV1.2"]


def test_a_code_that_is_known_by_its_letters_is_not_found_twice() -> None:
    codes = PrintedCodes(["RV1.2"], lambda text: [text])

    assert list(codes.named_in("RV1.2")) == []
