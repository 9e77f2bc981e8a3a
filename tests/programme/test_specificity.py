"""How much of a text is the municipality's own."""

from plancheck.sdk import Programme, Specificity, measure_specificity
from plancheck.testing import programme

START = "# Lejasupes novada attīstības programma 2022.–2027. gadam\n\nIevads.\n\n"


def measured(text: str) -> Specificity:
    """The specificity of a text that stands in a section."""
    volume: Programme = programme(f"{START}## Sadaļa\n\n{text}\n")
    return measure_specificity(volume, volume.documents[0].sections)


def test_places_and_figures_are_counted_to_each_hundred_words() -> None:
    text = measured("Dzirnavu ielā applūda 14 māju pagrabi " + "vārds " * 34 + ".")

    [statement] = [each for each in text.statements if each.is_local]
    assert statement.places == ("Dzirnavu ielā",)
    assert statement.figures == ("14 māju",)
    assert round(text.score, 1) == 4.9


def test_years_dates_and_numbers_of_laws_are_no_figures() -> None:
    text = measured("Noteikumi Nr. 284 pieņemti 2024. gada 7. maijā, 3. pants.")

    assert text.score == 0


def test_what_is_said_of_the_nation_is_not_local() -> None:
    text = measured("Latvijas mērķis ir mazināt emisijas par 65 % un 12 ha.")

    assert text.score == 0
    assert text.national_share == 1


def test_an_own_place_makes_a_sentence_on_the_nation_local() -> None:
    text = measured("Latvijā lielākie plūdi 2010. gadā bija pie Dzirnavu ielas tilta.")

    assert text.national_share == 0
    assert text.score > 0


def test_a_heading_or_caption_on_the_nation_covers_what_stands_below() -> None:
    rows = "| Mērķis | Vērtība |\n| --- | --- |\n| Emisijas | –65 % |"
    text = measured(f"1. tabula. Nacionālie mērķi\n\n{rows}")

    assert [each.is_national for each in text.statements] == [True]


def test_the_name_of_the_municipality_counts_little() -> None:
    text = measured("Lejasupes novads rūpējas par saviem ļaudīm un dabu.")

    [statement] = text.statements
    assert statement.names_municipality
    assert not statement.is_local
    assert text.score == 1


def test_numbers_below_a_head_are_figures_without_a_unit_of_their_own() -> None:
    text = measured("| Vieta | Zaudējumi, EUR |\n| --- | --- |\n| Krasts | 12 000 |")

    assert text.statements[0].figures == ("12 000",)


def test_the_densest_run_has_the_words_asked_for() -> None:
    local = " ".join(f"Dzirnavu ielā ir {each} mājas." for each in range(10, 30))
    general = " ".join(f"Tas ir {each}veids no daudziem citiem." for each in "abcdefgh")

    text = measured(f"{general}\n\n{local}")

    densest = text.densest(50)
    assert 50 <= densest.word_count < text.word_count
    assert densest.score > text.score
    assert text.densest(10_000) is text


def test_nothing_is_not_local() -> None:
    assert Specificity(()).score == 0
    assert Specificity(()).national_share == 0
