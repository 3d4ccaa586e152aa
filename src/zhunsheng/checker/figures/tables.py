"""Finding the figures of a table: a number takes its unit from its head, its row or the caption."""

import re
from decimal import Decimal
from typing import NamedTuple

from zhunsheng.checker.figures import words
from zhunsheng.checker.figures.numerals import ARABIC, arabic, decimals
from zhunsheng.checker.figures.prose import figures_of
from zhunsheng.checker.figures.units import PERCENTAGES, POINTS, SCALE, SCALES, UNIT, Kind, kind_of
from zhunsheng.checker.model import Cell, Direction, Figure

_NUMBER = re.compile(rf"\s*(?P<sign>[-−+])?(?P<number>{ARABIC})\s*(?P<unit>(?:{SCALE})?{UNIT}|%)?\s*")
_UNIT_IN_HEAD = re.compile(
    rf"\((?:单位[::]?)?(?P<unit>(?:{SCALE})?(?:{UNIT}|%))\)|单位[::]\s*(?P<caption>(?:{SCALE})?(?:{UNIT}|%))"
)
_SPLIT = re.compile(rf"^({SCALE})?(.*)$")
_NO_FIGURES = re.compile(r"序号|编号|文号|日期|时间|电话|代码|年份|^年度?$|^\s*#\s*$|邮编|备注")
_RULE = re.compile(r"^[\s|:=\-—]+$")
_CAPTION = re.compile(rf"单位[::]\s*((?:{SCALE})?(?:{UNIT}|%))")
_PERCENT_HEAD = re.compile(r"占比|比重|率$|同比$|增幅$")
_CHANGE_HEAD = re.compile(rf"同比|环比|增幅|增速|{words.MOVED}")
_DOWN_HEAD = re.compile("降|减")
_SHARE_HEAD = re.compile("占|比重")
_PERSONS_HEAD = re.compile("人数|人次$")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Line(NamedTuple):
    """A line of a table (normalised by ``plain``), with its place in the text."""

    at: int
    text: str


class _Piece(NamedTuple):
    start: int
    text: str


def is_row(text: str) -> bool:
    return "|" in text


def caption_unit(text: str) -> str:
    """The unit a line above a table gives for all of it (单位：宗); empty when it gives none."""
    found = _CAPTION.search(text)
    return found[1] if found else ""


def figures_of_table(lines: list[Line], unit: str) -> list[Figure]:
    """The figures of consecutive rows; ``unit`` is the caption's."""
    rows = [(line, _pieces(line.text)) for line in lines if not _RULE.match(line.text)]
    heads = _heads([pieces for _, pieces in rows])
    found: list[Figure] = []
    for number, (line, pieces) in enumerate(rows):
        label = pieces[0].text.strip() if pieces else ""
        for column, piece in enumerate(pieces):
            place = Cell(number, column, label, heads.get(column, ""))
            found += _of_cell(line, piece, place, unit)
    return found


def _pieces(text: str) -> list[_Piece]:
    pieces, start = [], 0
    for part in text.split("|"):
        pieces.append(_Piece(start, part))
        start += len(part) + 1
    framed = text.lstrip().startswith("|") and text.rstrip().endswith("|")
    return pieces[1:-1] if framed and len(pieces) > 2 else pieces


def _heads(rows: list[list[_Piece]]) -> dict[int, str]:
    """The words above each column: the first rows, as long as they hold no number of their own."""
    heads: dict[int, str] = {}
    for pieces in rows:
        if any(_is_number(piece.text) for piece in pieces[1:]):
            break
        for column, piece in enumerate(pieces):
            heads[column] = heads.get(column, "") + piece.text.strip()
    return heads


def _is_number(text: str) -> bool:
    found = _NUMBER.fullmatch(text)
    return found is not None and not _YEAR.fullmatch(text.strip())


def _of_cell(line: Line, piece: _Piece, place: Cell, caption: str) -> list[Figure]:
    found = _NUMBER.fullmatch(piece.text)
    if found is None:
        return _of_words(line, piece)
    head = place.column_head
    if _NO_FIGURES.search(head) or (place.column == 0 and not found["unit"]) or _is_year(found["number"], head):
        return []
    unit = found["unit"] or _unit(head) or _unit(place.row_head) or _percent_of(head) or caption
    return [_figure(line, piece, found, place, PERCENTAGES.get(unit, POINTS.get(unit, unit)))]


def _is_year(number: str, head: str) -> bool:
    return bool(_YEAR.fullmatch(number)) and not head


def _of_words(line: Line, piece: _Piece) -> list[Figure]:
    figures = figures_of(piece.text)
    for figure in figures:
        figure.start += piece.start
        figure.end += piece.start
        figure.at = line.at + figure.start
    return figures


def _unit(head: str) -> str:
    found = _UNIT_IN_HEAD.search(head)
    return (found["unit"] or found["caption"]) if found else ""


def _percent_of(head: str) -> str:
    return "%" if _PERCENT_HEAD.search(head) else ""


def _figure(line: Line, piece: _Piece, found: re.Match[str], place: Cell, unit: str) -> Figure:
    split = _SPLIT.match(unit)
    scale, base = (split[1] or "", split[2]) if split else ("", unit)
    value, start = arabic(found["number"]), piece.start + found.start("number")
    kind, direction = _kind(base, place, found["sign"] or "")
    ulp = SCALES[scale].scaleb(-decimals(found["number"]))
    end = piece.start + (found.end("unit") if found["unit"] else found.end("number"))
    what = " ".join(part for part in (place.row_head, place.column_head) if part)
    return Figure(
        phrase=line.text[start:end],
        at=line.at + start,
        start=start,
        end=end,
        value=value,
        unit=unit,
        kind=kind,
        precision="exact",
        quantity=_signed(value, found["sign"], kind) * SCALES[scale],
        ulp=ulp,
        base_unit=base,
        direction=direction,
        named=what,
        cell=place,
    )


def _signed(value: Decimal, sign: str | None, kind: Kind) -> Decimal:
    return -value if sign in ("-", "−") and kind != "change" else value


def _kind(unit: str, place: Cell, sign: str) -> tuple[Kind, Direction]:
    heads = place.row_head + place.column_head
    if unit in ("%", "‰"):
        if _CHANGE_HEAD.search(heads):
            return "change", "down" if sign in ("-", "−") or _DOWN_HEAD.search(heads) else "up"
        return ("share" if _SHARE_HEAD.search(heads) else "rate"), ""
    if _PERSONS_HEAD.search(place.column_head) and not unit:
        return "persons", ""
    return kind_of(unit) or "count", ""
