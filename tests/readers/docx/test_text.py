from collections.abc import Callable

import pytest

from plancheck.sdk import Document, ParagraphRole
from tests.readers.docx.building import (
    NAMESPACES,
    bold,
    field,
    p,
    part,
    row,
    run,
    table,
)

Read = Callable[..., Document]


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


INLINE = {
    "runs are joined": (run("rīcības ") + run("plāns"), "rīcības plāns"),
    "spaces of every kind are one": (run("2027. \u00a0\u2009 gads"), "2027. gads"),
    "letters are composed": (run("ri\u0304ci\u0304ba"), "rīcība"),
    "soft hyphens go": (run("paš\u00advaldība"), "pašvaldība"),
    "a hyphen that does not break is one": (
        f"{run('CO')}<w:r><w:noBreakHyphen/></w:r>{run('2')}",
        "CO-2",
    ),
    "a tab is a space": (f"{run('a')}<w:r><w:tab/></w:r>{run('b')}", "a b"),
    "a line break is a newline": (f"{run('a')}<w:r><w:br/></w:r>{run('b')}", "a\nb"),
    "insertions are in": (
        f'<w:ins w:id="1" w:author="x">{run("jauns")}</w:ins>',
        "jauns",
    ),
    "what moved here is in": (f'<w:moveTo w:id="1">{run("te")}</w:moveTo>', "te"),
    "deletions are out": (
        f'{run("ir")}<w:del w:id="1"><w:r><w:delText>nav</w:delText></w:r></w:del>',
        "ir",
    ),
    "what moved away is out": (
        f'{run("ir")}<w:moveFrom w:id="1">{run("nav")}</w:moveFrom>',
        "ir",
    ),
    "a hyperlink's text is in": (f"<w:hyperlink>{run('saite')}</w:hyperlink>", "saite"),
    "a smart tag's text is in": (f"<w:smartTag>{run('Rīga')}</w:smartTag>", "Rīga"),
    "an element that nobody knows is walked into": (
        f"<w:future>{run('teksts')}</w:future>",
        "teksts",
    ),
    "a content control's text is in": (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('lauks')}</w:sdtContent></w:sdt>",
        "lauks",
    ),
    "a field is its result": (field(" REF x ", run("3. nodaļa")), "3. nodaļa"),
    "a simple field is its result": (
        f'<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple>',
        "7",
    ),
    "a field in a field's instruction is not printed": (
        field(
            f"IF </w:instrText></w:r>{field('PAGE', run('9'))}<w:r><w:instrText>",
            run("jā"),
        ),
        "jā",
    ),
    "an arrow of Wingdings": (
        '<w:r><w:sym w:font="Wingdings" w:char="F0E1"/></w:r>',
        "↑",
    ),
    "an arrow of Symbol": ('<w:r><w:sym w:font="Symbol" w:char="F0AF"/></w:r>', "↓"),
    "private characters of a run's font": (
        run("\uf0e8", '<w:rFonts w:ascii="Wingdings"/>'),
        "→",
    ),
    "small text above the base stands in brackets": (
        f"<w:r><w:ruby><w:rt>{run('b')}</w:rt><w:rubyBase>{run('a')}</w:rubyBase></w:ruby></w:r>",
        "a(b)",
    ),
    "a fraction of a formula": (
        (
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num>"
            "<m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
        ),
        "1/2",
    ),
    "a form's check box": (
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/>'
            '</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/>'
            f"</w:r>{run(' jā')}"
        ),
        "☒ jā",
    ),
    "hidden text is out": (run("redzams") + run("slēpts", "<w:vanish/>"), "redzams"),
    "text with hiding switched off is in": (
        run("redzams", '<w:vanish w:val="0"/>'),
        "redzams",
    ),
}


@pytest.mark.parametrize("name", INLINE)
def test_text_inside_a_paragraph(read: Read, name: str) -> None:
    xml, text = INLINE[name]

    assert texts(read(p(xml))) == [text]


def test_a_word_ending_in_another_alternative_is_read_once(read: Read) -> None:
    alternatives = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'>{run('viens')}</mc:Choice>"
        f"<mc:Fallback>{run('viens')}</mc:Fallback></mc:AlternateContent>"
    )

    assert texts(read(p(alternatives))) == ["viens"]


def test_the_other_alternative_is_read_where_the_first_is_empty(read: Read) -> None:
    alternatives = (
        "<mc:AlternateContent><mc:Choice Requires='x'/>"
        f"<mc:Fallback>{run('otrs')}</mc:Fallback></mc:AlternateContent>"
    )

    assert texts(read(p(alternatives))) == ["otrs"]


