import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancheck.text.values import (
    LONGEST_VALUE,
    Qualifier,
    Value,
    ValueKind,
    parse_value,
)


def kind(text: str, header: str = "") -> ValueKind:
    return parse_value(text, header).kind


@pytest.mark.parametrize("text", ["", "  ", "\u00a0\n", "\u200b"])
def test_nothing_printed_is_empty(text: str) -> None:
    value = parse_value(text)

    assert value.kind is ValueKind.EMPTY
    assert not value.is_filled


@pytest.mark.parametrize(
    "text",
    [
        "-",
        "–",
        "…",
        "†",
        "x",
        "n/a",
        "N/A",
        "nav",
        "TBD",
        "atkarībā no projekta konkursa",
        "ja piesaistīs finansējumu",
        "ilgtermiņā",
        "tiks precizēts",
        "Tiks noteikta 2025. gadā",
        "atbilstoši budžetam",
        "Atbilstoši pieejamajam finansējumam",
        "pēc nepieciešamības",
        "budžeta ietvaros",
        "Esošā budžeta ietvaros",
        "Pašvaldības budžeta ietvaros",
        "nav datu",
        "Nav zināms",
        "to be defined",
        "as needed",
        "Summa tiks precizēta",
    ],
)
def test_what_is_still_to_be_set_is_a_placeholder(text: str) -> None:
    value = parse_value(text)

    assert value.kind is ValueKind.PLACEHOLDER
    assert not value.is_filled


@pytest.mark.parametrize(
    ("text", "number", "currency"),
    [
        ("1 195 823,32 EUR", "1195823.32", "EUR"),
        ("17 583 236 euro", "17583236", "EUR"),
        ("EUR 26420455", "26420455", "EUR"),
        ("12,2 miljonu eiro", "12200000", "EUR"),
        ("30,66 milj. EUR", "30660000", "EUR"),
        ("€ 1.2 million", "1200000", "EUR"),
        ("€1.2m", "1200000", "EUR"),
        ("150 tūkst. EUR", "150000", "EUR"),
        ("34 000 LVL", "34000", "LVL"),
        ("Ls 172 953", "172953", "LVL"),
        ("Kopā 12 000 EUR", "12000", "EUR"),
        ("100 000 EUR (ES 85 000, pašv. 15 000)", "100000", "EUR"),
        ("60000EUR", "60000", "EUR"),
    ],
)
def test_sums_of_money(text: str, number: str, currency: str) -> None:
    value = parse_value(text)

    assert value.kind is ValueKind.AMOUNT
    assert value.number == Decimal(number)
    assert value.currency == currency


@pytest.mark.parametrize(
    ("text", "header", "number"),
    [
        ("125,5", "Indikatīvā summa, tūkst. EUR", "125500"),
        ("1,2", "Izmaksas (milj. EUR)", "1200000"),
        ("12 000", "Kopējās izmaksas, euro", "12000"),
        ("1,250", "Cost, EUR", "1250"),
        ("2025", "Summa, EUR", "2025"),
    ],
)
def test_the_header_tells_currency_and_scale(
    text: str, header: str, number: str
) -> None:
    value = parse_value(text, header)

    assert value.kind is ValueKind.AMOUNT
    assert value.number == Decimal(number)
    assert value.currency == "EUR"


def test_a_cell_with_its_own_currency_is_not_scaled_by_the_header() -> None:
    assert parse_value("12 000 EUR", "Summa, tūkst. EUR").number == 12_000


def test_a_column_of_money_need_not_name_the_currency() -> None:
    value = parse_value("12 000", "Indikatīvā summa")

    assert value.kind is ValueKind.AMOUNT
    assert value.currency == ""


def test_a_share_below_a_header_of_money_is_no_sum() -> None:
    value = parse_value("85%", "ES fondu finansējums")

    assert value.kind is ValueKind.NUMBER
    assert value.number == 85
    assert value.unit == "%"


def test_a_count_below_a_header_of_money_is_no_sum() -> None:
    assert kind("3 ēkas", "Finansējums") is ValueKind.NUMBER


def test_a_header_of_shares_gives_the_unit() -> None:
    assert parse_value("85", "ES finansējums, %").unit == "%"


