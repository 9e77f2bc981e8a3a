"""The tables of the generated programme, with the columns that real ones have."""

from collections.abc import Iterator, Sequence

from bench.latvian import Prose
from bench.word_xml import TableCell, row, table

RESPONSIBLE = (
    "Attīstības un plānošanas nodaļa",
    "Īpašumu apsaimniekošanas nodaļa",
    "Izglītības pārvalde",
    "Sociālais dienests",
    "SIA „Lejasupes ūdens”",
    "SIA „Lejasupes siltums”",
    "Kultūras pārvalde",
    "Būvvalde",
    "Finanšu nodaļa",
    "Lejasupes pilsētas pārvalde",
    "Birzmalu pagasta pārvalde",
)
SOURCES = (
    "Pašvaldības budžets",
    "ES fondi (ERAF)",
    "Valsts budžets",
    "ES fondi (ELFLA)",
    "Pašvaldības budžets, ES fondi (KF)",
    "Aizņēmums Valsts kasē",
)
UNITS = ("skaits", "%", "km", "EUR", "MWh", "tonnas CO2", "m2", "personas")
DATA_SOURCES = (
    "CSP",
    "Pašvaldības dati",
    "NVA",
    "PMLP",
    "LVĢMC",
    "RAIM",
    "Gada pārskats",
)
WIDE, UPRIGHT = 14570, 9638


def text_cells(texts: Sequence[str]) -> list[TableCell]:
    """One plain cell a text."""
    return [TableCell(text) for text in texts]


def header(labels: Sequence[str | tuple[str, Sequence[str]]]) -> list[list[TableCell]]:
    """Two header rows: a label runs over both, one with parts stands above them."""
    upper: list[TableCell] = []
    lower: list[TableCell] = []
    for label in labels:
        if isinstance(label, str):
            upper.append(TableCell(label, merge="restart"))
            lower.append(TableCell("", merge="continue"))
        else:
            upper.append(TableCell(label[0], span=len(label[1])))
            lower.extend(text_cells(label[1]))
    return [upper, lower]


def banner(text: str, widths: Sequence[int]) -> str:
    """A row of one filled cell over the whole width."""
    return row([TableCell(text, span=len(widths), is_filled=True)], widths)


