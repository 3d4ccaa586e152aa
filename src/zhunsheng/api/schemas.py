"""What the interface takes and gives, apart from the fields of the systems."""

from datetime import date, datetime
from functools import cache
from typing import Annotated, Any

from django.utils.translation import gettext_noop as _
from pydantic import ConfigDict, Field, StrictInt

from zhunsheng.api.fields import Day, Words, typed
from zhunsheng.api.kit import Given, Paged, Schema
from zhunsheng.kernel.matters.satellites import Satellite
from zhunsheng.kernel.models import Matter
from zhunsheng.kernel.procedures import Step
from zhunsheng.kernel.registry import ActivityKind, Listed, MatterKind, Register

Title = Annotated[Words, Field(title=_("标题"))]
UnitCode = Annotated[Words, Field(title=_("单位代码"))]
PlaceCode = Annotated[Words | None, Field(title=_("所在地的单位代码"))]
Version = Annotated[
    StrictInt | None, Field(title=_("客户端读到的版本"), description=_("别人已改动时拒绝，不会互相覆盖"))
]
Reason = Annotated[Words, Field(title=_("理由"))]


class PartyIn(Given):
    """A party of a matter; numbers are encrypted as they are kept."""

    role: Words
    name: Words
    kind: Words | None = None
    id_number: Words | None = None
    phone: Words | None = None
    address: Words | None = None


class OpenBase(Given):
    """What every matter is opened with."""

    title: Title
    unit: UnitCode
    opened_on: Annotated[Day, Field(title=_("收到日期"))]
    place: PlaceCode = None
    origin: Annotated[StrictInt | None, Field(title=_("来源事项的序号"))] = None
    parties: Annotated[list[PartyIn], Field(title=_("当事人"))] = []


class StepIn(Given):
    """A step to take."""

    on: Annotated[Day | None, Field(title=_("办理日期"), description=_("不填为今天"))] = None
    version: Version = None
    outcome: Annotated[Words, Field(title=_("结果"))] = ""
    note: Annotated[Words, Field(title=_("说明"))] = ""
    answers: Annotated[dict[str, Any], Field(title=_("该步骤要求填写的内容"))] = {}
    row: Annotated[dict[str, Any], Field(title=_("该步骤新增一行的内容"))] = {}


class CorrectIn(Given):
    """Recorded fields that were wrong, as they should be."""

    reason: Reason
    fields: Annotated[dict[str, Any], Field(title=_("更正后的内容"))]


class WithdrawIn(Given):
    """Why something is withdrawn."""

    reason: Reason
    version: Version = None


class RevokeIn(Given):
    """Why the last step is withdrawn."""

    reason: Reason


class EntryBase(Given):
    """What every entry of a register is entered with."""

    title: Title
    unit: UnitCode
    valid_from: Annotated[Day, Field(title=_("有效自"))]
    place: PlaceCode = None
    valid_until: Annotated[Day | None, Field(title=_("有效至"))] = None


class ChangeIn(Given):
    """Fields of an entry that change from a day on."""

    reason: Reason
    fields: Annotated[dict[str, Any], Field(title=_("变更后的内容"))]
    day: Annotated[Day | None, Field(title=_("变更日期"), description=_("不填为今天"))] = None
    version: Version = None


class EndIn(Given):
    """The last day of an entry."""

    reason: Reason
    on: Annotated[Day, Field(title=_("最后有效的一天"))]
    version: Version = None


class ActivityBase(Given):
    """What every activity is recorded with; under an entry, unit and place may be left to it."""

    title: Title
    happened_on: Annotated[Day, Field(title=_("日期"))]
    unit: Annotated[Words | None, Field(title=_("单位代码"))] = None
    place: PlaceCode = None
    entry: Annotated[StrictInt | None, Field(title=_("依据登记项的序号"))] = None
    participants: Annotated[StrictInt | None, Field(title=_("参加人次"))] = None


class Loose(Given):
    """Types alone: a name that is not asked for, or one that is missing, is refused by the kernel in its own words."""

    model_config = ConfigDict(extra="allow")


