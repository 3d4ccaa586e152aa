"""A procedure drawn as layered SVG, every step named, its article on tap; rows() gives the same as a list.

States stand in columns from left to right. Between two columns of states stands a column of labels: one label for all
steps that lead from the same states to the same state. A line that passes a column gets a place of its own in it, so
no line crosses a box and no label covers another.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.html import escape
from django.utils.translation import gettext as _

from zhunsheng.desk.layout import Box, Graph, arrange
from zhunsheng.desk.words import article

MANY = 4  # a step possible in more states than this is drawn as a stub, not as a bundle of lines
PAD = 10


def draw(
    states: Iterable[Any], steps: Iterable[Any], current: Any = None, taken: Iterable[str] = (), anchor: str = "step-"
) -> str:
    """The procedure as one `<svg>` without inline style or script, every text escaped and translated.

    states have code, title, first, final; steps have code, title, at (states), to (a state, or None: stays), basis.
    current is a state or its code; taken are codes of steps in the order they were taken. Each step links to
    `#<anchor><code>`. An empty procedure gives an empty picture, an unknown code in current or taken marks nothing.
    """
    plot = _Plot(list(states), list(steps), _code(current), list(taken), anchor)
    return plot.svg()


def rows(
    states: Iterable[Any], steps: Iterable[Any], taken: Iterable[str] = (), anchor: str = "step-"
) -> list[dict[str, Any]]:
    """The same procedure as a list: title, sources, target, basis, anchor, taken of every step, in declared order."""
    titles = {state.code: _(str(state.title)) for state in states}
    done = set(taken)
    return [
        {
            "title": _(str(step.title)),
            "sources": _("、").join(titles.get(code, code) for code in _sources(step)),
            "target": _target(step, titles),
            "basis": article(str(step.basis or "")),
            "anchor": f"{anchor}{step.code}",
            "taken": step.code in done,
        }
        for step in steps
    ]


def _target(step: Any, titles: dict[str, str]) -> str:
    """The state it leads to; a step that ends a suspension leads back to where the matter stood before."""
    return _("回到此前状态") if getattr(step, "returns", False) else titles.get(_code(step.to), _("状态不变"))


def _code(state: Any) -> str | None:
    return getattr(state, "code", state)


def _sources(step: Any) -> list[str]:
    return [str(_code(state)) for state in step.at]


def _width(text: str, size: float) -> float:
    return sum(size if ord(sign) > 0x2E80 else size * 0.56 for sign in text)


def _wrapped(text: str, size: float, room: float) -> list[str]:
    """Lines no wider than room: Chinese breaks anywhere, Latin words stay whole."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and _width(line + piece, size) > room:
            lines.append(line.strip())
            line = ""
        line += piece
    return [*lines, line.strip()] if line.strip() else lines


def _pieces(text: str) -> list[str]:
    """What may not be broken: a Latin word, a sign with the punctuation after it, an opening bracket with its sign."""
    pieces: list[str] = []
    for sign in text:
        if pieces and _clings(pieces[-1][-1], sign):
            pieces[-1] += sign
        else:
            pieces.append(sign)
    return pieces


def _clings(before: str, sign: str) -> bool:
    latin = max(ord(before), ord(sign)) <= 0x2E80 and " " not in (before, sign)
    return latin or sign in "）。，、；：”》)" or before in "（“《("


