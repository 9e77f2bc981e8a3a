from plancheck.testing import document, programme

SMALL = """
    # Lejasupes novada attīstības programma 2022.–2027. gadam

    ## 1. Rīcības plāns

    Vidējā termiņā uzlabo pieejamību, ēkas un ielas.
    """


def test_indentation_of_a_document_does_not_count() -> None:
    assert [section.title for section in document(SMALL).walk()] == [
        "Lejasupes novada attīstības programma 2022.–2027. gadam",
        "1. Rīcības plāns",
    ]


def test_a_document_is_named_in_its_locations() -> None:
    read = document(SMALL, "2. sējums.md")

    assert {block.location.document for block in read.blocks} == {"2. sējums.md"}


def test_a_programme_is_read_in_its_own_language() -> None:
    assert programme(SMALL).language == "lv"
    assert programme("# Development programme 2024-2030").language == "en"
    assert programme(SMALL, language="en").language == "en"


def test_a_programme_knows_the_facts_given() -> None:
    made = programme(SMALL, neighbours=("Kalnavas novads",))

    assert made.facts.neighbours == ("Kalnavas novads",)
