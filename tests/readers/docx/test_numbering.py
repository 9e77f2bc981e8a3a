from collections.abc import Callable

from plancheck.sdk import Document, ParagraphRole
from tests.readers.docx.building import item, numbering, p

Read = Callable[..., Document]


def labels(document: Document) -> list[str]:
    return [paragraph.text.removesuffix(" x") for paragraph in document.paragraphs]


def test_labels_are_printed_as_the_level_says(read: Read) -> None:
    lists = numbering(
        ("decimal", "%1."), ("lowerLetter", "%2)"), ("upperRoman", "RV%1.%3")
    )

    document = read(item("x") + item("x", 1) + item("x", 2), {"numbering": lists})

    assert labels(document) == ["1.", "a)", "RV1.I"]


def test_list_items_have_their_role(read: Read) -> None:
    document = read(item("x") + p("x"), {"numbering": numbering(("decimal", "%1."))})

    roles = [paragraph.role for paragraph in document.paragraphs]
    assert roles == [ParagraphRole.LIST_ITEM, ParagraphRole.BODY]


def test_a_bullet_is_one_whatever_its_font(read: Read) -> None:
    lists = numbering(("bullet", "\uf0a7"))

    assert labels(read(item("x"), {"numbering": lists})) == ["•"]


def test_a_level_starts_anew_below_the_next_item_above(read: Read) -> None:
    lists = numbering(("decimal", "%1."), ("decimal", "%1.%2."))
    body = item("x") + item("x", 1) + item("x", 1) + item("x") + item("x", 1)

    document = read(body, {"numbering": lists})

    assert labels(document) == ["1.", "1.1.", "1.2.", "2.", "2.1."]


def test_a_level_that_never_restarts_goes_on(read: Read) -> None:
    lists = numbering(("decimal", "%1."), ("decimal", "U%2")).replace(
        '<w:lvlText w:val="U%2"/>', '<w:lvlRestart w:val="0"/><w:lvlText w:val="U%2"/>'
    )
    body = item("x") + item("x", 1) + item("x") + item("x", 1)

    assert labels(read(body, {"numbering": lists})) == ["1.", "U1", "2.", "U2"]


def test_an_empty_item_counts(read: Read) -> None:
    lists = numbering(("decimal", "%1."))

    assert labels(read(item("x") + item("") + item("x"), {"numbering": lists})) == [
        "1.",
        "3.",
    ]


def test_numbering_switched_off_prints_nothing(read: Read) -> None:
    lists = numbering(("decimal", "%1."))

    assert labels(read(item("x", number_id="0"), {"numbering": lists})) == ["x"]


def test_a_list_with_its_own_start_begins_there(read: Read) -> None:
    lists = numbering(("decimal", "%1.")) + (
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    body = item("x") + item("x", number_id="7") + item("x", number_id="7")

    assert labels(read(body, {"numbering": lists})) == ["1.", "5.", "6."]


def test_lists_with_one_definition_count_together(read: Read) -> None:
    lists = numbering(("decimal", "%1.")) + (
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>'
    )

    assert labels(read(item("x") + item("x", number_id="7"), {"numbering": lists})) == [
        "1.",
        "2.",
    ]


def test_a_legal_level_prints_the_numbers_above_in_figures(read: Read) -> None:
    lists = numbering(("upperRoman", "%1."), ("decimal", "%1.%2.")).replace(
        '<w:lvlText w:val="%1.%2."/>', '<w:isLgl/><w:lvlText w:val="%1.%2."/>'
    )

    assert labels(read(item("x") + item("x", 1), {"numbering": lists})) == [
        "I.",
        "1.1.",
    ]


def test_a_level_passed_over_prints_its_start(read: Read) -> None:
    lists = numbering(("decimal", "%1."), ("decimal", "%1.%2."))

    assert labels(read(item("x", 1) + item("x"), {"numbering": lists})) == [
        "1.1.",
        "1.",
    ]


def test_a_list_may_be_that_of_a_numbering_style(read: Read) -> None:
    lists = numbering(("decimal", "M%1")) + (
        '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Saraksts"/></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="9"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="Saraksts"><w:name w:val="Saraksts"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )

    document = read(item("x", number_id="9"), {"numbering": lists, "styles": styles})

    assert labels(document) == ["M1"]


def test_a_deleted_item_does_not_count(read: Read) -> None:
    lists = numbering(("decimal", "%1."))
    place = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = p(
        '<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del>',
        f'{place}<w:rPr><w:del w:id="2"/></w:rPr>',
    )

    assert labels(read(item("x") + gone + item("x"), {"numbering": lists})) == [
        "1.",
        "2.",
    ]


def test_labels_in_cells_are_kept(read: Read) -> None:
    lists = numbering(("decimal", "%1)"))
    body = f"<w:tbl><w:tr><w:tc>{item('a')}{item('b')}</w:tc><w:tc>{p('c')}</w:tc></w:tr></w:tbl>"

    [table] = read(body, {"numbering": lists}).tables

    assert table.text_at(0, 0) == "1) a\n2) b"
