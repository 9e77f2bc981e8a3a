"""The number format of each cell style."""

from plancheck.readers.archive import Archive
from plancheck.readers.xlsx.formatcodes import BUILT_IN, parse_format
from plancheck.readers.xlsx.numberformats import GENERAL, NumberFormat
from plancheck.readers.xlsx.xml import walk

_ASIAN_DATES = frozenset({*range(27, 37), *range(50, 59)})


def read_styles(archive: Archive, part: str) -> tuple[NumberFormat, ...]:
    """The formats by the index of the style that a cell names.

    Raises:
        DamagedPartError: The part cannot be read.
    """
    codes = dict(BUILT_IN) | dict.fromkeys(_ASIAN_DATES, "dd.mm.yyyy")
    ids: list[int] = []
    inside = ""

    def start(tag: str, values: dict[str, str]) -> None:
        nonlocal inside
        if tag in {"cellXfs", "cellStyleXfs", "dxfs"}:
            inside = tag
        elif tag == "numFmt" and inside != "dxfs":
            codes[int(values.get("numFmtId", 0))] = values.get("formatCode", "")
        elif tag == "xf" and inside == "cellXfs":
            ids.append(int(values.get("numFmtId", 0)))

    walk(archive, part, start)
    formats = {each: parse_format(codes.get(each, "")) for each in set(ids)}
    return tuple(formats[each] for each in ids) or (GENERAL,)
