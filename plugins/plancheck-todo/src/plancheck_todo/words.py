"""The words of the list itself, in the languages that reports are written in."""

from plancheck.sdk import Location

WORDS = {
    "en": {
        "title": "To do: {title}",
        "intro": "{count} things to do, by {profile}, as of {date}.",
        "none": "Nothing is to be done.",
        "nowhere": "Not in the programme yet",
        "front": "Before the first heading",
        "unsure": "To be looked at by a person",
        "waived": "Waived: accepted as it is",
        "how": "How: {remedy}",
        "programme": "Programme without a title",
        "page": "page {number}",
        "about page": "about page {number}",
        "table": "table {number}",
        "row": "row {number}",
        "error": "must",
        "warning": "should",
        "info": "may",
    },
    "lv": {
        "title": "Darāmais: {title}",
        "intro": "Darāmo lietu skaits: {count}; profils {profile}, {date}.",
        "none": "Nekas nav jādara.",
        "nowhere": "Programmā vēl nav",
        "front": "Pirms pirmā virsraksta",
        "unsure": "Jāpārbauda cilvēkam",
        "waived": "Pieļauts: atstāts, kā ir",
        "how": "Kā: {remedy}",
        "programme": "Programma bez nosaukuma",
        "page": "{number}. lpp.",
        "about page": "ap {number}. lpp.",
        "table": "{number}. tabula",
        "row": "{number}. rinda",
        "error": "noteikti",
        "warning": "vajadzētu",
        "info": "var",
    },
}


def words_in(language: str) -> dict[str, str]:
    """The words in a language; in English where there are none."""
    return WORDS.get(language, WORDS["en"])


def place_in_chapter(location: Location, words: dict[str, str]) -> str:
    """Where in its chapter a thing stands: headings below it, table, row, page."""
    parts = list(location.section[1:])
    for key, number in (
        ("table", location.table_number),
        ("row", location.row_number),
        (
            "about page" if location.page_is_approximate else "page",
            location.page_number,
        ),
    ):
        if number is not None:
            parts.append(words[key].format(number=number))
    return ", ".join(parts)
