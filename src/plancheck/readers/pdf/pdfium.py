"""The edge to PDFium: its C functions, typed, and nothing of what they are for.

The functions that run once a word or once a path are called without releasing Python's
lock, which halves their cost; PDFium is used by one thread only.
"""

import ctypes
from collections.abc import Callable
from ctypes import byref, c_float, c_int, c_size_t, c_ulong, c_ushort, c_void_p
from typing import Any

import pypdfium2_raw  # type: ignore[import-untyped]  # it has no types
from pypdfium2_raw import bindings

Handle = int | None
"""A document, page or object of PDFium; None where there is none."""

PATH, IMAGE, FORM = 2, 3, 5
"""Kinds of page objects."""

MOVE_TO, LINE_TO = 2, 0
"""Kinds of path segments."""

GREY = 1
"""The kind of bitmap with a byte a dot."""

BLUE_GREEN_RED = 2
"""The kind of bitmap with three bytes a dot, in this order."""

WITH_MARKS = 1
"""Draw what stands on the page as a comment or a form field too."""

WRONG_FORMAT, WRONG_PASSWORD, UNKNOWN_SECURITY = 3, 4, 5
"""Why a document could not be opened."""

_LIBRARY = ctypes.PyDLL(bindings._libs["pdfium"]._name)  # noqa: SLF001 - where it is


class Rectangle(ctypes.Structure):
    """In points, the origin at the bottom left; the order of fields is PDFium's."""

    _fields_ = (
        ("left", c_float),
        ("top", c_float),
        ("right", c_float),
        ("bottom", c_float),
    )


class Room:
    """Room for a few numbers that PDFium writes, all read at once.

    Reading the fields of a structure one by one takes three times as long.
    """

    def __init__(self, count: int) -> None:
        numbers = (c_float * count)()
        self.reference = byref(numbers)
        self.references = tuple(byref(numbers, 4 * index) for index in range(count))
        self.values: Callable[[], Any] = memoryview(numbers).cast("B").cast("f").tolist


class Matrix(ctypes.Structure):
    """x' = a x + c y + e, y' = b x + d y + f."""

    _fields_ = tuple((name, c_float) for name in "abcdef")


def _bound(
    name: str, result: type[Any] | None, *arguments: type[Any]
) -> Callable[..., Any]:
    """A function of the library; with `arguments` it takes them as plain values."""
    function = getattr(_LIBRARY, name)
    function.restype = result
    if arguments:
        function.argtypes = arguments
    return function  # type: ignore[no-any-return]  # ctypes finds it by name


pypdfium2_raw.FPDF_InitLibrary()

load_document = _bound("FPDF_LoadDocument", c_void_p, ctypes.c_char_p, ctypes.c_char_p)
load_bytes = _bound(
    "FPDF_LoadMemDocument64", c_void_p, ctypes.c_char_p, c_size_t, ctypes.c_char_p
)
last_error = _bound("FPDF_GetLastError", c_ulong)
close_document = _bound("FPDF_CloseDocument", None, c_void_p)
page_count = _bound("FPDF_GetPageCount", c_int, c_void_p)
page_label = _bound("FPDF_GetPageLabel", c_ulong, c_void_p, c_int, c_void_p, c_ulong)
is_tagged = _bound("FPDFCatalog_IsTagged", c_int, c_void_p)

load_page = _bound("FPDF_LoadPage", c_void_p, c_void_p, c_int)
close_page = _bound("FPDF_ClosePage", None, c_void_p)
page_box = _bound("FPDF_GetPageBoundingBox", c_int, c_void_p, c_void_p)
page_rotation = _bound("FPDFPage_GetRotation", c_int, c_void_p)
annotation_count = _bound("FPDFPage_GetAnnotCount", c_int, c_void_p)
page_width = _bound("FPDF_GetPageWidthF", c_float, c_void_p)
page_height = _bound("FPDF_GetPageHeightF", c_float, c_void_p)

new_bitmap = _bound(
    "FPDFBitmap_CreateEx", c_void_p, c_int, c_int, c_int, c_void_p, c_int
)
fill_bitmap = _bound(
    "FPDFBitmap_FillRect", None, c_void_p, c_int, c_int, c_int, c_int, c_ulong
)
draw_page = _bound("FPDF_RenderPageBitmap", None, c_void_p, c_void_p, *(c_int,) * 6)
bitmap_buffer = _bound("FPDFBitmap_GetBuffer", c_void_p, c_void_p)
bitmap_stride = _bound("FPDFBitmap_GetStride", c_int, c_void_p)
close_bitmap = _bound("FPDFBitmap_Destroy", None, c_void_p)