@pytest.mark.parametrize("header", ["Finansējums (% no summas)", "Budget", ""])
@pytest.mark.parametrize("text", ["480 000 (20 %)", "480 000\n(20%)"])
def test_a_sum_with_its_share_behind_it_is_that_sum(text: str, header: str) -> None:
    value = parse_value(text, header)

    assert (value.number, value.unit) == (Decimal(480_000), "")


@pytest.mark.parametrize(
    ("text", "number", "qualifier"),
    [
        ("Vismaz 30", "30", Qualifier.AT_LEAST),
        ("≥ 30", "30", Qualifier.AT_LEAST),
        ("at least 30", "30", Qualifier.AT_LEAST),
        ("ne vairāk kā 5", "5", Qualifier.AT_MOST),
        ("līdz 30", "30", Qualifier.AT_MOST),
        (">10", "10", Qualifier.MORE_THAN),
        ("zem 12,5", "12.5", Qualifier.LESS_THAN),
        ("~25", "25", Qualifier.ABOUT),
        ("apmēram 25", "25", Qualifier.ABOUT),
        ("186", "186", Qualifier.EXACTLY),
    ],
)
def test_a_number_may_be_qualified(
    text: str, number: str, qualifier: Qualifier
) -> None:
    value = parse_value(text)

    assert (value.number, value.qualifier) == (Decimal(number), qualifier)


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("82%", "82", "%"),
        ("-3520", "-3520", ""),
        ("−5", "-5", ""),
        ("- 199 037 tCO₂", "-199037", "tCO₂"),
        ("7 362,1", "7362.1", ""),
        ("23 868 MWh", "23868", "MWh"),
        ("-1 193 MWh\n-5%", "-1193", "MWh"),
        ("120 m²", "120", "m²"),
        ("598 912³³", "598912", ""),
        ("10 tūkst. iedzīvotāju", "10", "tūkst. iedzīvotāju"),
        ("3 Ēkas", "3", "Ēkas"),
        ("0", "0", ""),
        ("-1998", "-1998", ""),
    ],
)
def test_a_number_has_its_unit_as_printed(text: str, number: str, unit: str) -> None:
    value = parse_value(text)

    assert value.kind is ValueKind.NUMBER
    assert (value.number, value.unit) == (Decimal(number), unit)


@pytest.mark.parametrize("text", ["85 (2021)", "85 (2021. gads)", "2021. gadā – 85"])
def test_a_number_may_have_its_year(text: str) -> None:
    value = parse_value(text)

    assert value.number == 85
    assert value.years == (2021, 2021)


def test_the_year_that_a_share_is_meant_for_is_no_unit() -> None:
    value = parse_value("50% līdz 2027. gadam")

    assert (value.unit, value.years) == ("%", (2027, 2027))


@pytest.mark.parametrize(
    ("text", "ends"), [("2–3", (2, 3)), ("10-15%", (10, 15)), ("no 5 līdz 10", (5, 10))]
)
def test_a_range_keeps_both_ends(text: str, ends: tuple[int, int]) -> None:
    value = parse_value(text)

    assert value.number == ends[0]
    assert value.upper == ends[1]


@pytest.mark.parametrize(
    "text",
    [
        "15/85",
        "15 / 85 / 0 / 0",
        "15:85",
        "1.2.3.",
        "3. daļa",
        "1) Izstrādāt plānu",
        "- 3 jaunas ēkas",
        "5-3",
        "10x20",
        "ES 85 000 EUR; valsts 15 000 EUR",
        "2 grupas, kas tiekas reizi mēnesī un lemj par visu, ko novada iedzīvotāji prasa",
        "Izveidota darba grupa",
        "Samazināt dabasgāzes patēriņu ēkās",
        "Samazinātas apsaimniekošanas izmaksas",
        "Ikgadējais transportlīdzekļu nobraukums",
        "Īstermiņa",
        "jā",
        "+",
    ],
)
def test_what_is_no_single_number_is_a_state(text: str) -> None:
    value = parse_value(text)

    assert value.kind is ValueKind.STATE
    assert value.number is None
    assert value.is_filled


@pytest.mark.parametrize(
    ("text", "trend"),
    [
        ("↑", "up"),
        ("↓", "down"),
        ("→", "keep"),
        ("↔", "keep"),
        ("Palielinās pret iepriekšējo gadu", "up"),
        ("pieaug", "up"),
        ("samazinās", "down"),
        ("Nesamazinās", "keep"),
        ("saglabājas", "keep"),
        ("increase", "up"),
        ("decrease", "down"),
    ],
)
def test_trends(text: str, trend: str) -> None:
    value = parse_value(text)

    assert (value.kind, value.trend) == (ValueKind.TREND, trend)


