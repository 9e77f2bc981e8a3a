import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.text.clauses import segments
from plancheck.text.folding import fold
from plancheck.text.sentences import sentences
from plancheck.text.stance import Stance, stance

NEGATION = re.compile(
    r"\b(?:nav|nebij\w*|netiek|netika|netiks|trukst|iztrukst|nepastav)\b"
    r"|\b(?:nepietiekam\w*|nenosak\w*|neparedz\w*|nenodrosin\w*|neietver|nesatur)\b"
    r"|\bbez (?!maksas|tam|izmain)"
    r"|\b(?:not|no|without|lack\w*|missing|absent)\b"
)
PROMISE = re.compile(
    r"\btiks \w+|\bplanot[sai]\w*|\bnepieciesam[sai]\b|\bvaretu\b|jaunveidojam"
    r"|\bja(?:izstrada|izveido|nosaka|veic)\w*"
    r"|\b(?:will|shall|should|to) be\b|\bplanned\b"
)


def denies(folded: str) -> bool:
    return bool(NEGATION.search(folded))


def promises(folded: str) -> bool:
    return bool(PROMISE.search(folded))


def stance_of(thing: str, text: str) -> Stance:
    start = text.index(thing)
    return stance(text, start, start + len(thing), denies, promises)


def texts(text: str) -> list[str]:
    return [sentence.text for sentence in sentences(text)]


