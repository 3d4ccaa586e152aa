"""Web pages saved to disk: .html, and .mht archives."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

from lxml import etree, html

from zhunsheng.checker.reading.plain import encoding_of
from zhunsheng.checker.refusals import Damaged, EmptyFile

_SILENT = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "iframe", "nav", "button", "select", "textarea"}
)
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "em",
        "font",
        "i",
        "label",
        "mark",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "u",
        "u1",
        "code",
        "big",
        "ins",
        "del",
        "o:p",
    }
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_CHINESE = {"gb2312", "gbk", "gb18030", "x-gbk"}


def lines_of_page(path: Path) -> list[str]:
    """The visible text, a line for each block; table rows have their cells between bars."""
    raw = path.read_bytes()
    if path.suffix.lower() in (".mht", ".mhtml"):
        raw = _page_of_archive(path, raw)
    tree = _parsed(path, raw)
    lines = [line for line in _Walker().lines(tree) if line.strip(" |")]
    if not lines:
        raise EmptyFile(name=path.name)
    return lines


def _page_of_archive(path: Path, raw: bytes) -> bytes:
    message = message_from_bytes(raw, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            content = part.get_content()
            return str(content).encode("utf-8")
    raise Damaged(name=path.name, where="text/html")


def _parsed(path: Path, raw: bytes) -> html.HtmlElement:
    parser = html.HTMLParser(encoding=_encoding(path, raw), remove_comments=True, remove_pis=True, no_network=True)
    try:
        tree = html.document_fromstring(raw, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise EmptyFile(name=path.name) from error
    return tree


def _encoding(path: Path, raw: bytes) -> str:
    if path.suffix.lower() in (".mht", ".mhtml"):
        return "utf-8"
    named = _CHARSET.search(raw[:4096])
    found = encoding_of(path)
    if found == "utf-8" or named is None:
        return found.removesuffix("-sig")
    name = named[1].decode("ascii").lower()
    return "gb18030" if name in _CHINESE else found


class _Walker:
    """Goes through the tree without recursion into silence, gathering one line per block."""

    def __init__(self) -> None:
        self._line: list[str] = []
        self._done: list[str] = []
        self._cells = 0

    def lines(self, tree: html.HtmlElement) -> Iterator[str]:
        body = tree.find("body")
        for event, node in etree.iterwalk(body if body is not None else tree, events=("start", "end")):
            if _is_silent(node):
                if event == "end" and node.tail and not _inside_silence(node):
                    self._line.append(node.tail)
                continue
            if _inside_silence(node):
                continue
            self._start(node) if event == "start" else self._end(node)
            if self._done:
                yield from self._done
                self._done = []
        self._break()
        yield from self._done

    def _start(self, node: html.HtmlElement) -> None:
        if node.tag == "tr":
            self._cells = 0
        if node.tag in ("td", "th"):
            self._line.append(" | " if self._cells else "")
            self._cells += 1
        elif node.tag not in _INLINE and not _in_cell(node):
            self._break()
        self._line.append(node.text or "")

    def _end(self, node: html.HtmlElement) -> None:
        if node.tag == "br" and not _in_cell(node):
            self._break()
        if node.tag in ("td", "th"):
            self._line.append(" | " * (_span(node) - 1))
        elif node.tag not in _INLINE and not _in_cell(node):
            self._break()
        if node.tag not in ("td", "th", "tr", "tbody", "thead", "table") or not (node.tail or "").isspace():
            self._line.append(node.tail or "")

    def _break(self) -> None:
        line = _SPACE.sub(" ", "".join(self._line)).strip(" ")
        self._line = []
        if line:
            self._done.append(line)


def _is_silent(node: html.HtmlElement) -> bool:
    return (
        not isinstance(node.tag, str)
        or node.tag in _SILENT
        or "display:none" in (node.get("style") or "").replace(" ", "")
    )


def _inside_silence(node: html.HtmlElement) -> bool:
    return any(_is_silent(above) for above in node.iterancestors())


def _in_cell(node: html.HtmlElement) -> bool:
    return any(above.tag in ("td", "th") for above in node.iterancestors())


def _span(node: html.HtmlElement) -> int:
    span = node.get("colspan") or "1"
    return min(int(span), 50) if span.isdigit() and span != "0" else 1
