"""The least that reading a workbook can cost: calamine's rows as lists."""

from python_calamine import CalamineWorkbook


def rows(path: str) -> int:
    """Read all sheets; how many rows they have."""
    workbook = CalamineWorkbook.from_path(path)
    sheets = map(workbook.get_sheet_by_name, workbook.sheet_names)
    return sum(len(sheet.to_python()) for sheet in sheets)
