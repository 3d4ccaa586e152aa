"""What the law says and when: working days, terms, dated parameters and the facts behind them; plain Python."""

from zhunsheng.law.calendar import Calendar, UnpublishedYear, calendar_of, default_calendar, read_calendars_from
from zhunsheng.law.counting import COUNTINGS, Counting, Unit
from zhunsheng.law.facts import Fact, check_against_fact, load_facts
from zhunsheng.law.laws import PRACTICE, Law, citation, cite, laws
from zhunsheng.law.parameters import BeforeTheLaw, Dated, NoRuleInForce, Parameter, RuleNotLoaded, load
from zhunsheng.law.reckoning import Day, Reckoning, RestDay
from zhunsheng.law.refusal import Refusal, Wording
from zhunsheng.law.spans import Extension, Stretch, Term
from zhunsheng.law.terms import earliest_after, last_day, latest_before, reckon, reckon_hours

__all__ = [
    "PRACTICE",
    "BeforeTheLaw",
    "COUNTINGS",
    "Calendar",
    "Counting",
    "Dated",
    "Day",
    "Extension",
    "Fact",
    "Law",
    "NoRuleInForce",
    "Parameter",
    "Reckoning",
    "Refusal",
    "RestDay",
    "RuleNotLoaded",
    "Stretch",
    "Term",
    "Unit",
    "UnpublishedYear",
    "Wording",
    "calendar_of",
    "check_against_fact",
    "citation",
    "cite",
    "default_calendar",
    "earliest_after",
    "last_day",
    "latest_before",
    "laws",
    "load",
    "load_facts",
    "read_calendars_from",
    "reckon",
    "reckon_hours",
]
