"""Tables of text with no frame: columns as wide as their longest cell."""

from collections.abc import Sequence

GAP = "  "


def render_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows under a header, each on a line of its own, the last column not padded."""
    lines = [header, *rows]
    widths = [max(len(line[index]) for line in lines) for index in range(len(header))]
    rule = ["-" * width for width in widths]
    return "".join(
        GAP.join(
            cell.ljust(width) for cell, width in zip(line, widths, strict=True)
        ).rstrip()
        + "\n"
        for line in (header, rule, *rows)
    )