def parts(text: str) -> list[str]:
    return [text[each.start : each.end] for each in segments(fold(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Noteikumi Nr. 628 ir spēkā.",
        "Programma 2022. gada 14. aprīlī apstiprināta.",
        "Pasākumi, t. sk. Rīgas ielas pārbūve.",
        "Sēde sākas plkst. 10.00.",
        "Vadītājs A. Bērziņš piekrīt.",
        "Ceļi, ielas u. c. objekti.",
        "1. Izstrādāt plānu.",
        "14. Saeima",
        "See p. 5 and fig. 3 of No. 7.",
        "Vairāk nekā 12.5 km ceļu.",
        "Laikā no 2022. 2027. gadam",
    ],
)
def test_abbreviations_and_ordinals_end_no_sentence(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ir plāns. Nav mērķu.", ["Ir plāns.", "Nav mērķu."]),
        ("Vai ir? Jā! Nē… Labi.", ["Vai ir?", "Jā!", "Nē…", "Labi."]),
        ("Līdz 2027. Pēc tam cits.", ["Līdz 2027.", "Pēc tam cits."]),
        ("Ceļi u. c. Pasākumi ir.", ["Ceļi u. c.", "Pasākumi ir."]),
        ("„Ir plāns.” Nav mērķu.", ["„Ir plāns.”", "Nav mērķu."]),
        ("• viens\n• divi • trīs", ["• viens", "• divi", "• trīs"]),
        ("Mērķi:\nēkas\nielas", ["Mērķi:", "ēkas\nielas"]),
        ("Ir plāns\nMērķi", ["Ir plāns", "Mērķi"]),
        ("Enerģijas\npatēriņš", ["Enerģijas\npatēriņš"]),
        ("Ir plāns.\n\nNav mērķu.", ["Ir plāns.", "Nav mērķu."]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_sees_it(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_what_a_colon_explains_is_not_denied_before_it() -> None:
    text = "Jūlijā bija tveice: pansionātā nav neviena dzesētāja."

    assert stance_of("tveice", text) is Stance.ASSERTED
    assert stance_of("dzesētāja", text) is Stance.NEGATED


def test_what_a_label_names_is_denied_behind_its_colon() -> None:
    assert stance_of("Grupa", "Grupa: nav izveidota.") is Stance.NEGATED


@given(st.text())
def test_sentences_leave_out_nothing_but_spaces(text: str) -> None:
    found = sentences(text)

    assert all(text[each.start : each.end] == each.text for each in found)
    assert "".join("".join(texts(text)).split()) == "".join(text.split())
    assert [each.start for each in found] == sorted({each.start for each in found})


@given(st.text("ab ,.;nirkasbetunvai\n", max_size=120))
def test_clauses_leave_out_nothing(text: str) -> None:
    assert "".join(parts(text)) == text


def test_a_clause_inside_another_is_cut_out() -> None:
    text = "Pašvaldībā, kurā nav dzelzceļa, mērķi ir noteikti."

    assert parts(text) == [
        "Pašvaldībā",
        ", kurā nav dzelzceļa",
        ", mērķi ir noteikti.",
    ]


@pytest.mark.parametrize(
    ("thing", "text"),
    [
        ("mērķteritorijas", "Programmā nav noteiktas mērķteritorijas."),
        ("partneri", "Nav noteiktas mērķteritorijas, grupas un partneri."),
        ("Mērķteritorijas", "Mērķteritorijas, kas minētas stratēģijā, nav noteiktas."),
        ("mērķteritorijas", "Nav norādīts, kuras ir mērķteritorijas."),
        ("mērķteritorijas", "Mērķi ir noteikti, bet mērķteritorijas nav noteiktas."),
        ("mērķteritorijas", "Mērķi ir noteikti, mērķteritorijas nav noteiktas."),
        ("rādītājiem", "Plāns ir bez rādītājiem."),
        ("grupa", "Nav izveidota grupa, kas nodrošinātu sadarbību."),
        ("mechanism", "There is no coordination mechanism."),
        ("target areas", "The target areas are not defined, but the group meets."),
        ("Grupas", "Grupas nav, tāpēc darbus saskaņo izpilddirektors."),
        ("mehānisms", "Mehānisms nav plānots; mehānisms netiks veidots."),
    ],
)
def test_what_its_clause_denies_is_negated(thing: str, text: str) -> None:
    assert stance_of(thing, text) is Stance.NEGATED


@pytest.mark.parametrize(
    ("thing", "text"),
    [
        ("Mehānisms", "Mehānisms tiks izveidots 2025. gadā."),
        ("mehānisms", "Grupa ir izveidota, bet mehānisms tiks izveidots."),
        ("mehānisms", "Grupa ir izveidota un mehānisms tiks pilnveidots."),
        ("grupa", "Vadības grupa (jaunveidojama)"),
        ("mehānismu", "Jāizveido mehānismu kopums."),
        ("group", "A steering group will be set up."),
        ("grupa", "Darbu vada grupa, kas tiks izveidota 2026. gadā."),
        ("group", "The group, which will be established in 2026, steers the work."),
    ],
)
def test_what_its_clause_puts_off_is_promised(thing: str, text: str) -> None:
    assert stance_of(thing, text) is Stance.PROMISED


@pytest.mark.parametrize(
    ("thing", "text"),
    [
        ("Grupa", "Grupa ir izveidota, bet mehānisms tiks izveidots."),
        ("Grupa", "Grupa ir izveidota un mehānisms tiks pilnveidots."),
        (
            "mērķteritorijas",
            "Pašvaldībā, kurā nav ostas, mērķteritorijas ir noteiktas.",
        ),
        ("mērķteritorijas", "Ne tikai mērķteritorijas, bet arī grupas ir noteiktas."),
        ("mērķteritorijās", "Pakalpojums ir bez maksas mērķteritorijās."),
        ("Mērķteritorijas", "Grupas nav izveidotas. Mērķteritorijas ir noteiktas."),
        ("target areas", "Not only target areas but also groups are defined."),
        ("plan", "The plan is due no later than 2027."),
        ("group", "The group is led by the mayor under decision No 41."),
        ("group", "The group, which is not large, coordinates the work."),
        ("Mērķteritorijas", "Mērķteritorijas"),
        ("grupa", "Darbu vada grupa, kas nav tikusies kopš pavasara."),
        ("grupa", "Darbu vada grupa, kas tiks iesaistīta pārskatu gatavošanā."),
        ("Grupa", "Grupa sagatavo pārskatu, kas vēl nav apstiprināts."),
        ("group", "The group prepares a budget, which has not been adopted."),
        ("group", "The group, which has not met this year, steers the work."),
        (
            "people",
            "It serves people who live here and whose needs there is no room for.",
        ),
        ("trīs grupas", "Pagasti nav līdzīgi, tāpēc programma izveido trīs grupas."),
        ("divas komisijas", "Naudas nav daudz, tādēļ darbojas divas komisijas."),
        ("one group", "The towns are not alike, therefore one group leads each."),
    ],
)
def test_what_its_clause_says_is_asserted(thing: str, text: str) -> None:
    assert stance_of(thing, text) is Stance.ASSERTED


def test_the_clause_of_each_mention_decides() -> None:
    text = "Grupas nav, bet grupas vadītājs ir."
    second = text.index("grupas")

    assert stance(text, 0, 6, denies, promises) is Stance.NEGATED
    assert stance(text, second, second + 6, denies, promises) is Stance.ASSERTED


@given(st.text("nav tiks, betkas. un", max_size=80), st.data())
def test_any_span_has_a_stance(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    assert stance(text, start, end, denies, promises) in Stance


@pytest.mark.parametrize(
    "piece", ["a, ", ", kas ", "ir un ", ". ", "\n", "• ", "!", "a. b "]
)
def test_hostile_text_takes_no_time(piece: str) -> None:
    text = piece * 20_000
    start = time.process_time()
    found = sentences(text)
    segments(fold(text))

    assert time.process_time() - start < 5
    assert found or not text.strip()


def test_a_scale_before_a_currency_does_not_end_a_sentence() -> None:
    text = "Ieņēmumi bija 20,7 milj. EUR gadā. Parāds ir 5 milj. Tas mazinās."

    assert [each.text for each in sentences(text)] == [
        "Ieņēmumi bija 20,7 milj. EUR gadā.",
        "Parāds ir 5 milj.",
        "Tas mazinās.",
    ]


def test_without_denies_only_what_is_right_behind_it() -> None:
    exception = (
        "Measures without an operation in the list are run by the steering group."
    )
    lack = "The programme works without a steering group."

    assert stance_of("steering group", exception) is Stance.ASSERTED
    assert stance_of("steering group", lack) is Stance.NEGATED


def test_a_contrast_denies_only_what_it_names() -> None:
    text = "Results are published on notice boards, not on the web only."

    assert stance_of("notice boards", text) is Stance.ASSERTED
    assert stance_of("web", text) is Stance.NEGATED
