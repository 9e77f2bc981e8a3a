from plancheck.reporters.fragments import Grid, Line, blocks_of


def test_paragraphs_headings_and_tables_are_told_apart() -> None:
    blocks = list(
        blocks_of(
            "# 5. Monitoring\n\nThe **department** reports.\n\n"
            "| A | B |\n| --- | --- |\n| 1 |  |"
        )
    )

    assert blocks == [
        Line("5. Monitoring", is_heading=True),
        Line("The department reports."),
        Grid(((("A", 1), ("B", 1)), (("1", 1), ("", 1)))),
    ]


def test_bars_without_a_space_widen_the_cell_before_them() -> None:
    [grid] = blocks_of("| Priority VTP1 |||\n| 1. | Bridge | Roads |")

    assert isinstance(grid, Grid)
    assert grid.rows[0] == (("Priority VTP1", 3),)
    assert grid.column_count == 3


def test_nothing_comes_of_nothing() -> None:
    assert list(blocks_of("\n\n")) == []
