"""The text as a page, its figures coloured, each with its reason: nothing is fetched from elsewhere, no script runs."""

from collections.abc import Iterator
from html import escape

from zhunsheng.checker.model import Checked, Figure
from zhunsheng.checker.output.listing import place
from zhunsheng.checker.output.standing import standings
from zhunsheng.checker.output.wordings import KINDS, SEVERITIES, STANDINGS, Standing

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root{color-scheme:light dark;--ink:#1d2733;--paper:#fff;--quiet:#5b6673;--line:#d5dbe2;--confirmed:#0b6b3a;
--confirmed-bg:#e3f4ea;--contradicted:#a3151c;--contradicted-bg:#fde8e8;--doubted:#7a4b00;--doubted-bg:#fff1d6;
--unverifiable:#44505c;--unverifiable-bg:#eef1f4}@media(prefers-color-scheme:dark){:root{--ink:#e6ebf0;
--paper:#14191f;--quiet:#a3afbb;--line:#36404a;--confirmed:#7fdca6;--confirmed-bg:#12321f;--contradicted:#ff9c9c;
--contradicted-bg:#431518;--doubted:#ffce7a;--doubted-bg:#3d2a05;--unverifiable:#c2ccd6;--unverifiable-bg:#242c34}}
body{font:1rem/1.9 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:var(--ink);
background:var(--paper);max-width:46rem;margin:0 auto;padding:1rem}h1{font-size:1.4rem}h2{font-size:1.1rem;
margin-top:2rem}p{margin:.6rem 0;white-space:pre-wrap;overflow-wrap:anywhere}.figure{position:relative;
border-radius:.2rem;padding:0 .15rem;border-bottom:2px solid;cursor:help}.figure:focus{
outline:2px solid currentColor;outline-offset:2px}.confirmed{color:var(--confirmed);background:var(--confirmed-bg)}
.contradicted{color:var(--contradicted);background:var(--contradicted-bg);border-bottom-style:double;
border-bottom-width:4px}.doubted{color:var(--doubted);background:var(--doubted-bg);border-bottom-style:dashed}
.unverifiable{color:var(--unverifiable);background:var(--unverifiable-bg);border-bottom-style:dotted}.why{
position:absolute;left:0;top:100%;z-index:1;width:max-content;max-width:min(22rem,80vw);padding:.4rem .6rem;
font-size:.85rem;line-height:1.5;color:var(--ink);background:var(--paper);border:1px solid var(--line);
border-radius:.3rem;box-shadow:0 2px 8px #0003;visibility:hidden;white-space:normal}
.figure:hover .why,.figure:focus .why,.figure:focus-within .why{visibility:visible}ul{padding-left:1.2rem}li{
margin:.4rem 0}.legend{color:var(--quiet);font-size:.9rem}.legend .figure{margin-right:.6rem;cursor:default}
@media print{.why{display:none}}
"""


def as_html(text: str, checked: Checked, title: str, language: str = "zh") -> str:
    """The annotated copy of a text. Reasons open by hovering, by tapping and by the Tab key."""
    return "".join(_page(text, checked, title, language))


def _page(text: str, checked: Checked, title: str, language: str) -> Iterator[str]:
    english = language.lower().startswith("en")
    yield f'<!doctype html>\n<html lang="{"en" if english else "zh-Hans"}"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width,initial-scale=1">'
    yield f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>"
    yield f"<h1>{escape(title)}</h1>"
    yield from _legend(checked, language)
    yield from _findings(checked, language)
    yield f"<h2>{'Text' if english else '正文'}</h2>"
    yield from _text(text, checked, language)
    yield "</main></body></html>\n"


def _legend(checked: Checked, language: str) -> Iterator[str]:
    counts: dict[Standing, int] = dict.fromkeys(STANDINGS, 0)
    for standing, _ in standings(checked, language).values():
        counts[standing] += 1
    yield '<p class="legend">'
    for standing, wording in STANDINGS.items():
        yield f'<span class="figure {standing}">{escape(wording.text(language))} {counts[standing]}</span>'
    yield "</p>"


def _findings(checked: Checked, language: str) -> Iterator[str]:
    english = language.lower().startswith("en")
    yield f"<h2>{'Findings' if english else '发现'}</h2>"
    if not checked.findings:
        yield f"<p>{'None.' if english else '没有发现。'}</p>"
        return
    yield "<ul>"
    for finding in checked.findings:
        head = f"{SEVERITIES[finding.severity].text(language)} · {KINDS[finding.kind].text(language)}"
        link = f'<a href="#f{finding.figure.at}">{escape(finding.figure.phrase)}</a>'
        where, why = escape(place(finding.figure, language)), escape(finding.reason(language))
        yield f"<li><b>{escape(head)}</b> {link} ({where}) {why}</li>"
    yield "</ul>"


def _text(text: str, checked: Checked, language: str) -> Iterator[str]:
    stand = standings(checked, language)
    done = 0
    yield "<p>"
    for figure in sorted(checked.figures, key=lambda each: each.at):
        if figure.at < done:
            continue
        yield _plain(text[done : figure.at])
        yield _figure(figure, *stand[figure.at], language)
        done = figure.at + len(figure.phrase)
    yield _plain(text[done:])
    yield "</p>\n"


def _plain(text: str) -> str:
    return escape(text).replace("\n", "</p>\n<p>")


def _figure(figure: Figure, standing: Standing, reasons: list[str], language: str) -> str:
    said = STANDINGS[standing].text(language)
    why = "<br>".join(escape(line) for line in [said, *reasons])
    ident = f"f{figure.at}"
    return (
        f'<span class="figure {standing}" tabindex="0" id="{ident}" aria-describedby="{ident}w">{escape(figure.phrase)}'
        f'<span class="why" role="tooltip" id="{ident}w">{why}</span></span>'
    )
