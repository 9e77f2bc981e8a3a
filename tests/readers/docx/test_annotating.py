"""Comments stand at the exact words, and all else in a Word file stays as it was."""

import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from lxml import etree

from plancheck.readers.docx import READER, annotate_docx
from plancheck.sdk import AnnotationError, ReadingOptions
from tests.readers.docx.building import (
    W as WORD,
)
from tests.readers.docx.building import (
    cell,
    field,
    heading,
    item,
    numbering,
    p,
    row,
    run,
    table,
    word_file,
)
from tests.readers.docx.copies import Copy, W, annotated, note, quotes_of
from tests.readers.test_locked import PASSWORD, write_locked

ROOT = Path(__file__).parents[3]
CORPUS = Path(os.environ.get("PLANCHECK_CORPUS", ROOT / "../shared/corpus")).resolve()
BOLD = "<w:b/>"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
W16 = "http://schemas.microsoft.com/office/word/2016/wordml/cid"

Annotate = Callable[..., Copy]


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a Word file of the XML of its body and its other parts."""
    return lambda body, parts=None: word_file(tmp_path / "plāns.docx", body, parts)


SENTENCE = p("Ceļu garums ir 41 km, un tas pieaug.")


def test_words_within_a_run_are_marked_and_keep_their_formatting(
    write: Callable[..., Path],
) -> None:
    copy = annotated(write(p(run("Ceļu garums ir 41 km.", BOLD))), note("garums ir 41"))

    assert copy.marked == ["garums ir 41"]
    texts = list(copy.part("word/document.xml").iter(f"{W}t"))
    runs = [each.getparent() for each in texts]
    assert [each.text for each in texts] == ["Ceļu ", "garums ir 41", " km."]
    assert all(run is not None and len(run.findall(f"{W}rPr/{W}b")) for run in runs)


INSERTED = '<w:ins w:id="1" w:author="A">{}</w:ins>'
DELETED = '<w:del w:id="2" w:author="A"><w:r><w:delText>nav </w:delText></w:r></w:del>'
LINK = '<w:hyperlink w:anchor="a">{}</w:hyperlink>'
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
PIECES = {
    "several runs": (run("Ceļu ", BOLD) + run("gar") + run("ums ir 41"), "garums ir"),
    "a tracked insertion": (
        run("Ceļu ") + INSERTED.format(run("garums ir 41")) + run(" km"),
        "garums ir",
    ),
    "a tracked deletion": (run("Ceļu ") + DELETED + run("garums ir"), "Ceļu garums"),
    "tabs and breaks": (
        "<w:r><w:t>Ceļu</w:t><w:tab/><w:t>garums</w:t><w:br/><w:t>ir 41</w:t></w:r>",
        "garums\nir",
    ),
    "a proofing mark": (
        run("Ceļu gar") + '<w:proofErr w:type="spellStart"/>' + run("ums ir"),
        "garums ir",
    ),
    "spaces that a reader does not see": (
        run("Ceļu\u00a0 gar\u00adums"),
        "Ceļu garums",
    ),
}


@pytest.mark.parametrize(("content", "quote"), PIECES.values(), ids=PIECES)
def test_exact_words_are_found_over(
    content: str, quote: str, write: Callable[..., Path]
) -> None:
    copy = annotated(write(p(content)), note(quote))

    [marked] = copy.marked
    assert "".join(marked.split()).replace("\u00ad", "") == "".join(quote.split())


AROUND = {
    "a link": (run("Ceļu ") + LINK.format(run("garums ir 41")), "garums ir 41"),
    "a content control": (run("Ceļu ") + CONTROL.format(run("garums ir")), "garums ir"),
    "a field": (run("Ceļu ") + field("REF a", run("garums ir")), "garums ir"),
    "a simple field": (
        run("Ceļu ") + f'<w:fldSimple w:instr="REF a">{run("garums ir")}</w:fldSimple>',
        "garums ir",
    ),
    "a field without an end": (
        run("Ceļu ") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("garums"),
        "garums",
    ),
}


@pytest.mark.parametrize(("content", "words"), AROUND.values(), ids=AROUND)
def test_marks_stand_around_what_word_may_write_anew(
    content: str, words: str, write: Callable[..., Path]
) -> None:
    copy = annotated(write(p(content)), note("garums"))

    assert copy.marked == [words]


def test_a_number_that_word_prints_is_no_part_of_the_words(
    write: Callable[..., Path],
) -> None:
    body = item("Vīzija") + item("Mērķi un prioritātes")

    copy = annotated(
        write(body, {"numbering": numbering(("decimal", "%1."))}),
        note("2. Mērķi un prioritātes", 1),
    )

    assert copy.marked == ["Mērķi un prioritātes"]


TABLE = table(
    row("Rādītājs", "Bāze", "Mērķis"),
    row("Ceļi", cell("41", '<w:vMerge w:val="restart"/>'), "60"),
    row("Tilti un ceļi", cell("", "<w:vMerge/>"), "7"),
)
PLACES = {
    "a cell": (note("41", 1, 2, 2), "41"),
    "words in a cell": (note("un ceļi", 1, 3, 1), "un ceļi"),
    "a row": (note("Ceļi | 41 | 60", 1, 2), "Ceļi|41|60"),
    "a row below a merged cell": (
        note("Tilti un ceļi | 41 | 7", 1, 3),
        "Tilti un ceļi||7",
    ),
    "a merged cell": (note(None, 1, 3, 2), "41"),
    "a row without words": (note(None, 1, 2), "Ceļi|41|60"),
    "a table": (note("1. tabula", 1), "Rādītājs|Bāze|Mērķis"),
    "a column that the table has not": (note(None, 1, 2, 9), "Ceļi|41|60"),
    "a row that the table has not": (note(None, 1, 9), "Tilti un ceļi||7"),
    "a heading": (note("Uzraudzība", 0), "Uzraudzība"),
    "a paragraph whose words are others now": (note("Cits", 2), "Beigas."),
}


@pytest.mark.parametrize(("placed", "marked"), PLACES.values(), ids=PLACES)
def test_a_comment_stands_at(
    placed: object, marked: str, write: Callable[..., Path]
) -> None:
    path = write(heading("Uzraudzība") + TABLE + p("Beigas."))

    assert annotated(path, placed).marked == [marked]  # type: ignore[arg-type]  # a place


def test_a_table_within_a_cell_is_a_place_of_its_own(
    write: Callable[..., Path],
) -> None:
    inner = table(row("Gads", "Skaits"), row("2021", "41"))
    path = write(table(row("A", "B"), row("C", cell(p("Ārējā") + inner + p()))))

    assert annotated(path, note("41", 1, 2, 2)).marked == ["41"]


TITLED = heading("1. Ievads") + p("Programma", '<w:pStyle w:val="Title"/>') + SENTENCE
TITLE_STYLE = {
    "styles": '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/>'
    "</w:style>"
}


@pytest.mark.parametrize("block", [None, 99])
def test_without_a_place_a_comment_stands_at_the_title(
    block: int | None, write: Callable[..., Path]
) -> None:
    copy = annotated(write(TITLED, TITLE_STYLE), note(None, block))

    assert copy.marked == ["Programma"]


BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
    "<w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    "<w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_for_words_in_a_text_box_the_paragraph_that_holds_it_is_marked(
    write: Callable[..., Path],
) -> None:
    path = write(p(run("Ceļi.") + BOX.format(p("Kastē."))) + p("Beigas."))

    copy = annotated(path, note("Kastē.", 1))

    assert copy.marked[0].startswith("Ceļi.")


def test_for_words_of_a_footnote_the_paragraph_that_cites_it_is_marked(
    write: Callable[..., Path],
) -> None:
    cited = p(run("Avots.") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    notes = f'<w:footnote w:id="1">{p("CSP dati.")}</w:footnote>'
    path = write(p("Ievads.") + cited, {"footnotes": notes})

    assert annotated(path, note("1 CSP dati.", 2)).marked == ["Avots."]


@pytest.mark.parametrize("kind", ["<w:text/>", '<w:dataBinding w:xpath="/x"/>'])
def test_what_word_fills_in_by_itself_is_not_marked(
    kind: str, write: Callable[..., Path]
) -> None:
    filled = f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{p('Nosaukums')}"
    path = write(f"{filled}</w:sdtContent></w:sdt>{p('Ievads.')}")

    assert annotated(path, note("Nosaukums", 0)).marked == ["Ievads."]


def test_many_notes_on_the_same_words_all_stand_there(
    write: Callable[..., Path],
) -> None:
    notes = [note("41 km"), note("garums ir 41"), note("41 km"), note(None)]

    copy = annotated(write(SENTENCE), *notes)

    whole = "Ceļu garums ir 41 km, un tas pieaug."
    assert copy.marked == ["41 km", "garums ir 41", "41 km", whole]


def test_python_docx_reads_the_comments_with_author_and_text(
    write: Callable[..., Path],
) -> None:
    copy = annotated(write(SENTENCE), note("41 km", text="Nav gada."))

    [comment] = docx.Document(str(copy.path)).comments
    assert (comment.author, comment.initials) == ("plancheck", "pc")
    assert (
        comment.text
        == "Nav gada.\nMO02 (kļūda, 1/4): Ir bāze.\nIelīmēšanai:\nCeļi | 41"
    )


def test_comments_have_a_day_and_their_properties_in_the_schemas_order(
    write: Callable[..., Path],
) -> None:
    order = ["rStyle", "b", "sz"]

    comments = annotated(write(SENTENCE), note("41")).part("word/comments.xml")

    [comment] = comments
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT00:00:00Z", comment.get(f"{W}date", ""))
    assert {each.tag for each in comment} == {f"{W}p"}
    for properties in comments.iter(f"{W}rPr"):
        names = [etree.QName(each).localname for each in properties]
        assert names == sorted(names, key=order.index)


PEOPLE = (
    '<w:comment w:id="3" w:author="Anna" w:initials="A"><w:p><w:r><w:t>Mans.</w:t></w:r>'
    "</w:p></w:comment>"
)
MARKED = p(
    '<w:commentRangeStart w:id="3"/>'
    + run("Ceļu garums ir 41 km.")
    + '<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>'
)


def test_comments_of_people_stay_and_keep_their_numbers(
    write: Callable[..., Path],
) -> None:
    copy = annotated(write(MARKED, {"comments": PEOPLE}), note("41 km"))

    assert copy.comments == [("Anna", "Mans."), ("plancheck", "Nav bāzes vērtības.")]
    assert copy.ids == ["4"]


def test_a_second_run_replaces_its_comments_and_no_others(
    write: Callable[..., Path],
) -> None:
    first = annotated(write(MARKED, {"comments": PEOPLE}), note("41"), note("Ceļu"))

    second = annotated(first.path, note("garums", text="Cits."))

    assert second.comments == [("Anna", "Mans."), ("plancheck", "Cits.")]
    assert second.marked == ["garums"]


def test_the_same_notes_make_the_same_bytes(write: Callable[..., Path]) -> None:
    path = write(SENTENCE)

    first, second = (annotate_docx(path, [note("41")], ReadingOptions()) for _ in "12")

    assert first == second


def test_an_answer_to_a_comment_that_is_replaced_stays_alone(
    write: Callable[..., Path],
) -> None:
    # As Word leaves it: each comment is known by its last paragraph in two more parts.
    own = PEOPLE.replace("Anna", "plancheck").replace('w:id="3"', 'w:id="2"')
    names = ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    comments = (
        own.replace("<w:p>", f'<w:p{names} w14:paraId="0A">')
        + PEOPLE.replace("<w:p>", f'<w:p{names} w14:paraId="0B">')
    )  # fmt: skip
    extended = (
        f'<x:commentsEx xmlns:x="{W15}"><x:commentEx x:paraId="0A" x:done="0"/>'
        '<x:commentEx x:paraId="0B" x:paraIdParent="0A" x:done="0"/></x:commentsEx>'
    )
    ids = (
        f'<x:commentsIds xmlns:x="{W16}"><x:commentId x:paraId="0A" x:durableId="7A"/>'
        '<x:commentId x:paraId="0B" x:durableId="7B"/></x:commentsIds>'
    )
    extensible = (
        '<x:extensible xmlns:x="urn:x"><x:commentExtensible x:durableId="7A"/>'
        '<x:commentExtensible x:durableId="7B"/></x:extensible>'
    )
    parts = {
        "comments": comments,
        "commentsExtended.xml": extended,
        "commentsIds.xml": ids,
        "commentsExtensible.xml": extensible,
    }

    copy = annotated(write(MARKED, parts))

    assert copy.comments == [("Anna", "Mans.")]
    [answer] = copy.part("word/commentsExtended.xml")
    assert dict(answer.attrib) == {f"{{{W15}}}paraId": "0B", f"{{{W15}}}done": "0"}
    [known] = copy.part("word/commentsIds.xml")
    assert known.get(f"{{{W16}}}durableId") == "7B"
    [dated] = copy.part("word/commentsExtensible.xml")
    assert dated.get("{urn:x}durableId") == "7B"


def test_comments_look_as_the_documents_own_styles_say(
    write: Callable[..., Path],
) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Komentars"><w:name w:val="annotation text"/>'
        '</w:style><w:style w:type="character" w:styleId="Atsauce">'
        '<w:name w:val="annotation reference"/></w:style>'
    )
    copy = annotated(write(SENTENCE, {"styles": styles}), note("41"))

    comments = copy.part("word/comments.xml")
    assert {each.get(f"{W}val") for each in comments.iter(f"{W}pStyle")} == {
        "Komentars"
    }
    assert {each.get(f"{W}val") for each in comments.iter(f"{W}rStyle")} == {"Atsauce"}


def changed_part(path: Path, name: str, old: bytes, new: bytes) -> None:
    """Replace bytes in a part of a package."""
    with zipfile.ZipFile(path) as package:
        parts = {each: package.read(each) for each in package.namelist()}
    parts[name] = parts[name].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for each, content in parts.items():
            package.writestr(each, content)


def test_a_strict_file_stays_strict(write: Callable[..., Path]) -> None:
    path = write(SENTENCE)
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    changed_part(path, "word/document.xml", WORD.encode(), strict)

    copy = annotated(path, note("41 km"))

    assert copy.marked == ["41 km"]
    with zipfile.ZipFile(copy.path) as package:
        text = package.read("word/document.xml") + package.read("word/comments.xml")
        links = package.read("word/_rels/document.xml.rels")
    assert strict in text
    assert WORD.encode() not in text
    assert b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments" in links


def test_remarks_in_the_xml_stay(write: Callable[..., Path]) -> None:
    path = write(SENTENCE)
    remark = b"<!-- by hand --><?tool x?><w:body>"
    changed_part(path, "word/document.xml", b"<w:body>", remark)

    copy = annotated(path, note("41 km"))

    with zipfile.ZipFile(copy.path) as package:
        assert remark in package.read("word/document.xml")


def test_hostile_text_stays_text(write: Callable[..., Path]) -> None:
    hostile = "<script>alert(1)</script> =HYPERLINK(1) " + "a" * 10_000
    path = write(p("Ceļi &lt;b&gt; \u202e 41 km " + "x" * 10_000))

    copy = annotated(path, note("41 km", text=hostile))

    assert copy.marked == ["41 km"]
    assert copy.comments == [("plancheck", hostile)]


def test_a_document_with_macros_keeps_them(tmp_path: Path) -> None:
    path = word_file(tmp_path / "plāns.docm", SENTENCE, {"vbaProject.bin": b"\x00\xff"})

    copy = annotated(path, note("41 km"))

    assert copy.path.suffix == ".docm"
    with zipfile.ZipFile(copy.path) as package:
        assert package.read("word/vbaProject.bin") == b"\x00\xff"


def test_a_locked_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "slepens.docx"
    write_locked(path, PASSWORD)

    with pytest.raises(
        AnnotationError, match="a password locks it, and the copy would"
    ):
        annotate_docx(path, [note("41")], ReadingOptions(PASSWORD))


@pytest.mark.parametrize("part", ["comments.xml", "_rels/document.xml.rels"])
def test_damaged_parts_that_would_change_are_refused(
    part: str, write: Callable[..., Path]
) -> None:
    path = write(MARKED, {"comments": PEOPLE})
    changed_part(path, f"word/{part}", b"<", b"<<")

    with pytest.raises(AnnotationError, match="is damaged; open it in Word"):
        annotate_docx(path, [note("41")], ReadingOptions())


def test_a_file_without_a_paragraph_is_refused(write: Callable[..., Path]) -> None:
    with pytest.raises(AnnotationError, match="no paragraph of its own"):
        annotate_docx(write(""), [note(None)], ReadingOptions())


needs_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(),
    reason=f"The corpus of real documents is not at {CORPUS}.",
)


@needs_corpus
@pytest.mark.parametrize(
    "name",
    ["lv/liepaja_secap_2023-2030_lv.docx", "en/hagerstown_comprehensive_plan_en.docx"],
)
def test_real_documents_change_by_their_comments_only(
    name: str, tmp_path: Path
) -> None:
    path = Path(shutil.copy(CORPUS / "plans" / name, tmp_path))
    notes = quotes_of(path, 20)

    copy = annotated(path, *notes)

    assert len(copy.ids) == len(notes) > 10


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed."
)
def test_libreoffice_opens_a_copy_with_all_its_comments(tmp_path: Path) -> None:
    path = word_file(tmp_path / "plāns.docx", heading("Uzraudzība") + TABLE + SENTENCE)
    copy = annotated(path, note("41 km", 2), note("Ceļi | 41 | 60", 1, 2), note(None))

    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--headless", "--convert-to", "fodt", "--outdir", str(tmp_path)]
    subprocess.run(  # noqa: S603 - a program that is installed
        [*command, str(copy.path)], check=True, capture_output=True, timeout=90
    )

    opened = etree.parse(tmp_path / "plāns.plancheck.fodt")
    names = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
    authors = [each.findtext("{*}creator") for each in opened.iter(names)]
    assert authors == ["plancheck"] * 3


def test_the_reader_of_word_files_annotates() -> None:
    assert READER.annotate is annotate_docx