load_text = _bound("FPDFText_LoadPage", c_void_p, c_void_p)
close_text = _bound("FPDFText_ClosePage", None, c_void_p)
char_count = _bound("FPDFText_CountChars", c_int, c_void_p)
copy_text = _bound("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
char_index = _bound("FPDFText_GetCharIndexFromTextIndex", c_int, c_void_p, c_int)
char_box = _bound("FPDFText_GetLooseCharBox", c_int)
char_angle = _bound("FPDFText_GetCharAngle", c_float, c_void_p, c_int)
char_origin = _bound(
    "FPDFText_GetCharOrigin", c_int, c_void_p, c_int, c_void_p, c_void_p
)
char_matrix = _bound("FPDFText_GetMatrix", c_int, c_void_p, c_int, c_void_p)
font_size = _bound("FPDFText_GetFontSize", ctypes.c_double, c_void_p, c_int)
text_object = _bound("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)
object_font = _bound("FPDFTextObj_GetFont", c_void_p, c_void_p)
font_name = _bound("FPDFFont_GetBaseFontName", c_size_t, c_void_p, c_void_p, c_size_t)
content_id = _bound("FPDFPageObj_GetMarkedContentID", c_int, c_void_p)

object_count = _bound("FPDFPage_CountObjects", c_int, c_void_p)
page_object = _bound("FPDFPage_GetObject", c_void_p, c_void_p, c_int)
form_object_count = _bound("FPDFFormObj_CountObjects", c_int, c_void_p)
form_object = _bound("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong)
object_kind = _bound("FPDFPageObj_GetType", c_int)
object_bounds = _bound("FPDFPageObj_GetBounds", c_int)
object_matrix = _bound("FPDFPageObj_GetMatrix", c_int, c_void_p, c_void_p)
draw_mode = _bound("FPDFPath_GetDrawMode", c_int)
segment_count = _bound("FPDFPath_CountSegments", c_int, c_void_p)
segment_at = _bound("FPDFPath_GetPathSegment", c_void_p, c_void_p, c_int)
segment_kind = _bound("FPDFPathSegment_GetType", c_int, c_void_p)
segment_point = _bound("FPDFPathSegment_GetPoint", c_int, c_void_p, c_void_p, c_void_p)
segment_closes = _bound("FPDFPathSegment_GetClose", c_int, c_void_p)

first_bookmark = _bound("FPDFBookmark_GetFirstChild", c_void_p, c_void_p, c_void_p)
next_bookmark = _bound("FPDFBookmark_GetNextSibling", c_void_p, c_void_p, c_void_p)
bookmark_title = _bound("FPDFBookmark_GetTitle", c_ulong, c_void_p, c_void_p, c_ulong)
bookmark_place = _bound("FPDFBookmark_GetDest", c_void_p, c_void_p, c_void_p)
place_page = _bound("FPDFDest_GetDestPageIndex", c_int, c_void_p, c_void_p)

load_tags = _bound("FPDF_StructTree_GetForPage", c_void_p, c_void_p)
close_tags = _bound("FPDF_StructTree_Close", None, c_void_p)
tag_count = _bound("FPDF_StructTree_CountChildren", c_int, c_void_p)
tag_at = _bound("FPDF_StructTree_GetChildAtIndex", c_void_p, c_void_p, c_int)
tag_kind = _bound("FPDF_StructElement_GetType", c_ulong, c_void_p, c_void_p, c_ulong)
tag_child_count = _bound("FPDF_StructElement_CountChildren", c_int, c_void_p)
tag_child = _bound("FPDF_StructElement_GetChildAtIndex", c_void_p, c_void_p, c_int)
tag_child_content = _bound(
    "FPDF_StructElement_GetChildMarkedContentID", c_int, c_void_p, c_int
)


def wide_text(ask: Callable[[Any, int], int]) -> str:
    """A text of a function that fills a buffer with UTF-16 and tells the bytes it needs."""
    needed = ask(None, 0)
    if not 2 < needed < 1 << 20:
        return ""
    buffer = ctypes.create_string_buffer(needed)
    ask(buffer, needed)
    return buffer.raw[: needed - 2].decode("utf-16-le", "replace")


def page_text(text: Handle, count: int) -> str:
    """The characters of a page as one string."""
    buffer = (c_ushort * (2 * count + 2))()
    written = copy_text(text, 0, count, byref(buffer))
    units = bytes(memoryview(buffer).cast("B")[: 2 * max(written - 1, 0)])
    return units.decode("utf-16-le", "replace")
