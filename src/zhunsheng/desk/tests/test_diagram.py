"""A procedure is drawn completely, safely, and without boxes that cover each other."""

import re
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from django.template import Context, Template

from zhunsheng.desk import diagram
from zhunsheng.desk.diagram import MANY
from zhunsheng.desk.templatetags import look

SVG = "{http://www.w3.org/2000/svg}"


def state(code: str, first: bool = False, final: bool = False) -> SimpleNamespace:
    return SimpleNamespace(code=code, title=f"状态{code}", first=first, final=final)


def step(code: str, at: list, to: SimpleNamespace | None, title: str = "") -> SimpleNamespace:
    return SimpleNamespace(code=code, title=title or f"步骤{code}", at=at, to=to, basis="FOI19 第三十条")


@pytest.fixture
def small() -> tuple[list, list]:
    received, unclear, answered = state("received", first=True), state("unclear"), state("answered", final=True)
    steps = [
        step("ask", [received], unclear),
        step("corrected", [unclear], received),
        step("extend", [received], None),
        step("answer", [received], answered),
    ]
    return [received, unclear, answered], steps


def large() -> tuple[list, list]:
    states = [state(str(i), first=i == 0, final=i > 20) for i in range(25)]
    steps = [step(f"s{i}", [states[i % 21]], states[(i * 7 + 3) % 25]) for i in range(49)]
    return states, [*steps, step("stop", states[:20], states[22])]


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)  # noqa: S314 -- our own drawing


def boxes(svg: str) -> list[tuple[float, float, float, float]]:
    found = [r for r in parsed(svg).iter(f"{SVG}rect") if r.get("class") in ("box", "pill")]
    return [tuple(float(r.get(name)) for name in ("x", "y", "width", "height")) for r in found]


def test_every_state_and_every_step_is_drawn_with_its_article(small: tuple[list, list]) -> None:
    svg = diagram.draw(*small)
    for code in ("received", "unclear", "answered"):
        assert f"状态{code}" in svg
    for code in ("ask", "corrected", "extend", "answer"):
        assert f'href="#step-{code}"' in svg
        assert f"步骤{code}（《政府信息公开条例（2019年修订）》第三十条）" in svg


def test_no_box_covers_another_even_with_twenty_five_states_and_fifty_steps() -> None:
    placed = boxes(diagram.draw(*large()))
    assert len(placed) > 60
    for i, (x, y, w, h) in enumerate(placed):
        for other_x, other_y, other_w, other_h in placed[i + 1 :]:
            assert x + w <= other_x or other_x + other_w <= x or y + h <= other_y or other_y + other_h <= y


def test_everything_stands_inside_the_picture() -> None:
    svg = diagram.draw(*large())
    width, height = (float(size) for size in re.search(r'width="(\d+)" height="(\d+)"', svg).groups())
    for x, y, w, h in boxes(svg):
        assert x >= 0
        assert y >= 0
        assert x + w <= width
        assert y + h <= height


def test_a_step_from_many_states_is_a_stub_that_says_how_many(small: tuple[list, list]) -> None:
    states, steps = large()
    assert "自 20 个状态" in diagram.draw(states, steps)
    assert MANY < 20


def test_the_current_state_and_the_way_taken_are_marked(small: tuple[list, list]) -> None:
    states, steps = small
    root = parsed(diagram.draw(states, steps, current=states[0], taken=["ask", "corrected"]))
    groups = [group.get("class") for group in root.iter(f"{SVG}g")]
    assert "state first been current" in groups
    assert groups.count("label been") == 2
    assert "state final" in groups


def test_an_unknown_state_or_step_marks_nothing(small: tuple[list, list]) -> None:
    svg = diagram.draw(*small, current="lost", taken=["lost"])
    assert "current" not in svg
    assert "label been" not in svg


def test_titles_are_escaped(small: tuple[list, list]) -> None:
    states, steps = small
    steps[0].title = "<script>&"
    assert parsed(diagram.draw(states, steps)).tag == f"{SVG}svg"
    assert "<script>" not in diagram.draw(states, steps)


def test_the_picture_has_no_inline_style_for_the_strict_policy(small: tuple[list, list]) -> None:
    assert "style" not in diagram.draw(*small)


def test_a_procedure_without_states_draws_nothing() -> None:
    assert not boxes(diagram.draw([], []))


def test_the_list_says_the_same_as_the_picture(small: tuple[list, list]) -> None:
    listed = diagram.rows(*small, taken=["ask"])
    assert [row["anchor"] for row in listed] == ["step-ask", "step-corrected", "step-extend", "step-answer"]
    assert [row["taken"] for row in listed] == [True, False, False, False]
    assert listed[2]["target"] == "状态不变"
    assert listed[0]["sources"] == "状态received"


def test_the_end_of_a_suspension_leads_back(small: tuple[list, list]) -> None:
    states, _ = small
    resume = step("resume", [states[1]], None)
    resume.returns = True
    assert diagram.rows(states, [resume])[0]["target"] == "回到此前状态"


def test_the_tag_shows_picture_and_list(small: tuple[list, list]) -> None:
    states, steps = small
    shown = Template("{% load look %}{% procedure_diagram states steps %}").render(
        Context({"states": states, "steps": steps})
    )
    assert "<svg" in shown
    assert 'id="step-ask"' in shown


@pytest.mark.parametrize(("value", "largest", "width"), [(5, 10, "50.0"), (0, 10, "0"), (20, 10, "100.0"), (1, 0, "0")])
def test_a_bar_is_never_wider_than_its_room(value: int, largest: int, width: str) -> None:
    assert look.share(value, largest) == width


def test_numbers_are_written_in_groups_of_three() -> None:
    assert look.thousands(13719) == "13,719"
    assert look.thousands("—") == "—"
