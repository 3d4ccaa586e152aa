"""An official document as a fragment of a web page: semantic, escaped, without inline style or script."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from itertools import groupby

from zhunsheng.kernel.charts import to_svg
from zhunsheng.kernel.documents import wording
from zhunsheng.kernel.documents.model import (
    Block,
    Chart,
    Heading,
    Note,
    OfficialDocument,
    PageBreak,
    Paragraph,
    Placed,
    Run,
    Table,
)
from zhunsheng.kernel.documents.pictures import qr_svg
from zhunsheng.kernel.documents.titles import title_lines

FigureLink = Callable[[str], str]


def to_html(document: OfficialDocument, figure_link: FigureLink | None = None) -> str:
    """An `<article>` whose title is an h2. A run with a figure becomes a link when `figure_link` gives its address."""
    return f'<article class="official official-{document.head.value}" lang="{_text(document.language)}">' + "".join(
        (
            _head(document),
            _body(document.body, figure_link),
            _foot(document),
            _annexes(document, figure_link),
            "</article>",
        )
    )


def _text(text: str) -> str:
    return escape(wording.printable(text)).replace("\n", "<br>")


def _line(name: str, text: str) -> str:
    return f'<p class="{name}">{_text(text)}</p>' if text else ""


def _head(document: OfficialDocument) -> str:
    lines = [_line("secrecy", text) for text in wording.first_lines(document)]
    lines.append(_line("mark", document.mark or document.organ))
    lines.append(_line("number", document.number))
    to = _line("addressed-to", wording.salutation(document))
    title = "".join(f'<span class="line">{_text(line)}</span>' for line in title_lines(document.title))
    return f"<header>{''.join(lines)}<h2>{title}</h2></header>{to}"


def _body(body: tuple[Block, ...], link: FigureLink | None) -> str:
    """Headings and text stand in one section for each heading of the first level."""
    marked = list(zip(body, wording.captions(body), wording.depths(body), strict=True))
    starts = [place for place, (_, _, depth) in enumerate(marked) if depth == 1]
    bounds = [*([0] if 0 not in starts else []), *starts, len(marked)]
    sections = (marked[first:last] for first, last in zip(bounds, bounds[1:], strict=False))
    return "".join(
        f"<section>{''.join(_block(block, caption, depth, link) for block, caption, depth in section)}</section>"
        for section in sections
    )


def _block(block: Block, caption: str, depth: int, link: FigureLink | None) -> str:
    match block:
        case Heading():
            return f'<h{depth + 2} class="level-{block.level}">{_text(block.text)}</h{depth + 2}>'
        case Paragraph():
            flush = "" if block.indent else ' class="flush"'
            return f"<p{flush}>{''.join(_run(run, link) for run in block.runs)}</p>"
        case Table():
            return _table(block, caption, link)
        case Chart():
            told = f"<figcaption>{_text(caption)}</figcaption>" if caption else ""
            return f'<figure class="chart">{to_svg(block.spec)}{told}</figure>'
        case Note():
            return _line("note", block.text)
        case PageBreak():
            return '<hr class="page-break">'


def _run(run: Run, link: FigureLink | None) -> str:
    text = f'<a href="#annex-{run.annex}">{_text(run.text)}</a>' if run.annex else _figure(run.text, run.figure, link)
    return f"<strong>{text}</strong>" if run.strong else text


def _figure(text: str, figure: str, link: FigureLink | None) -> str:
    if not figure:
        return _text(text)
    if link is None:
        return f'<span class="figure" data-figure="{_text(figure)}">{_text(text)}</span>'
    return f'<a class="figure" data-figure="{_text(figure)}" href="{_text(link(figure))}">{_text(text)}</a>'


def _table(table: Table, caption: str, link: FigureLink | None) -> str:
    told = f"<caption>{_text(caption)}</caption>" if caption else ""
    head = "".join(_rows(table.placed_head(), len(table.columns), link, always="col"))
    rows = "".join(_rows(table.placed_rows(), table.row_heads, link))
    head = f"<thead>{head}</thead>" if head else ""
    wide = ' class="wide"' if table.landscape else ""
    scrolled = f'<div class="table-scroll"><table{wide}>{told}{head}<tbody>{rows}</tbody></table></div>'
    return scrolled + _line("note", table.note)


def _annexes(document: OfficialDocument, link: FigureLink | None) -> str:
    return "".join(
        f'<section class="annex" id="annex-{place}">{_line("annex-mark", mark)}{_table(table, table.caption, link)}'
        "</section>"
        for place, (mark, table) in enumerate(zip(wording.annex_marks(document), document.annexes, strict=True), 1)
    )


def _rows(cells: Iterable[Placed], heads: int, link: FigureLink | None, always: str = "") -> Iterator[str]:
    for _, row in groupby(cells, key=lambda placed: placed.row):
        yield "<tr>" + "".join(_cell(placed, placed.column < heads, link, always) for placed in row) + "</tr>"


def _cell(placed: Placed, is_head: bool, link: FigureLink | None, always: str) -> str:
    cell = placed.cell
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    text, align = _figure(cell.text, cell.figure, link), f' class="align-{placed.align.value}"'
    if not is_head:
        return f"<td{spans}{align}>{text}</td>"
    scope = (always or "row") + ("group" if (cell.columns if always else cell.rows) > 1 else "")
    return f'<th scope="{scope}"{spans}{align}>{text}</th>'


def _foot(document: OfficialDocument) -> str:
    attachments = "".join(f"<li>{line}</li>" for line in _attachments(document))
    day = wording.chinese_date(document.dated_on)
    dated = f'<p class="dated"><time datetime="{document.dated_on.isoformat()}">{day}</time></p>'
    organ, when = wording.printed(document)
    return "".join(
        (
            f'<section class="attachments"><p>附件：</p><ol>{attachments}</ol></section>' if attachments else "",
            f"<footer>{_line('signed', document.signed_by)}{dated}",
            _line("remark", wording.remark(document)),
            _line("copied", wording.copied_to(document)),
            _line("printed", f"{organ}　{when}".strip("　")),
            "</footer>",
            _proof(document),
        )
    )


def _attachments(document: OfficialDocument) -> Iterator[str]:
    """The names on the list of attachments; those of annexes lead to them."""
    before = len(document.attachments)
    for place, (_, name) in enumerate(wording.attachment_lines(document), 1):
        yield _text(name) if place <= before else f'<a href="#annex-{place - before}">{_text(name)}</a>'


def _proof(document: OfficialDocument) -> str:
    if document.proof is None:
        return _qr(document.address)
    digests = "".join(
        f"<dt>{_text(over)}</dt><dd><code>{_text(digest)}</code></dd>" for over, digest in document.proof.digests
    )
    told = _line("statement", document.proof.statement)
    return f'<section class="proof">{_qr(document.address)}<div>{told}<dl>{digests}</dl></div></section>'


def _qr(address: str) -> str:
    if not address:
        return ""
    return f'<figure class="qr">{qr_svg(address)}<figcaption>扫码查看网页版<br>{_text(address)}</figcaption></figure>'
