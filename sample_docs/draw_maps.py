"""Draws the maps of the invented municipalities with Pillow: `python sample_docs/draw_maps.py`."""

import math
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

_SIZE = (900, 620)
_FOLDER = Path(__file__).resolve().parent / "source"
_FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
_UNITS = {
    "Lejasupe": (440, 330),
    "Birzmalu pag.": (540, 300),
    "Vītolsalas pag.": (270, 380),
    "Dzirnavkalna pag.": (330, 250),
    "Akmeņleju pag.": (640, 110),
    "Rudzukroga pag.": (600, 430),
    "Sūnupes pag.": (200, 230),
    "Gāršas pag.": (420, 120),
    "Mālkalna pag.": (450, 510),
}
_LANDS = (
    "#f3d9b1",
    "#e4ecd2",
    "#d5e3ea",
    "#ece3d0",
    "#dde8dc",
    "#efe0d9",
    "#d9e6d3",
    "#e6e2ee",
    "#e9ead0",
)
_RIVER = [
    (520, 40),
    (500, 150),
    (470, 240),
    (445, 330),
    (360, 380),
    (280, 400),
    (190, 420),
    (110, 470),
]
_RAILWAY = [(90, 300), (250, 320), (440, 345), (620, 360), (800, 330)]
_INVESTED = {
    "RV1.1, RV3.1, RV4.2, RV5.1": (440, 300),
    "RV2.1, RV5.2": (545, 330),
    "RV5.1": (265, 405),
    "RV3.2": (320, 280),
    "RV4.1": (640, 150),
    "RV2.1, RV4.2": (605, 465),
    "RV4.1, RV2.2": (195, 265),
    "RV2.1, RV4.2 ": (420, 155),
    "RV3.1": (455, 545),
}
_ALDERBROOK = {
    "Alderbrook": (440, 330),
    "Quillmere": (240, 390),
    "Thornby Marsh": (230, 210),
    "Lower Hatch": (620, 440),
    "Wrenfield": (590, 190),
}
_ALDERBROOK_PROJECTS = {
    "IP1, IP2, IP5, IP9, IP10": (440, 305),
    "IP4, IP8": (245, 420),
    "IP7": (235, 240),
    "IP3, IP7": (625, 470),
    "IP6": (595, 220),
}

Places = Mapping[str, tuple[int, int]]


def draw_map(units: Places, marks: Places, path: Path) -> None:
    """The units as patches of land, with river, railway, names and marks."""
    image = Image.new("RGB", _SIZE, "white")
    nearest = {
        (x, y): _unit_at(units, x, y)
        for x in range(_SIZE[0])
        for y in range(_SIZE[1])
        if _inside(x, y)
    }
    for (x, y), unit in nearest.items():
        is_edge = any(
            nearest.get(each) != unit
            for each in ((x + 1, y), (x, y + 1), (x - 1, y), (x, y - 1))
        )
        colour = "#787878" if is_edge else _LANDS[unit]
        image.putpixel((x, y), ImageColor.getrgb(colour))
    canvas = ImageDraw.Draw(image)
    canvas.line(_RIVER, fill="#4f8fc0", width=5, joint="curve")
    canvas.line(_RAILWAY, fill="#444444", width=3)
    for lake in ((355, 215, 400, 240), (565, 265, 590, 280), (400, 80, 425, 95)):
        canvas.ellipse(lake, fill="#8fbfe0")
    names = ImageFont.truetype(_FONT, 16)
    notes = ImageFont.truetype(_FONT, 12)
    for name, (x, y) in units.items():
        canvas.ellipse((x - 5, y - 5, x + 5, y + 5), fill="#1f5c57")
        canvas.text((x + 8, y - 10), name, fill="black", font=names)
    for note, (x, y) in marks.items():
        canvas.text((x + 8, y), note.strip(), fill="#a03020", font=notes)
    image.quantize(32).save(path, optimize=True)


def _unit_at(units: Places, x: int, y: int) -> int:
    """The index of the unit whose centre is nearest; the town is small."""
    distances = [math.dist((x, y), centre) for centre in units.values()]
    distances[0] = distances[0] if distances[0] < 38 else math.inf
    return distances.index(min(distances))


def _inside(x: int, y: int) -> bool:
    """Within a border that waves round an ellipse."""
    dx, dy = (x - 430) / 370, (y - 310) / 270
    angle = math.atan2(dy, dx)
    return math.hypot(dx, dy) < 0.93 + 0.05 * math.sin(5 * angle) + 0.03 * math.cos(
        9 * angle
    )


if __name__ == "__main__":
    draw_map(
        _UNITS,
        {"stacija": (440, 345), "Mētra": (300, 410), "Zaru ezers": (360, 190)},
        _FOLDER / "karte-1.png",
    )
    draw_map(_UNITS, _INVESTED, _FOLDER / "karte-2.png")
    draw_map(_ALDERBROOK, _ALDERBROOK_PROJECTS, _FOLDER / "map-1.png")