class MatterQuery(Paged):
    """Which matters."""

    kind: Annotated[str | None, Field(description=_("事项类型，见 /kinds；给出时另附该类型自己的字段"))] = None
    state: Annotated[str | None, Field(description=_("状态代码"))] = None
    unit: Annotated[str | None, Field(description=_("承办单位代码"))] = None
    number: Annotated[str | None, Field(description=_("编号"))] = None
    open: Annotated[bool | None, Field(description=_("true 只要未办结的，false 只要已办结的"))] = None


class EntryQuery(Paged):
    """Which entries of which register."""

    register_code: Annotated[str, Field(alias="register", description=_("登记册代码，见 /registers"))]
    valid_on: Annotated[date | None, Field(description=_("只要这一天有效的"))] = None


class ActivityQuery(Paged):
    """Which activities of which kind."""

    kind: Annotated[str, Field(description=_("活动类型代码，见 /activity-kinds"))]
    since: Annotated[date | None, Field(description=_("自这一天起"))] = None
    until: Annotated[date | None, Field(description=_("到这一天止"))] = None


class MatterRow(Schema):
    """A matter as every list shows it. ``fields``: of its own kind, where one kind was asked for."""

    pk: int
    kind: str
    number: str
    title: str
    unit: str
    place: str | None
    state: str
    state_title: str
    outcome: str
    opened_on: date
    accepted_on: date | None
    closed_on: date | None
    due_on: date | None
    version: int
    fields: dict[str, Any] = {}


class MatterPage(Schema):
    """Matters in the order of their keys; ``next`` is what to pass as ``after``, None at the end."""

    matters: list[MatterRow]
    next: int | None


class JournalLine(Schema):
    sequence: int
    day: date
    step: str
    state: str
    by: str
    note: str
    recorded_at: datetime


class MatterOut(MatterRow):
    """One matter whole: its rows by kind, its journal, and the steps that its state allows."""

    steps: list[str]
    rows: dict[str, list[dict[str, Any]]]
    journal: list[JournalLine]


class ClockOut(Schema):
    """A clock and why it falls on its day."""

    code: str
    title: str
    standing: str
    started_on: date
    due_on: date | None
    met_on: date | None
    late: bool
    problem: str | None
    paragraph: str | None
    reckoning: dict[str, Any] | None


class PartyOut(Schema):
    """A party, masked: nobody is shown whole by the interface."""

    pk: int
    role: str
    role_title: str
    kind: str
    name: str
    id_number: str
    phone: str
    address: str


class EntryOut(Schema):
    pk: int
    register_code: Annotated[str, Field(alias="register")]
    title: str
    unit: str
    place: str | None
    valid_from: date
    valid_until: date | None
    withdrawn_at: datetime | None
    version: int
    fields: dict[str, Any]


class EntryPage(Schema):
    entries: list[EntryOut]
    next: int | None


class ActivityOut(Schema):
    pk: int
    kind: str
    title: str
    unit: str
    place: str | None
    entry: int | None
    happened_on: date
    participants: int | None
    withdrawn_at: datetime | None
    fields: dict[str, Any]


class ActivityPage(Schema):
    activities: list[ActivityOut]
    next: int | None


def opening_schema(kind: MatterKind) -> type[Given]:
    return typed(f"{_name(kind)}Open", kind.model, kind.fields, OpenBase)


def entry_schema(register: Register) -> type[Given]:
    return typed(f"{_name(register)}Add", register.model, register.fields, EntryBase)


def activity_schema(kind: ActivityKind) -> type[Given]:
    return typed(f"{_name(kind)}Record", kind.model, kind.fields, ActivityBase)


def _name(declared: Listed) -> str:
    """A name that no other system has: two may call their models alike."""
    return "".join(part.capitalize() for part in declared.code.replace(".", "_").split("_"))


@cache
def answers_schema(model: type[Matter], step: Step) -> type[Given]:
    """The types of what ``step`` asks of the matter."""
    return typed("answers", model, step.fields, Loose, optional=True)


@cache
def row_schema(model: type[Satellite]) -> type[Given]:
    """The types of the row that a step adds."""
    own = [each.name for each in model._meta.local_fields if each.editable and not each.primary_key]
    return typed("row", model, own, Loose, optional=True)
