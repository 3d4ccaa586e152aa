"""The drawing of each kind of chart."""

import math
from collections.abc import Callable, Iterator

from zhunsheng.kernel.charts.canvas import (
    DASHES,
    INKS,
    WEB_FONTS,
    WIDTH,
    element,
    fill,
    frame,
    marker,
    rule,
    text_width,
    words,
)
from zhunsheng.kernel.charts.spec import ChartKind, ChartSpec, Number, Series, shown

BAR, GAP, GROUP_GAP = 17.0, 2.0, 11.0
LABEL, SMALL = 14.0, 13.0
PLOT_HEIGHT = 200.0
STEPS = (1.0, 2.0, 5.0, 10.0)
INTERVALS = 5


def to_svg(spec: ChartSpec, font_family: str = WEB_FONTS) -> str:
    """The chart as one `<svg>` element: no script, no style attribute, the same text for the same spec."""
    if spec.kind is ChartKind.LINE_MONTHS:
        height, content = _lines(spec)
    else:
        height, content = _bars(spec)
    if spec.note:
        content += words(0, height + SMALL, f"注：{spec.note}", size=SMALL)
        height += 20
    return frame(spec, height, content, font_family)


def _heading(spec: ChartSpec) -> tuple[float, str]:
    """The unit and, when there is more than one series, the key; returns where the plot may begin."""
    parts = [words(0, 16, f"单位：{spec.unit}", size=SMALL)] if spec.unit else []
    if len(spec.series) > 1:
        parts.extend(_key(spec))
    return (28.0 if parts else 4.0), "".join(parts)


def _key(spec: ChartSpec) -> Iterator[str]:
    room = [34 + text_width(series.name, LABEL) + 14 for series in spec.series]
    x = WIDTH - sum(room)
    for index, series in enumerate(spec.series):
        yield _swatch(spec, index, x)
        yield words(x + 32, 16, series.name, size=LABEL)
        x += room[index]


def _swatch(spec: ChartSpec, index: int, x: float) -> str:
    if spec.kind is ChartKind.LINE_MONTHS:
        return _path(f"M{x:.1f} 11H{x + 26:.1f}", index) + marker(index, x + 13, 11)
    return element("rect", x=x, y=4, width=26, height=14, fill=fill(spec, index), stroke=INKS[index])


def _bars(spec: ChartSpec) -> tuple[float, str]:
    """Bars that lie, so that the names of townships and subjects can be read."""
    top, heading = _heading(spec)
    known = spec.known() or (0.0,)
    low, high = min(0.0, *known), max(0.0, *known)
    value_room = max(text_width(shown(v), LABEL) for one in spec.series for v in one.values) + 10
    left = min(max(text_width(name, LABEL) for name in spec.categories) + 10, WIDTH * 0.45)
    start = left + (value_room if low < 0 else 0)
    scale = (WIDTH - start - value_room) / ((high - low) or 1.0)
    zero = start - low * scale
    parts, y = [heading], top + GROUP_GAP / 2
    for place, name in enumerate(spec.categories):
        block = len(spec.series) * (BAR + GAP) - GAP
        parts.append(words(left - 8, y + block / 2 + 5, _fitting(name, left - 10), anchor="end", size=LABEL))
        for index, series in enumerate(spec.series):
            parts.append(_bar(spec, index, series.values[place], zero, y + index * (BAR + GAP), scale))
        y += block + GROUP_GAP
    parts.append(rule(zero, top, zero, y - GROUP_GAP / 2))
    return y, "".join(parts)


def _bar(spec: ChartSpec, index: int, value: Number | None, zero: float, y: float, scale: float) -> str:
    length = float(value or 0) * scale
    x = min(zero, zero + length)
    label = (zero + length - 6, "end") if length < 0 else (zero + length + 6, "start")
    parts = words(label[0], y + BAR - 4, shown(value), anchor=label[1], size=LABEL)
    if value is None:
        return parts
    paint = {"fill": fill(spec, index), "stroke": INKS[index], "class_": f"bar series-{index + 1}"}
    return element("rect", x=x, y=y, width=abs(length), height=BAR, **paint) + parts


def _fitting(text: str, room: float) -> str:
    if text_width(text, LABEL) <= room:
        return text
    while text and text_width(text + "…", LABEL) > room:
        text = text[:-1]
    return text + "…"


def _lines(spec: ChartSpec) -> tuple[float, str]:
    top, heading = _heading(spec)
    ticks = _ticks(spec.known())
    left = max(text_width(shown(tick), SMALL) for tick in ticks) + 10
    top += 14
    bottom = top + PLOT_HEIGHT
    step = (WIDTH - left - 36) / max(len(spec.categories) - 1, 1)

    def across(place: int) -> float:
        return left + 16 + place * step

    def down(value: float) -> float:
        return bottom - (value - ticks[0]) / (ticks[-1] - ticks[0]) * PLOT_HEIGHT

    grid = "".join(
        rule(left, down(tick), WIDTH, down(tick), faint=tick != ticks[0])
        + words(left - 6, down(tick) + 4, shown(tick), anchor="end", size=SMALL)
        for tick in ticks
    )
    months = "".join(
        words(across(place), bottom + 20, name, anchor="middle", size=SMALL)
        for place, name in enumerate(spec.categories)
    )
    drawn = "".join(_line(series, index, across, down) for index, series in enumerate(spec.series))
    labels = _values(spec.series[0], across, down) if len(spec.series) == 1 else ""
    return bottom + 28, heading + grid + months + drawn + labels


def _line(series: Series, index: int, across: Callable[[int], float], down: Callable[[float], float]) -> str:
    """The line, broken where a value is not known, and its points."""
    steps, points, pen = [], [], "M"
    for place, value in enumerate(series.values):
        if value is None:
            pen = "M"
            continue
        x, y = across(place), down(float(value))
        steps.append(f"{pen}{x:.1f} {y:.1f}")
        points.append(marker(index, x, y))
        pen = "L"
    return _path("".join(steps), index) + "".join(points) if steps else ""


def _path(steps: str, index: int) -> str:
    dash = {"stroke_dasharray": DASHES[index]} if DASHES[index] else {}
    marks = {"class_": f"line series-{index + 1}", "stroke": INKS[index], "stroke_width": 2}
    return element("path", d=steps, fill="none", **marks, **dash)


def _values(series: Series, across: Callable[[int], float], down: Callable[[float], float]) -> str:
    return "".join(
        words(across(place), down(float(value)) - 9, shown(value), anchor="middle", size=SMALL)
        for place, value in enumerate(series.values)
        if value is not None
    )


def _ticks(known: tuple[float, ...]) -> tuple[float, ...]:
    """Round values that enclose everything known and include zero."""
    low, high = min(0.0, *known, 0.0), max(0.0, *known, 0.0)
    rough = ((high - low) or 1.0) / INTERVALS
    if all(value == int(value) for value in known):
        rough = max(rough, 1.0)
    size = 10.0 ** math.floor(math.log10(rough))
    step = next(size * factor for factor in STEPS if size * factor >= rough * 0.999)
    first, last = math.floor(low / step), max(math.ceil(high / step), 1)
    return tuple(place * step for place in range(first, last + 1))