class _Plot:
    """One drawing: gathers steps into labels, asks layout for places, writes SVG."""

    def __init__(self, states: list[Any], steps: list[Any], current: str | None, taken: list[str], anchor: str):
        self.states = {state.code: state for state in states}
        self.steps = {step.code: step for step in steps}
        self.current, self.anchor = current, anchor
        self.been_at, self.been_by = self._walk(taken)
        self.stays: dict[str, list[Any]] = {code: [] for code in self.states}
        self.groups: dict[tuple[tuple[str, ...], str], list[Any]] = {}
        for step in steps:
            self._sort_in(step)

    def _walk(self, taken: list[str]) -> tuple[set[str], set[tuple[str, str]]]:
        """States passed and (state, step) pairs, replaying the steps from the first state."""
        place = next((code for code, state in self.states.items() if state.first), None)
        been, moves = ({place} if taken and place else set()), set()
        for step in (self.steps[code] for code in taken if code in self.steps):
            moves.add((place, step.code))
            place = _code(step.to) or place
            been.add(place)
        return been, moves

    def _sort_in(self, step: Any) -> None:
        target = _code(step.to)
        leaving = tuple(code for code in _sources(step) if code in self.states and target not in (None, code))
        for code in _sources(step):
            if code in self.states and code not in leaving:
                self.stays[code].append(step)
        if leaving and target in self.states:
            self.groups.setdefault((leaving, str(target)), []).append(step)

    def svg(self) -> str:
        if not self.states:
            return '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>'
        graph = self._graph()
        width, height = arrange(graph)
        body = "".join(
            [*(self._line(graph, line) for line in graph.lines), *(box.content for box in self._boxes(graph))]
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" '
            f'viewBox="0 0 {width:.0f} {height:.0f}" role="group" aria-label="{escape(self._described())}">{body}</svg>'
        )

    def _described(self) -> str:
        text = _("程序图：%(states)d 个状态，%(steps)d 个步骤。") % {
            "states": len(self.states),
            "steps": len(self.steps),
        }
        if self.current in self.states:
            text += _("现在处于“%(state)s”。") % {"state": _(str(self.states[self.current].title))}
        return text

    def _graph(self) -> Graph:
        first = [code for code, state in self.states.items() if state.first]
        graph = Graph(order=[*first, *(code for code in self.states if code not in first)])
        for code in graph.order:
            graph.boxes[code] = self._state_box(code)
        for (sources, target), steps in self.groups.items():
            if len(sources) > MANY:
                graph.stub(sources[0], target, self._label_box(steps, sources, stub=True))
            else:
                graph.join(sources, target, self._label_box(steps, sources, stub=False))
        return graph

    def _state_box(self, code: str) -> Box:
        name = _wrapped(_(str(self.states[code].title)), 13, 104)
        selves = [line for step in self.stays[code] for line in _wrapped("↻ " + _(str(step.title)), 11, 108)]
        return Box(code, 124, 16 + 17 * len(name) + 15 * len(selves), payload=(name, code))

    def _label_box(self, steps: list[Any], sources: Sequence[str], stub: bool) -> Box:
        lines = [(line, step) for step in steps for line in _wrapped(_(str(step.title)), 11.5, 122)]
        height = 8 + 15 * len(lines) + (15 if stub else 0)
        wide = max([_width(line, 11.5) for line, _step in lines] + [76 if stub else 0])
        name = "label:" + "+".join(step.code for step in steps)
        return Box(name, wide + 16, height, payload=(lines, tuple(sources) if stub else ()))

    def _boxes(self, graph: Graph) -> list[Box]:
        shown = [box for box in graph.boxes.values() if box.payload is not None]
        for box in shown:
            box.content = self._state(box) if box.name in self.states else self._label(box)
        return shown

    def _state(self, box: Box) -> str:
        name, code = box.payload
        left, top = box.x, box.y - box.height / 2
        parts = [
            self._rect(box, 0, "box"),
            self._rect(box, 3, "inner") if self.states[code].final else "",
            *(
                self._text(left + box.width / 2, top + 21 + 17 * i, line, "name", "middle")
                for i, line in enumerate(name)
            ),
        ]
        base = top + 20 + 17 * len(name)
        lines = [(line, step) for step in self.stays[code] for line in _wrapped("↻ " + _(str(step.title)), 11, 108)]
        parts += [
            self._link(step, self._text(left + PAD, base + 15 * i, line, "self"))
            for i, (line, step) in enumerate(lines)
        ]
        return f'<g class="state {self._marks(code)}">{"".join(parts)}</g>'

    def _marks(self, code: str) -> str:
        state = self.states[code]
        flags = {
            "first": state.first,
            "final": state.final,
            "been": code in self.been_at,
            "current": code == self.current,
        }
        return " ".join(flag for flag, on in flags.items() if on)

    def _label(self, box: Box) -> str:
        lines, stubbed = box.payload
        left, top = box.x, box.y - box.height / 2
        been = " been" if any(self._taken(step) for _line, step in lines) else ""
        parts = [self._rect(box, 0, "pill")]
        if stubbed:
            note = _("自 %(count)d 个状态") % {"count": len(stubbed)}
            parts.append(self._text(left + 8, top + 15, note, "from"))
            top += 15
        parts += [
            self._link(step, self._text(left + 8, top + 16 + 15 * i, line)) for i, (line, step) in enumerate(lines)
        ]
        return f'<g class="label{been}">{"".join(parts)}</g>'

    def _taken(self, step: Any, source: str | None = None) -> bool:
        return any(code == step.code and source in (None, place) for place, code in self.been_by)

    def _link(self, step: Any, inner: str) -> str:
        tip = _(str(step.title))
        if step.basis:
            tip = _("%(step)s（%(basis)s）") % {"step": tip, "basis": article(str(step.basis))}
        return f'<a href="#{escape(self.anchor + step.code)}"><title>{escape(tip)}</title>{inner}</a>'

    @staticmethod
    def _rect(box: Box, inset: float, kind: str) -> str:
        left, top = box.x + inset, box.y - box.height / 2 + inset
        size = f'width="{box.width - 2 * inset:.1f}" height="{box.height - 2 * inset:.1f}"'
        return f'<rect class="{kind}" x="{left:.1f}" y="{top:.1f}" {size} rx="{8 - inset:.0f}"/>'

    @staticmethod
    def _text(x: float, y: float, text: str, kind: str = "", anchor: str = "") -> str:
        extra = (f' class="{kind}"' if kind else "") + (f' text-anchor="{anchor}"' if anchor else "")
        return f'<text x="{x:.1f}" y="{y:.1f}"{extra}>{escape(text)}</text>'

    def _line(self, graph: Graph, line: Any) -> str:
        label = graph.boxes[line.label].payload[0]
        been = " been" if any(self._taken(step, line.source) for _text, step in label) else ""
        kind = (" back" if line.back else "") + been
        path = f'<path class="{kind.strip()}" d="{line.path}"/>'
        if line.tip is None:
            return path
        x, y, way = line.tip
        foot = x - 8 * way
        points = f"{x:.1f},{y:.1f} {foot:.1f},{y - 4:.1f} {foot:.1f},{y + 4:.1f}"
        return f'{path}<polygon class="tip{been}" points="{points}"/>'