def test_a_paragraph_without_its_end_runs_on_into_the_next(read: Read) -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'

    document = read(p("Mērķis ir ", deleted) + p("sasniegts."))

    assert texts(document) == ["Mērķis ir sasniegts."]


def test_a_last_paragraph_without_its_end_is_read(read: Read) -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'

    assert texts(read(p("Beigas", deleted))) == ["Beigas"]


def test_paragraphs_of_a_content_control_are_read_in_their_place(read: Read) -> None:
    control = f"<w:sdt><w:sdtContent>{p('divi')}</w:sdtContent></w:sdt>"

    assert texts(read(p("viens") + control + p("trīs"))) == ["viens", "divi", "trīs"]


def test_a_text_box_follows_its_paragraph(read: Read) -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>"
        f"{p('kastē')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<w:txbxContent>{p('kastē')}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )

    document = read(p(run("pirms ") + box + run("un pēc")))

    roles = [(each.text, each.role) for each in document.paragraphs]
    assert roles == [
        ("pirms un pēc", ParagraphRole.BODY),
        ("kastē", ParagraphRole.TEXT_BOX),
    ]


def test_word_art_is_read(read: Read) -> None:
    art = (
        '<w:r><w:pict><v:shape><v:textpath string="PROJEKTS"/></v:shape></w:pict></w:r>'
    )

    assert texts(read(p(art))) == ["PROJEKTS"]


def test_a_field_without_an_end_swallows_nothing(read: Read) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    assert texts(read(p(begin) + p("Teksts."))) == ["Teksts."]


def test_footnotes_stand_at_the_end_with_their_numbers(read: Read) -> None:
    citing = p(run("Iedzīvotāji") + '<w:r><w:footnoteReference w:id="5"/></w:r>')
    notes = f'<w:footnote w:id="5">{p("CSP dati.")}</w:footnote>'

    document = read(citing + p("Tālāk."), {"footnotes": notes})

    assert texts(document) == ["Iedzīvotāji", "Tālāk.", "1 CSP dati."]
    assert document.paragraphs[-1].role is ParagraphRole.FOOTNOTE


def test_a_footnote_belongs_to_the_section_that_cites_it(read: Read) -> None:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = (
        '<w:p><w:pPr><w:pStyle w:val="Virsraksts1"/></w:pPr>'
        f"{run('Ievads')}{mark}</w:p>"
        '<w:p><w:pPr><w:pStyle w:val="Virsraksts1"/></w:pPr>'
        f"{run('Mērķi')}</w:p>"
    )
    notes = f'<w:footnote w:id="1">{p("Avots")}</w:footnote>'

    document = read(body, {"footnotes": notes})

    assert document.paragraphs[-1].location.section == ("Ievads",)


def test_endnotes_have_roman_numbers(read: Read) -> None:
    citing = p(run("Teksts") + '<w:r><w:endnoteReference w:id="2"/></w:r>')
    notes = f'<w:endnote w:id="2">{p("Avots")}</w:endnote>'

    assert texts(read(citing, {"endnotes": notes})) == ["Teksts", "i Avots"]


def test_headers_and_footers_stand_apart(read: Read) -> None:
    document = read(p("Teksts."), {"header": p("Novads"), "footer": p("2027")})

    assert texts(document) == ["Teksts."]
    assert [each.text for each in document.running] == ["Novads", "2027"]


def test_tracked_changes_are_said(read: Read) -> None:
    inserted = f'<w:ins w:id="1">{run("a")}</w:ins>'
    deleted = '<w:del w:id="2"><w:r><w:delText>b</w:delText></w:r></w:del>'

    [note] = read(p(inserted + deleted)).notes

    assert str(note) == (
        "The document has tracked changes: 1 insertions are read, 1 deletions are left out."
    )


def test_hidden_text_is_said(read: Read) -> None:
    [note] = read(p(run("slēpts", "<w:vanish/>"))).notes

    assert str(note) == "Hidden text of 6 characters is left out."