def widths_of(shares: Sequence[int], total: int) -> list[int]:
    """Column widths in twentieths of a point by their shares of the whole."""
    return [total * share // sum(shares) for share in shares]


def money(amount: int) -> str:
    """An amount as printed, with spaces between thousands."""
    return f"{amount:,}".replace(",", " ")


def term(prose: Prose) -> str:
    """The years in which something is done."""
    start = prose.chance.randint(2022, 2026)
    return f"{start}.–{prose.chance.randint(start + 1, 2028) - 1}."


def _outcome(prose: Prose) -> str:
    done, thing = prose.verb("ts").capitalize(), prose.phrase("nom", plural=False)
    return f"{done} {thing} ({prose.chance.randint(1, 12)}), {prose.phrase('nom')}"


def action_table(prose: Prose, direction: str, task_count: int = 3) -> str:
    """Measures of one direction under their tasks; one responsible for several rows."""
    widths = widths_of((3, 12, 8, 5, 6, 8, 10, 8), WIDE)
    labels: list[str | tuple[str, Sequence[str]]] = [
        "Nr.",
        "Pasākums",
        "Atbildīgā institūcija",
        "Izpildes termiņš",
        ("Finansējums", ("Indikatīvā summa, EUR", "Finansējuma avots")),
        "Sasniedzamais rezultāts",
        "Īstenošanas vieta",
    ]
    return table(
        widths, header(labels), _action_rows(prose, direction, task_count, widths)
    )


def _action_rows(
    prose: Prose, direction: str, task_count: int, widths: Sequence[int]
) -> Iterator[str]:
    yield banner(f"RV{direction}. {prose.title()}", widths)
    for task in range(1, task_count + 1):
        yield banner(f"U{direction}.{task}. {prose.action()}", widths)
        for measure in range(1, 9):
            shared = measure % 3
            cells = text_cells(
                (
                    f"{direction}.{task}.{measure}.",
                    f"{prose.action()}, {prose.verb('jot')} {prose.phrase('acc')}",
                    prose.pick(*RESPONSIBLE) if shared == 1 else "",
                    term(prose),
                    money(prose.chance.randint(3, 900) * 500),
                    prose.pick(*SOURCES),
                    _outcome(prose),
                    f"{prose.place()} pagasts",
                )
            )
            is_merged = measure < 7
            merge = ("restart" if shared == 1 else "continue") if is_merged else ""
            body = cells[2].text or prose.pick(*RESPONSIBLE)
            cells[2] = TableCell("" if merge == "continue" else body, merge=merge)
            yield row(cells, widths)


def investment_table(prose: Prose, priority: int, first: int, count: int) -> str:
    """Projects of one priority with their money by source."""
    widths = widths_of((3, 11, 6, 6, 6, 6, 6, 5, 9, 5, 5, 8), WIDE)
    labels: list[str | tuple[str, Sequence[str]]] = [
        "Nr.p.k.",
        "Projekta nosaukums",
        "Atbilstība VTP, RV",
        "Indikatīvās izmaksas, EUR",
        (
            "Finansējuma avots, EUR",
            (
                "Pašvaldības budžets",
                "ES fondu finansējums",
                "Valsts budžets",
                "Privātais sektors",
            ),
        ),
        "Plānotie darbības rezultāti",
        ("Īstenošanas laiks", ("Uzsākšana", "Pabeigšana")),
        "Atbildīgais",
    ]
    rows = _projects(prose, priority, range(first, first + count), widths)
    return table(widths, header(labels), rows)


def _projects(
    prose: Prose, priority: int, numbers: range, widths: Sequence[int]
) -> Iterator[str]:
    for number in numbers:
        if number % 8 == 1:
            yield banner(f"VTP{priority}. {prose.title()}", widths)
        parts = [prose.chance.randint(1, 900) * 1000 for _ in range(2)]
        parts += [
            prose.chance.choice((0, 0, 150000)),
            prose.chance.choice((0, 0, 80000)),
        ]
        start = prose.chance.randint(2022, 2026)
        yield row(
            text_cells(
                (
                    f"{number}.",
                    prose.action(),
                    f"VTP{priority}, RV{priority}.{prose.chance.randint(1, 4)}",
                    money(sum(parts)),
                    *map(money, parts),
                    _outcome(prose),
                    str(start),
                    str(prose.chance.randint(start, 2027)),
                    prose.pick(*RESPONSIBLE),
                )
            ),
            widths,
        )


def indicator_table(prose: Prose, priority: int, first: int, count: int) -> str:
    """Indicators with baseline and two targets."""
    widths = widths_of((3, 12, 5, 5, 4, 5, 5, 6, 5, 9), WIDE)
    labels: list[str | tuple[str, Sequence[str]]] = [
        "Nr.",
        "Rezultatīvais rādītājs",
        "Mērvienība",
        ("Bāzes vērtība", ("Vērtība", "Gads")),
        ("Mērķa vērtība", ("2025. gads", "2027. gads")),
        "Datu avots",
        "Biežums",
        "Atbildīgais",
    ]
    rows = _indicators(prose, priority, range(first, first + count), widths)
    return table(widths, header(labels), rows)


def _indicators(
    prose: Prose, priority: int, numbers: range, widths: Sequence[int]
) -> Iterator[str]:
    yield banner(f"VTP{priority}. {prose.title()}", widths)
    for number in numbers:
        base = prose.chance.randint(20, 4000)
        name = f"{prose.phrase('gen', plural=True).capitalize()} {prose.noun('nom')}"
        texts = (
            f"{priority}.{number}.",
            name,
            prose.pick(*UNITS),
            money(base),
            prose.pick("2019", "2020", "2021"),
            money(base + prose.chance.randint(1, 90)),
            money(base + prose.chance.randint(100, 300)),
            prose.pick(*DATA_SOURCES),
            "Reizi gadā",
            prose.pick(*RESPONSIBLE),
        )
        yield row(text_cells(texts), widths)


def statistics_table(prose: Prose, count: int) -> str:
    """Seven years of figures, upright."""
    widths = widths_of((12, 4, 4, 4, 4, 4, 4, 4), UPRIGHT)
    labels: list[str | tuple[str, Sequence[str]]] = [
        "Teritorija",
        ("Gads", tuple(str(year) for year in range(2015, 2022))),
    ]
    rows = (
        row(
            text_cells(
                (
                    f"{prose.place()} pagasts, {prose.noun('nom', plural=True)}",
                    *(money(prose.chance.randint(90, 9000)) for _ in range(7)),
                )
            ),
            widths,
        )
        for _ in range(count)
    )
    return table(widths, header(labels), rows)


def proposal_table(prose: Prose, count: int) -> str:
    """What residents proposed and what became of it."""
    widths = widths_of((2, 10, 6, 4, 10), UPRIGHT)
    labels = ("Nr.", "Priekšlikums", "Iesniedzējs", "Lēmums", "Pamatojums")
    rows = (
        row(
            text_cells(
                (
                    f"{number}.",
                    prose.sentence(),
                    f"{prose.place()} pagasta iedzīvotāju padome",
                    prose.pick("Ņemts vērā", "Ņemts vērā daļēji", "Noraidīts"),
                    prose.sentence(),
                )
            ),
            widths,
        )
        for number in range(1, count + 1)
    )
    return table(widths, [text_cells(labels)], rows)