def test_a_long_text_with_a_gap_in_it_is_no_placeholder() -> None:
    text = "Sadales zudumi no elektroenerģijas piegādes pilsētā (tiks noteikts)"

    assert kind(text) is ValueKind.STATE


def test_a_trend_with_a_number_is_a_number() -> None:
    value = parse_value("samazinās par 10 %")

    assert value.kind is ValueKind.NUMBER
    assert value.number == 10
    assert value.trend == "down"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2022.–2027.", (2022, 2027)),
        ("2026Q1- 2026Q4", (2026, 2026)),
        ("2022., 2023., 2024.", (2022, 2024)),
        ("2023/24", (2023, 2024)),
        ("15.01.2022. – 31.12.2027.", (2022, 2027)),
        ("From 2024 to 2030", (2024, 2030)),
    ],
)
def test_periods(text: str, years: tuple[int, int]) -> None:
    value = parse_value(text)

    assert (value.kind, value.years) == (ValueKind.PERIOD, years)


@pytest.mark.parametrize(
    "text",
    [
        "2025",
        "2025. gads",
        "2025Q4",
        "2025. gada 4. ceturksnis",
        "I cet. 2025",
        "līdz 2025. gada 1. jūlijam",
        "31 December 2025",
        "12.05.2025.",
        "by 2025",
    ],
)
def test_terms_of_a_single_year(text: str) -> None:
    value = parse_value(text)

    assert (value.kind, value.years) == (ValueKind.YEAR, (2025, 2025))
    assert not value.is_number


@pytest.mark.parametrize(
    "header", ["Bāzes vērtība", "2027. gads", "Iedzīvotāju skaits"]
)
def test_a_bare_year_below_a_header_of_values_is_a_number(header: str) -> None:
    assert parse_value("2025", header).number == 2025


@pytest.mark.parametrize(
    "header", ["Mērķa gads", "Īstenošanas termiņš", "Baseline year", ""]
)
def test_a_bare_year_below_another_header_is_a_year(header: str) -> None:
    assert kind("2025", header) is ValueKind.YEAR


@pytest.mark.parametrize(
    "text",
    [
        "Regulāri",
        "pastāvīgi",
        "Ikgadējs pasākums.",
        "katru gadu",
        "Reizi gadā",
        "annually",
        "ongoing",
        "Pastāvīgi, 2022.–2027.",
    ],
)
def test_what_is_done_again_and_again_has_no_end(text: str) -> None:
    assert kind(text) is ValueKind.RECURRING


@pytest.mark.parametrize("text", ["Skatīt enerģētikas un klimata plānu", "see Annex 2"])
def test_references_send_the_reader_elsewhere(text: str) -> None:
    assert kind(text) is ValueKind.REFERENCE


def test_a_text_is_no_value() -> None:
    assert kind("1 " * LONGEST_VALUE) is ValueKind.STATE


@given(st.text(), st.text())
def test_any_cell_is_read_and_kept_as_printed(text: str, header: str) -> None:
    value = parse_value(text, header)

    assert value.text == text
    assert value.is_number == (value.kind in {ValueKind.NUMBER, ValueKind.AMOUNT})


CELLISH = st.text("0123456789 .,-–/%€EURtūkst.gadlīdz()\n", max_size=40)


@given(CELLISH, st.booleans())
def test_any_heap_of_digits_and_words_is_read(text: str, decimal_comma: bool) -> None:  # noqa: FBT001 - hypothesis gives it
    value = parse_value(text, decimal_comma=decimal_comma)

    assert isinstance(value, Value)
    assert value.upper is None or value.number is not None


@pytest.mark.parametrize(
    "text",
    [
        "1 " * 200,
        "1." * 200,
        "," * 400,
        "€" * 400,
        "līdz " * 80,
        "(2022 " * 66,
        "a " * 200,
        "1 111 " * 66,
        "- " * 200,
        " " * 399 + "1",
        "2022. " * 66,
    ],
)
def test_hostile_cells_take_no_time(text: str) -> None:
    start = time.process_time()
    for _ in range(20):
        parse_value(text, text)

    assert time.process_time() - start < 1
