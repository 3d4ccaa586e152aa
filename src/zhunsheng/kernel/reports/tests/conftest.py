"""A toy report over the requests of the example system, drafted in a small district."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from zhunsheng.kernel import registry
from zhunsheng.kernel.documents.model import Align, Cell, Column, Table
from zhunsheng.kernel.indicators.figures import figures, printed
from zhunsheng.kernel.matters.actions import open_matter, take_step
from zhunsheng.kernel.reports.actions import codes_to_confirm, confirm_figures, start_report
from zhunsheng.kernel.reports.declare import Part, ReportForm, Section
from zhunsheng.kernel.reports.forms import forms, sections_of
from zhunsheng.kernel.reports.sealing import seal_report
from zhunsheng.kernel.roles import Role

RULE = "试验规定"


def request_table(period):
    received = figures(["foi.received"], period)["foi.received"]
    return Table(
        caption="受理情况",
        columns=(Column(2, Align.LEFT), Column()),
        head=(("项目", "件数"),),
        rows=(("收到申请", Cell(printed(received.value, ""), figure="foi.received")),),
    )


TOY = ReportForm(
    code="toy_report", title="试验报告", basis=RULE, due="04-01",
    parts=(Part(at="一", title="工作开展情况", basis=RULE), Part(at="二", title="不足", basis=RULE)),
    chapters={"一.五": "政务公开"},
    drafts=(
        Section(form="toy_report", at="一.五", title="政务公开", by="", text="推进政务公开。"),
        Section(form="toy_report", at="二.1", title="存在的不足", by="", text="没有不足。"),
    ),
)  # fmt: skip
ANSWERING = Section(
    form="toy_report", at="一.五.1", title="办理公开申请", by="housing",
    text="全年办理{foi.answered}件，上年{foi.answered:last}件，同比{foi.answered:change}。\n\n答复率{foi.answered_rate}。",
    tables=[request_table], chart=["foi.answered", "foi.received", "foi.answered_rate"],
)  # fmt: skip


REMEMBERED = (forms, sections_of, registry.kinds, registry.indicators, registry.parameters)


def forget():
    """What was read from other declarations must not be taken for these."""
    for each in REMEMBERED:
        each.cache_clear()


@pytest.fixture
def toy(world, monkeypatch):
    """The form and its sections known to the registry, and short ways to write requests and reports."""
    foi = replace(registry.domains()["foi"], forms=[TOY], sections=[ANSWERING])
    monkeypatch.setattr(registry, "domains", lambda: {"foi": foi})
    forget()
    yield Writer(world)
    forget()


class Writer:
    """Writes requests and reports in the small district."""

    def __init__(self, world):
        self.world = world
        self.clerk = world.person("housing")
        self.head = world.person("housing", Role.HEAD)
        self.leader = world.person("government", Role.HEAD)

    def request(self, opened_on, **fields):
        given = {
            "title": "申请公开征收补偿方案", "unit": self.world.unit["housing"], "place": self.world.unit["east"],
            "applicant": "person", "channel": "web", "wanted": "征收补偿方案", "opened_on": opened_on,
        }  # fmt: skip
        return open_matter("foi", by=self.clerk, **(given | fields))

    def reply(self, matter, on):
        take_step(matter, "reply", by=self.clerk, on=on, outcome="provided")
        return matter

    def answered(self, *days):
        return [self.reply(self.request(day), day) for day in days]

    def started(self):
        return start_report("toy_report", 2023, by=self.leader)

    def sealed(self, report=None):
        report = report or self.started()
        confirm_figures(report, codes_to_confirm(report, self.leader), by=self.leader)
        return SimpleNamespace(report=report, seal=seal_report(report, by=self.leader))


@pytest.fixture
def three_answered(toy):
    toy.answered(date(2022, 5, 5), date(2023, 3, 6), date(2023, 4, 3))
    return toy