def test_text_hidden_by_its_style_is_out(read: Read) -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="S"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    hidden = p("slēpts", '<w:pStyle w:val="S"/>')
    shown = p(run("redzams", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="S"/>')

    assert texts(read(hidden + shown, {"styles": style})) == ["redzams"]


def test_comments_are_not_text_and_are_said(read: Read) -> None:
    body = p(run("Teksts") + '<w:r><w:commentReference w:id="1"/></w:r>')
    comments = f'<w:comment w:id="1">{p("piezīme")}</w:comment>'

    document = read(body, {"comments": comments})

    assert texts(document) == ["Teksts"]
    assert [str(note) for note in document.notes] == [
        "1 comments are not read as part of the text."
    ]


def test_a_chart_is_read_as_a_line_for_each_series(read: Read) -> None:
    chart = (
        f"<c:chartSpace {NAMESPACES}><a:p><a:r><a:t>Iedzīvotāji</a:t></a:r></a:p><c:ser>"
        "<c:tx><c:v>Skaits</c:v></c:tx><c:cat><c:v>2020</c:v><c:v>2021</c:v></c:cat>"
        "<c:val><c:v>10</c:v><c:v>9</c:v></c:val></c:ser></c:chartSpace>"
    )
    drawing = '<w:r><w:drawing><c:chart r:id="charts/chart1.xml"/></w:drawing></w:r>'

    document = read(p(drawing), {"charts/chart1.xml": chart})

    assert texts(document) == ["Iedzīvotāji", "Skaits: 2020 10; 2021 9"]


def test_a_diagram_is_read_shape_by_shape(read: Read) -> None:
    diagram = (
        f"<dgm:dataModel {NAMESPACES}><dgm:pt><a:p><a:r><a:t>Dome</a:t></a:r></a:p></dgm:pt>"
        "<dgm:pt><a:p><a:r><a:t>Komisija</a:t></a:r></a:p></dgm:pt></dgm:dataModel>"
    )
    drawing = (
        '<w:r><w:drawing><dgm:relIds r:dm="diagrams/data1.xml"/></w:drawing></w:r>'
    )

    document = read(p(drawing), {"diagrams/data1.xml": diagram})

    assert texts(document) == ["Dome", "Komisija"]


def test_an_inserted_web_page_is_read(read: Read) -> None:
    page = (
        "<html><head><title>x</title></head><p>Pirmā</p><p>Otrā &amp; trešā</p></html>"
    )

    document = read('<w:altChunk r:id="a.html"/>', {"a.html": page})

    assert texts(document) == ["Pirmā", "Otrā & trešā"]


def test_an_inserted_file_of_an_unknown_format_is_a_gap(read: Read) -> None:
    document = read(p("Teksts") + '<w:altChunk r:id="a.rtf"/>', {"a.rtf": "{\\rtf}"})

    [gap] = document.gaps
    assert str(gap.reason) == "A document inserted as a file is not read."


def test_an_embedded_workbook_is_a_gap(read: Read) -> None:
    embedded = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'

    [gap] = read(p(embedded)).gaps

    assert str(gap.reason) == "An embedded file of Excel is not read."


PICTURE = p("<w:r><w:drawing><a:blip/></w:drawing></w:r>")
_LONG = p("Teksts par novadu un tā ļaudīm. " * 20)


@pytest.mark.parametrize(
    "body",
    [p("4. tabula. Ceļu garums") + PICTURE, PICTURE + p("4. tabula. Ceļu garums")],
    ids=["caption above", "caption below"],
)
def test_a_picture_captioned_as_a_table_is_a_gap(read: Read, body: str) -> None:
    [gap] = read(_LONG + body + _LONG).gaps

    assert str(gap.reason) == "A table is a picture, and text in it is not read."


@pytest.mark.parametrize(
    "body",
    [
        p("4. attēls. Ceļi") + PICTURE,
        PICTURE,
        p("4. tabula. Ceļi") + table(row("a", "b")) + PICTURE,
        PICTURE + p("4. tabula. Ceļi") + table(row("a", "b")),
    ],
    ids=["a figure", "no caption", "below its table", "above another's table"],
)
def test_a_picture_that_is_no_table_is_no_gap(read: Read, body: str) -> None:
    assert read(_LONG + body + _LONG).gaps == ()


def test_a_document_of_pictures_has_a_gap(read: Read) -> None:
    picture = "<w:r><w:drawing><a:blip/></w:drawing></w:r>"

    [gap] = read(p(picture) * 3).gaps

    assert str(gap.reason).startswith("The document is mostly pictures (3)")


def test_a_damaged_part_is_a_gap_and_the_text_is_read(read: Read) -> None:
    document = read(p("Teksts"), {"footnotes.xml": "<w:broken"})

    assert texts(document) == ["Teksts"]
    assert [str(gap.reason) for gap in document.gaps] == [
        "The part word/footnotes.xml of the file is damaged."
    ]


def test_the_strict_variant_of_the_format_is_read(read: Read) -> None:
    strict = part("hdr", p("Galvene")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )

    document = read(bold("Teksts"), {"header.xml": strict})

    assert [each.text for each in document.running] == ["Galvene"]


def test_a_table_inside_a_run_is_read(read: Read) -> None:
    inside = table(row("a", "b"))

    document = read(p(f"{run('pirms ')}<w:r>{inside}</w:r>{run('un pēc')}"))

    assert texts(document) == ["pirms un pēc"]
    assert [cell.text for cell in document.tables[0].cells] == ["a", "b"]
