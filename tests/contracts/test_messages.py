"""Chinese and English complete: no text without its translation, none that misleads, none that nobody uses."""

import ast
import re
from datetime import date, timedelta
from functools import cache

import pytest
from contracts.house import PACKAGE, name, python_files, tracked_files
from django.utils import timezone, translation

from zhunsheng.cli.commands.messages import ROOT, declared
from zhunsheng.kernel import messages, registry
from zhunsheng.kernel.indicators.count import condition
from zhunsheng.kernel.indicators.measures import measured
from zhunsheng.kernel.indicators.reading import in_words
from zhunsheng.kernel.matters.actions import correct, open_matter, revoke_step, take_step
from zhunsheng.kernel.periods import Period
from zhunsheng.kernel.roles import Role
from zhunsheng.law import Refusal

CHINESE = re.compile("[\u4e00-\u9fff]")
MARKED = (
    r"\{%\s*blocktranslate.*?endblocktranslate\s*%\}",
    r"\{%\s*comment.*?endcomment\s*%\}",
    r"\{#.*?#\}",
    r"\{%\s*translate.*?%\}",
    r"""_\(("[^"]*"|'[^']*')\)""",
)
OWN_NAME = ">中文<"
"""The name of the language itself, on the button that chooses it."""
TITLES = {"label", "verbose_name", "state_title", "outcome_title"}
DECLARED = {"step", "kind", "procedure", "template", "register", "declared", "clock", "requirement", "part", "state"}
WRAPPED = {"shown", "beside", "cited"}


@cache
def texts():
    return list(declared())


def told(found):
    """Each text with the place of its catalogue, one a line."""
    return "".join(f"\n{name(folder)}: {' '.join(map(str, what))}" for folder, *what in found)


def test_every_text_has_its_english():
    missing = messages.missing(ROOT, texts())
    assert not missing, f"run zhunsheng messages and translate:{told(missing)}"


def test_every_translation_keeps_the_placeholders():
    wrong = messages.problems(ROOT)
    assert not wrong, told(wrong)


def test_no_catalogue_holds_a_text_that_nobody_uses():
    unused = messages.unused(ROOT, texts())
    assert not unused, f"run zhunsheng messages:{told(unused)}"


def test_no_translation_is_chinese():
    catalogues = {path.parents[3]: path for path in ROOT.rglob("locale/en/LC_MESSAGES/django.po")}
    allowed = re.compile("法律援助|并杏政复〔2023〕12号")  # examples of what to type
    found = [
        (folder, line)
        for folder, path in catalogues.items()
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("msgstr") and CHINESE.search(allowed.sub("", line))
    ]
    assert not found, told(found)


def test_every_chinese_text_of_a_template_is_marked_for_translation():
    bare = []
    for path in tracked_files():
        if path.is_relative_to(PACKAGE) and "templates" in path.parts and "tests" not in path.parts:
            source = path.read_text(encoding="utf-8").replace(OWN_NAME, "")
            for pattern in MARKED:
                source = re.sub(pattern, lambda found: "\n" * found[0].count("\n"), source, flags=re.DOTALL)
            bare += [f"{name(path)}:{i}" for i, line in enumerate(source.split("\n"), 1) if CHINESE.search(line)]
    assert not bare, "\n".join(bare)


def _bare_titles(node):
    """Declared titles given to a refusal as plain Chinese."""
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") in WRAPPED:
        return
    if isinstance(node, ast.Attribute):
        owner = getattr(node.value, "id", getattr(node.value, "attr", ""))
        if node.attr in TITLES or (node.attr == "title" and owner in DECLARED):
            yield ast.unparse(node)
    for child in ast.iter_child_nodes(node):
        yield from _bare_titles(child)


def test_refusals_are_given_declared_titles_that_follow_the_language():
    found = []
    for path in python_files(tests=False):
        if path.is_relative_to(PACKAGE / "kernel"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                    found += [f"{name(path)}:{node.lineno} {title}" for title in _bare_titles(node.exc)]
    assert not found, "wrap these in shown(...):\n" + "\n".join(found)


@pytest.fixture
def request_for(world):
    """Open a request for information of the justice bureau, with some fields changed."""

    def opened(**changes):
        fields = {
            "title": "Request",
            "unit": world.unit["justice"],
            "opened_on": date(2023, 3, 1),
            "applicant": "person",
            "channel": "web",
            "wanted": "x",
        }
        return open_matter("foi", by=world.person("justice"), **{**fields, **changes})

    return opened


def test_common_refusals_hold_no_chinese_in_english(world, request_for):
    handler, head = world.person("justice"), world.person("justice", Role.HEAD)
    matter = request_for()
    tomorrow = timezone.localdate() + timedelta(days=1)
    refused = [
        lambda: request_for(opened_on=tomorrow),
        lambda: request_for(opened_on=date(2001, 1, 1)),
        lambda: request_for(wanted=""),
        lambda: request_for(channel="pigeon"),
        lambda: request_for(unit=world.unit["housing"]),
        lambda: take_step(matter, "corrected", by=handler, on=date(2023, 3, 2)),
        lambda: take_step(matter, "extend", by=handler, on=date(2023, 3, 2)),
        lambda: take_step(matter, "no_such_step", by=handler, on=date(2023, 3, 2)),
        lambda: take_step(matter, "consult", by=handler, on=date(2023, 3, 2)),
        lambda: take_step(matter, "consult", by=handler, on=date(2023, 2, 1), third_party="x"),
        lambda: take_step(matter, "consult", by=handler, on=tomorrow, third_party="x"),
        lambda: take_step(matter, "consult", by=handler, on=date(2023, 3, 2), third_party="x" * 900),
        lambda: take_step(matter, "reply", by=handler, on=date(2023, 3, 2), pigeon="x"),
        lambda: take_step(matter, "reply", by=handler, on=date(2023, 3, 2), outcome="pigeon"),
        lambda: take_step(matter, "ask_to_correct", by=handler, on=date(2023, 3, 2), correct_by="soon"),
        lambda: take_step(matter, "reply", by=handler, on=date(2023, 3, 2), version=99),
        lambda: correct(matter, by=head, reason=" ", wanted="y"),
        lambda: correct(matter, by=handler, reason="z", wanted="y"),
        lambda: correct(matter, by=head, reason="z", pigeon="y"),
        lambda: revoke_step(matter, by=head, reason="z"),
    ]
    names = [str(each) for each in (*world.unit.values(), handler, head)] + [matter.number]
    for act in refused:
        with pytest.raises(Refusal) as caught:
            act()
        said = caught.value.text("en")
        for each in sorted(names, key=len, reverse=True):
            said = said.replace(each, "")
        assert not CHINESE.search(said), f"{type(caught.value).__name__}: {said}"
        assert CHINESE.search(str(caught.value))


@pytest.mark.parametrize(("value", "words"), [(1, "case"), (0, "cases"), (2, "cases"), (None, "cases")])
def test_the_unit_of_a_figure_fits_the_number(value, words):
    with translation.override("en"):
        assert measured("件", value) == words
    with translation.override("zh-hans"):
        assert measured("件", value) == "件"


def test_every_unit_reads_well_after_one_and_after_many():
    with translation.override("en"):
        for unit in {each.unit for each in registry.indicators().values()}:
            assert not CHINESE.search(measured(unit, 1) + measured(unit, 2)), unit


def test_the_condition_of_every_figure_is_said_in_english():
    with translation.override("en"):
        for indicator in registry.indicators().values():
            told = in_words(indicator.of, condition(indicator, Period.year(2023)))
            assert not CHINESE.search(told), (indicator.code, told)
