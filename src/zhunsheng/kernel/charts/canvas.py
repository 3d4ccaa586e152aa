"""SVG elements as text: escaped, with presentation attributes only, in a fixed order."""

import hashlib
from xml.sax.saxutils import escape, quoteattr

from zhunsheng.kernel.charts.spec import ChartSpec

WIDTH = 600.0
WEB_FONTS = "Noto Sans CJK SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
INKS = ("#1f4e79", "#b45309", "#4d7c0f", "#6b21a8")
DASHES = ("", "8 4", "2 3", "10 3 2 3")


def element(name: str, content: str = "", /, **attributes: object) -> str:
    """One element; an underscore in an attribute name stands for a hyphen, a trailing one is dropped."""
    pairs = "".join(f" {key.rstrip('_').replace('_', '-')}={quoteattr(_plain(v))}" for key, v in attributes.items())
    return f"<{name}{pairs}>{content}</{name}>" if content else f"<{name}{pairs}/>"


def _plain(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def words(x: float, y: float, text: str, *, anchor: str = "start", size: float = 14, weight: str = "normal") -> str:
    """A line of text in the colour of its surroundings."""
    return element(
        "text", escape(text), x=x, y=y, text_anchor=anchor, font_size=size, font_weight=weight, fill="currentColor"
    )


def rule(x1: float, y1: float, x2: float, y2: float, *, faint: bool = False) -> str:
    """An axis, or a faint line of the grid."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke="#c3cad5" if faint else "#5b6472", stroke_width=1)


def text_width(text: str, size: float) -> float:
    """Width on paper, counting a Chinese character as one em and anything else as 0.58 em."""
    return sum(size if ord(letter) > 0x2E7F else size * 0.58 for letter in text)


def fill(spec: ChartSpec, index: int) -> str:
    """The paint of a series: solid first, then patterns that differ in black and white."""
    return INKS[0] if index == 0 else f"url(#{pattern_name(spec, index)})"


def pattern_name(spec: ChartSpec, index: int) -> str:
    """A name that two different charts on one page do not share."""
    return f"c{hashlib.sha256(repr(spec).encode()).hexdigest()[:10]}-{index}"


def patterns(spec: ChartSpec) -> str:
    """Hatches, dots and bars for the second, third and fourth series."""
    drawn = "".join(_pattern(spec, index) for index in range(1, len(spec.series)))
    return element("defs", drawn) if drawn else ""


def _pattern(spec: ChartSpec, index: int) -> str:
    ink = INKS[index]
    marks = {
        1: element("path", d="M-2 2L2 -2M0 8L8 0M6 10L10 6", stroke=ink, stroke_width=1.6),
        2: element("circle", cx=4, cy=4, r=1.7, fill=ink),
        3: element("path", d="M0 4H8", stroke=ink, stroke_width=2),
    }[index]
    ground = element("rect", width=8, height=8, fill="#ffffff")
    name = pattern_name(spec, index)
    return element("pattern", ground + marks, id=name, width=8, height=8, patternUnits="userSpaceOnUse")


def marker(index: int, x: float, y: float, **attributes: object) -> str:
    """The point of a line: circle, square, triangle or diamond by series."""
    ink = INKS[index]
    if index == 0:
        return element("circle", cx=x, cy=y, r=4, fill=ink, **attributes)
    corners = {
        1: ((-4, -4), (4, -4), (4, 4), (-4, 4)),
        2: ((0, -5), (5, 4), (-5, 4)),
        3: ((0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)),
    }[index]
    points = " ".join(f"{_plain(x + dx)},{_plain(y + dy)}" for dx, dy in corners)
    return element("polygon", points=points, fill="#ffffff", stroke=ink, stroke_width=1.8, **attributes)


def frame(spec: ChartSpec, height: float, content: str, font_family: str) -> str:
    """The whole picture with the title and description a screen reader needs."""
    name = pattern_name(spec, 0)
    told = element("title", escape(spec.title), id=f"{name}t") + element("desc", escape(spec.in_words()), id=f"{name}d")
    return element(
        "svg",
        told + patterns(spec) + content,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_plain(WIDTH)} {_plain(height)}",
        role="img",
        aria_labelledby=f"{name}t {name}d",
        class_=f"chart chart-{spec.kind.value.replace('_', '-')}",
        font_family=font_family,
    )
