"""A page as it is shown: turned upright, measured from its top left corner."""

from dataclasses import dataclass

from plancheck.readers.pdf.corners import Corners

QUARTER = 90


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page in the file's own coordinates, and how it is turned.

    `turn` is in degrees clockwise, a multiple of 90; the box has its origin at the bottom
    left.
    """

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def width(self) -> float:
        """Of the page as shown."""
        is_upright = self.turn % 180 == 0
        return self.right - self.left if is_upright else self.top - self.bottom

    @property
    def height(self) -> float:
        """Of the page as shown."""
        is_upright = self.turn % 180 == 0
        return self.top - self.bottom if is_upright else self.right - self.left

    def shown(self, left: float, bottom: float, right: float, top: float) -> Corners:
        """Left, top, right and bottom on the page as shown, of a box in the file."""
        if self.turn == 0:
            return (
                left - self.left,
                self.top - top,
                right - self.left,
                self.top - bottom,
            )
        if self.turn == QUARTER:
            return (
                bottom - self.bottom,
                left - self.left,
                top - self.bottom,
                right - self.left,
            )
        if self.turn == 2 * QUARTER:
            return (
                self.right - right,
                bottom - self.bottom,
                self.right - left,
                top - self.bottom,
            )
        return self.top - top, self.right - right, self.top - bottom, self.right - left

    def stored(self, left: float, top: float, right: float, bottom: float) -> Corners:
        """Left, bottom, right and top in the file, of a box on the page as shown."""
        if self.turn == 0:
            return (
                left + self.left,
                self.top - bottom,
                right + self.left,
                self.top - top,
            )
        if self.turn == QUARTER:
            return (
                top + self.left,
                left + self.bottom,
                bottom + self.left,
                right + self.bottom,
            )
        if self.turn == 2 * QUARTER:
            return (
                self.right - right,
                top + self.bottom,
                self.right - left,
                bottom + self.bottom,
            )
        return self.right - bottom, self.top - right, self.right - top, self.top - left
