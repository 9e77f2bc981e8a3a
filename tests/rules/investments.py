"""Investment plans of a few rows, for the tests on money."""

START = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\n"
HEAD = "| Nr. | Projekta nosaukums | {} | Atbildīgais |\n| --- | --- |{} --- |\n"


def investments(columns: str, *rows: str) -> str:
    """An investment plan with these columns between name and responsible body."""
    rule_line = " --- |" * (columns.count("|") + 1)
    lines = (f"| {number}. | {row} | AN |" for number, row in enumerate(rows, start=1))
    table = HEAD.format(columns, rule_line) + "\n".join(lines)
    return f"{START}## Investīciju plāns\n\n{table}\n"
