"""The texts of documents: Django templates in which nothing vanishes silently. What has no value becomes a gap."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.template import Context, Engine, Node, Template
from django.template.base import FilterExpression, NodeList, Variable, VariableNode
from django.template.defaulttags import ForNode, WithNode
from django.template.smartif import TokenBase
from django.utils import translation

GAP = re.compile(r"【待填：([^】]*)】")
ENGINE = Engine(autoescape=False, string_if_invalid="【待填：%s】")
EMPTY = ("", "None")


def gap(name: str) -> str:
    return f"【待填：{name}】"


class Printed(VariableNode):
    """A variable that is printed: without a value it leaves a gap for a person to fill."""

    def render(self, context: Context) -> str:
        text = str(super().render(context))
        return gap(self.filter_expression.token.split("|")[0]) if text.strip() in EMPTY else text


class Text(Template):
    """A text of a document. What steers it (if, for, firstof) may be empty; what is printed may not."""

    def compile_nodelist(self) -> NodeList:
        nodes = super().compile_nodelist()
        for node in nodes.get_nodes_by_type(VariableNode):
            node.__class__ = Printed
        return nodes

    def written(self, values: Mapping[str, Any]) -> str:
        """The text in Chinese, whoever reads the screen in which language."""
        with translation.override("zh-hans"):
            return str(self.render(Context(dict(values), autoescape=False)))

    def names(self) -> Iterator[tuple[str, ...]]:
        """Every path the text looks up, such as ("matter", "title"); without those it binds itself."""
        bound = set(_bound(self.nodelist))
        for variable in _variables(self.nodelist):
            if variable.lookups and variable.lookups[0] not in bound:
                yield tuple(variable.lookups)


def text_of(source: str) -> Text:
    """The text, compiled; raises TemplateSyntaxError."""
    return _compiled(source)


def read(path: Path) -> Text:
    return _compiled(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=256)
def _compiled(source: str) -> Text:
    return Text(source, engine=ENGINE)


def _bound(nodes: NodeList) -> Iterator[str]:
    for node in nodes.get_nodes_by_type(Node):
        if isinstance(node, ForNode):
            yield from (*node.loopvars, "forloop")
        elif isinstance(node, WithNode):
            yield from node.extra_context


def _variables(part: Any) -> Iterator[Variable]:
    """Every variable below a part of a compiled template."""
    if isinstance(part, Variable):
        yield part
    elif isinstance(part, FilterExpression):
        yield from _variables([part.var, part.filters])
    elif isinstance(part, Node | TokenBase):
        for below in vars(part).values():
            yield from _variables(below)
    elif isinstance(part, list | tuple):
        for below in part:
            yield from _variables(below)
    elif isinstance(part, dict):
        yield from _variables(list(part.values()))
