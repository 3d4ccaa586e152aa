"""Django finds models here; they live in the room they belong to."""

from zhunsheng.kernel.activities.models import Activity, ActivityChange
from zhunsheng.kernel.audit.models import Look
from zhunsheng.kernel.dirty import DirtyMonth
from zhunsheng.kernel.files.models import StoredFile
from zhunsheng.kernel.indicators.rollup import MonthFigure
from zhunsheng.kernel.issuing.models import IssuedDocument
from zhunsheng.kernel.journal.models import JournalEntry, SealedPage
from zhunsheng.kernel.matters.models import Deadline, Matter, Participation
from zhunsheng.kernel.matters.satellites import Satellite
from zhunsheng.kernel.numbering import NumberSeries
from zhunsheng.kernel.parties.models import Party
from zhunsheng.kernel.programmes.models import Assignment, Confirmation, Evidence, Item, Programme, Progress, Service
from zhunsheng.kernel.registers.models import RegisterChange, RegisterEntry
from zhunsheng.kernel.reports.models import (
    FigureConfirmation,
    Report,
    ReportSection,
    Seal,
    SealedFigure,
    SealedSection,
)
from zhunsheng.kernel.sampling.models import SampleLoad
from zhunsheng.kernel.units.models import Jurisdiction, Person, Post, Unit
from zhunsheng.kernel.units.tokens import ApiToken

__all__ = [
    "Activity",
    "ActivityChange",
    "ApiToken",
    "Assignment",
    "Confirmation",
    "Deadline",
    "DirtyMonth",
    "Evidence",
    "FigureConfirmation",
    "IssuedDocument",
    "Item",
    "JournalEntry",
    "Jurisdiction",
    "Look",
    "Matter",
    "MonthFigure",
    "NumberSeries",
    "Participation",
    "Party",
    "Person",
    "Post",
    "Programme",
    "Progress",
    "RegisterChange",
    "RegisterEntry",
    "SampleLoad",
    "Report",
    "ReportSection",
    "Satellite",
    "Seal",
    "SealedFigure",
    "SealedPage",
    "SealedSection",
    "Service",
    "StoredFile",
    "Unit",
]
