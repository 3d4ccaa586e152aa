"""What the law says and when: working days, terms, dated parameters and the facts behind them; plain Python."""

from zhunsheng.law.calendar import Calendar, UnpublishedYear, default_calendar
from zhunsheng.law.counting import COUNTINGS, Counting, Unit
from zhunsheng.law.reckoning import Day, Reckoning, RestDay
from zhunsheng.law.refusal import Refusal, Wording
from zhunsheng.law.spans import Extension, Stretch, Term
from zhunsheng.law.terms import earliest_after, latest_before, reckon, reckon_hours

__all__ = [
    "COUNTINGS",
    "Calendar",
    "Counting",
    "Day",
    "Extension",
    "Reckoning",
    "Refusal",
    "RestDay",
    "Stretch",
    "Term",
    "Unit",
    "UnpublishedYear",
    "Wording",
    "default_calendar",
    "earliest_after",
    "latest_before",
    "reckon",
    "reckon_hours",
]
