"""Fact sheets: one measure a table, the names of its fields in the first column."""

from plancheck.testing import programme

SHEETS = """
# Rīcības plāns

| Pasākums D1 | Upes laipas atjaunošana |
| --- | --- |
| Ko darīs | Nomainīs dēļus |
| Kur | Gārša |
| Atbild | Komunālā nodaļa |
| Kad | 2026 |
| Cik maksā un no kā | 9 000 EUR no pašvaldības budžeta |
| Kā zināsim, ka izdevies | Laipa atvērta visu gadu |

| Pasākums D2 | Skolas jumta remonts |
| --- | --- |
| Ko darīs | Nosegs jumtu |
| Kur | Lejasupe |
| Atbild | Izglītības nodaļa |
| Kad | 2027 |
| Cik maksā un no kā | 40 000 EUR no valsts budžeta |
| Kā zināsim, ka izdevies | Jumts netek |
"""


def test_a_title_with_the_next_number_begins_the_next_sheet() -> None:
    measures = programme(SHEETS).measures

    assert [(each.code, each.name) for each in measures] == [
        ("D1", "Upes laipas atjaunošana"),
        ("D2", "Skolas jumta remonts"),
    ]


def test_plain_names_of_fields_tell_who_and_what_comes_of_it() -> None:
    [measure, _] = programme(SHEETS).measures

    assert measure.responsible.text == "Komunālā nodaļa"
    assert measure.field("result").text == "Laipa atvērta visu gadu"


def test_numbered_steps_belong_to_the_sheet_whose_title_has_no_number() -> None:
    steps = SHEETS.partition("| Pasākums D2")[0].replace("Pasākums D1", "Pasākums")
    steps += "| Pasākums 1 | Iepirkums |\n| Pasākums 2 | Būvdarbi |\n"

    [measure] = programme(steps.replace("gadu |\n\n|", "gadu |\n|")).measures

    assert measure.name == "Upes laipas atjaunošana"


def test_a_sheet_that_begins_with_its_number_keeps_it() -> None:
    sheets = "\n".join(
        f"""
| Rādītāja Nr. | {number} |
| --- | --- |
| Rādītājs | {name} |
| Mērvienība | km |
| Sākotnējās vērtības gads | 2023 |
| Sākotnējā vērtība | 4 |
| Sasniedzamā vērtība | 9 |
"""
        for number, name in ((1, "Veloceļi"), (2, "Ietves"), (3, "Takas"))
    )

    found = programme(f"# Uzraudzība\n{sheets}").indicators

    assert [(each.code, each.name) for each in found] == [
        ("1", "Veloceļi"),
        ("2", "Ietves"),
        ("3", "Takas"),
    ]
    assert found[0].field("baseline year").text == "2023"
