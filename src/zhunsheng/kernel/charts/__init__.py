"""Charts as accessible SVG, drawn on the server and legible without colour."""

from zhunsheng.kernel.charts.spec import ChartKind, ChartSpec, Series, bar_chart, grouped_bars, line_months
from zhunsheng.kernel.charts.svg import to_svg

__all__ = ["ChartKind", "ChartSpec", "Series", "bar_chart", "grouped_bars", "line_months", "to_svg"]
