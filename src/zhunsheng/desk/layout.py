"""Places for the boxes and lines of a layered drawing: columns, order within a column, heights, curves."""

from dataclasses import dataclass, field
from itertools import pairwise
from statistics import fmean
from typing import Any

GAP_X, GAP_Y, MARGIN = 22, 12, 12


@dataclass
class Box:
    """A rectangle to be placed: x is its left edge, y its middle; slim boxes hold the place of a passing line."""

    name: str
    width: float
    height: float
    payload: Any = None
    column: int = 0
    x: float = 0
    y: float = 0
    content: str = ""


@dataclass
class Line:
    """One curve through the boxes named in via; tip is (x, y, direction) of its arrowhead or None."""

    via: list[str]
    label: str
    source: str | None
    back: bool
    arrow: bool
    path: str = ""
    tip: tuple[float, float, int] | None = None


@dataclass
class Graph:
    """States in declared order, the labels joined to them, and, after arrange(), a place for each."""

    order: list[str]
    boxes: dict[str, Box] = field(default_factory=dict)
    joins: list[tuple[tuple[str, ...], str, Box]] = field(default_factory=list)
    stubs: list[tuple[str, str, Box]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def join(self, sources: tuple[str, ...], target: str, label: Box) -> None:
        """Lines from each source through the label to the target."""
        self.joins.append((sources, target, label))

    def stub(self, source: str, target: str, label: Box) -> None:
        """A label with one short arrow into the target; source only decides the column, no line comes from it."""
        self.stubs.append((source, target, label))


def arrange(graph: Graph) -> tuple[float, float]:
    """Give every box its place and every line its path; returns width and height of the whole drawing."""
    rank = _ranks(graph)
    for name, layer in rank.items():
        graph.boxes[name].column = 2 * layer + 1
    for sources, target, label in graph.joins:
        _route(graph, rank, sources, target, label)
    for _source, target, label in graph.stubs:
        _place_stub(graph, target, label)
    columns = _columns(graph)
    _settle_order(graph, columns)
    _settle_heights(graph, columns)
    size = _settle_widths(graph, columns)
    ports = _ports(graph)
    for line in graph.lines:
        _trace(graph, line, ports)
    return size


def _ranks(graph: Graph) -> dict[str, int]:
    """Longest way from the first state, after lines that lead back are set aside."""
    onward = {name: [] for name in graph.order}
    for sources, target, _label in graph.joins:
        for source in sources:
            onward[source].append(target)
    for source, target, _label in graph.stubs:
        onward[source].append(target)
    back = _back_edges(graph.order, onward)
    rank = dict.fromkeys(graph.order, 0)
    for _round in graph.order:
        for source, targets in onward.items():
            for target in targets:
                if (source, target) not in back:
                    rank[target] = max(rank[target], rank[source] + 1)
    return rank


def _back_edges(order: list[str], onward: dict[str, list[str]]) -> set[tuple[str, str]]:
    back: set[tuple[str, str]] = set()
    seen: set[str] = set()
    for start in order:
        _descend(start, onward, seen, [], back)
    return back


def _descend(
    name: str, onward: dict[str, list[str]], seen: set[str], trail: list[str], back: set[tuple[str, str]]
) -> None:
    if name in seen:
        return
    seen.add(name)
    trail.append(name)
    for target in onward[name]:
        if target in trail:
            back.add((name, target))
        else:
            _descend(target, onward, seen, trail, back)
    trail.pop()


def _route(graph: Graph, rank: dict[str, int], sources: tuple[str, ...], target: str, label: Box) -> None:
    """Split the sources into those left and those right of the target; each side gets a label of its own."""
    for back in (False, True):
        side = [source for source in sources if (rank[source] >= rank[target]) is back]
        if side:
            name = f"{label.name}|{target}|{back}"
            column = graph.boxes[target].column + (1 if back else -1)
            graph.boxes[name] = Box(name, label.width, label.height, label.payload, column)
            graph.lines.append(Line([name, target], name, None, back, arrow=True))
            graph.lines += [
                Line(_through(graph, source, name, back), name, source, back, arrow=False) for source in side
            ]


def _through(graph: Graph, source: str, label: str, back: bool) -> list[str]:
    """source, a slim box in every column between, label."""
    start, end = graph.boxes[source].column, graph.boxes[label].column
    via = [source]
    for column in range(start + (-1 if back else 1), end, -1 if back else 1):
        name = f"{source}>{label}>{column}"
        graph.boxes[name] = Box(name, 0, 4, column=column)
        via.append(name)
    return [*via, label]


def _place_stub(graph: Graph, target: str, label: Box) -> None:
    label.name += f"|{target}"
    label.column = graph.boxes[target].column - 1
    graph.boxes[label.name] = label
    graph.lines.append(Line([label.name, target], label.name, None, False, arrow=True))


def _columns(graph: Graph) -> list[list[Box]]:
    columns: dict[int, list[Box]] = {}
    for box in graph.boxes.values():
        columns.setdefault(box.column, []).append(box)
    return [columns[key] for key in sorted(columns)]


def _neighbours(graph: Graph) -> dict[str, list[str]]:
    near: dict[str, list[str]] = {name: [] for name in graph.boxes}
    for line in graph.lines:
        for one, other in pairwise(line.via):
            near[one].append(other)
            near[other].append(one)
    return near


def _settle_order(graph: Graph, columns: list[list[Box]]) -> None:
    """Sort each column by the mean position of its neighbours, sweeping there and back: fewer crossings."""
    near = _neighbours(graph)
    place = {box.name: float(i) for column in columns for i, box in enumerate(column)}
    for sweep in range(24):
        previous: set[str] = set()
        for column in columns if sweep % 2 == 0 else reversed(columns):
            _sort_by_neighbours(column, place, near, previous)
            place.update((box.name, i - (len(column) - 1) / 2) for i, box in enumerate(column))
            previous |= {box.name for box in column}


def _sort_by_neighbours(
    column: list[Box], place: dict[str, float], near: dict[str, list[str]], settled: set[str]
) -> None:
    means = {box.name: _mean(place, [n for n in near[box.name] if n in settled], place[box.name]) for box in column}
    column.sort(key=lambda box: means[box.name])


def _mean(place: dict[str, float], names: list[str], otherwise: float) -> float:
    return fmean(place[name] for name in names) if names else otherwise


def _settle_heights(graph: Graph, columns: list[list[Box]]) -> None:
    """Pull each box to the middle of its neighbours, then push apart what would overlap."""
    near = _neighbours(graph)
    for column in columns:
        _spread(column)
    for sweep in range(16):
        for column in columns if sweep % 2 == 0 else reversed(columns):
            for box in column:
                box.y = _mean({n: graph.boxes[n].y for n in near[box.name]}, near[box.name], box.y)
            _spread(column)
    top = min(box.y - box.height / 2 for box in graph.boxes.values())
    for box in graph.boxes.values():
        box.y += MARGIN - top


def _spread(column: list[Box]) -> None:
    """No two boxes of a column closer than GAP_Y, their order kept, the column's centre of mass kept."""
    wished = fmean(box.y for box in column)
    for upper, lower in pairwise(column):
        lower.y = max(lower.y, upper.y + (upper.height + lower.height) / 2 + GAP_Y)
    shift = wished - fmean(box.y for box in column)
    for box in column:
        box.y += shift


def _settle_widths(graph: Graph, columns: list[list[Box]]) -> tuple[float, float]:
    left = float(MARGIN)
    for column in columns:
        width = max(box.width for box in column)
        for box in column:
            box.width = box.width or width
            box.x = left + (width - box.width) / 2
        left += width + GAP_X
    bottom = max(box.y + box.height / 2 for box in graph.boxes.values())
    return left - GAP_X + MARGIN, bottom + MARGIN


def _trace(graph: Graph, line: Line, ports: dict[tuple[str, int, str], float]) -> None:
    boxes = [graph.boxes[name] for name in line.via]
    way = -1 if line.back else 1
    parts = []
    for one, other in pairwise(boxes):
        x1, x2 = _side(one, way), _side(other, -way)
        y1, y2 = ports[one.name, way, other.name], ports[other.name, -way, one.name]
        bend = (x2 - x1) / 2
        parts.append(f"M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} {x2:.1f} {y2:.1f}")
    parts += [f"M{box.x:.1f} {box.y:.1f}H{box.x + box.width:.1f}" for box in boxes[1:-1]]
    line.path = "".join(parts)
    if line.arrow:
        line.tip = (_side(boxes[-1], -way), ports[boxes[-1].name, -way, boxes[-2].name], way)


def _ports(graph: Graph) -> dict[tuple[str, int, str], float]:
    """Where on a side of a box each line ends: spread over the side in the order of the boxes they come from."""
    sides: dict[tuple[str, int], set[str]] = {}
    for line in graph.lines:
        way = -1 if line.back else 1
        for one, other in pairwise(line.via):
            sides.setdefault((one, way), set()).add(other)
            sides.setdefault((other, -way), set()).add(one)
    ports = {}
    for (name, side), others in sides.items():
        box, ends = graph.boxes[name], sorted(others, key=lambda other: (graph.boxes[other].y, other))
        pitch = min((box.height - 10) / len(ends), 14)
        for i, other in enumerate(ends):
            ports[name, side, other] = box.y + (i - (len(ends) - 1) / 2) * pitch
    return ports


def _side(box: Box, way: int) -> float:
    return box.x + box.width if way > 0 else box.x
