"""Figures declared as conditions: one query counts them, groups them and opens the records behind them."""

from zhunsheng.kernel.indicators.declare import Indicator, Kind

__all__ = ["Indicator", "Kind"]
