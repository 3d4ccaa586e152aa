"""The sample year: a district and its records, invented, deterministic, and entered through the bulk door.

A system offers ``sample.py`` beside its ``domain.py`` with ``sample(district, year)`` and, if it likes,
``lively(district, today)``; both yield ``Batch``. ``afterwards(district, year)`` yields each ``Correction`` made
after the report of the year was sealed.
"""

from zhunsheng.kernel.sampling.batches import Batch, Correction
from zhunsheng.kernel.sampling.district import District, demo_accounts
from zhunsheng.kernel.sampling.loading import RealRecordsPresent, Summary, correct_afterwards, load_sample
from zhunsheng.kernel.sampling.names import Names
from zhunsheng.kernel.sampling.spread import days, days_of, draw, quota, seeded, shares, workdays_after
from zhunsheng.kernel.sampling.tale import Tale

__all__ = [
    "Batch",
    "Correction",
    "District",
    "Names",
    "RealRecordsPresent",
    "Summary",
    "Tale",
    "correct_afterwards",
    "days",
    "days_of",
    "demo_accounts",
    "draw",
    "load_sample",
    "quota",
    "seeded",
    "shares",
    "workdays_after",
]
