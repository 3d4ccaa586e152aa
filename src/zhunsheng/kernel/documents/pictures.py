"""Charts and addresses as pictures for formats that cannot draw them."""

import io

import segno

from zhunsheng.kernel.charts import ChartSpec, to_svg
from zhunsheng.kernel.documents.fonts import FontSet, load_fonts
from zhunsheng.kernel.documents.typesetting import typeset_png


def to_png(spec: ChartSpec, fonts: FontSet | None = None) -> bytes:
    """The chart as a PNG 156 mm wide at 220 dots an inch."""
    fonts = fonts or load_fonts()
    content = {"svg": chart_svg(spec, fonts), "title": spec.title}
    return typeset_png("chart.typ", content, title=spec.title, fonts=fonts)


def chart_svg(spec: ChartSpec, fonts: FontSet) -> str:
    """The chart as SVG that names only fonts that are installed."""
    return to_svg(spec, ", ".join(fonts.hei))


def qr_svg(address: str) -> str:
    """The address as a QR code in SVG without style attributes, with the quiet zone of four modules."""
    picture = io.BytesIO()
    segno.make(address, error="m").save(
        picture,
        kind="svg",
        border=4,
        dark="#000",
        light="#fff",
        xmldecl=False,
        nl=False,
        svgclass="qr",
        lineclass=None,
        omitsize=True,
    )
    return picture.getvalue().decode()


def qr_png(address: str) -> bytes:
    """The address as a QR code in PNG, with the quiet zone of four modules."""
    picture = io.BytesIO()
    segno.make(address, error="m").save(picture, kind="png", scale=8, border=4)
    return picture.getvalue()
