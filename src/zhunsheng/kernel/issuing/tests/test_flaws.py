"""What is wrong with a declared document is said before the server starts."""

from dataclasses import replace

import pytest

from zhunsheng.kernel import registry
from zhunsheng.kernel.documents import Heading, Paragraph
from zhunsheng.kernel.issuing.flaws import problems
from zhunsheng.kernel.issuing.frozen import blocks
from zhunsheng.kernel.issuing.texts import text_of


@pytest.fixture
def foi():
    return registry.domains()["foi"]


def flaws_with(foi, **changes):
    first, *others = foi.documents
    return list(problems(replace(foi, documents=[replace(first, **changes), *others])))


@pytest.mark.parametrize("code", list(registry.domains()))
def test_the_documents_of_every_system_are_without_flaw(code):
    assert list(problems(registry.domains()[code])) == []


@pytest.mark.parametrize(
    "path",
    [
        "matter.wantd", "mater.wanted", "parties.victim", "clocks.anser.due_on", "clocks.answer.due", "entry.answer",
        "entry.answers.third_party", "unit.nam", "unit.jurisdiction.nam", "outcome.label", "matter.unit.nam", "x",
    ],
)  # fmt: skip
def test_a_misspelt_name_is_found_wherever_it_stands(foi, path):
    for text in (f"{{{{ {path} }}}}", f"{{% if day and {path} %}}a{{% endif %}}", f"{{{{ day|default:{path} }}}}"):
        assert any(repr(path) in flaw for flaw in flaws_with(foi, addressed_to=text)), text


@pytest.mark.parametrize(
    "text",
    [
        "{{ matter.joint_organ.name }}", "{{ matter.get_channel_display }}", "{{ clocks.answer.due_on|date:'Y' }}",
        "{{ entry.answers.correct_by }}", "{% for row in matter.journal.all %}{{ row.note }}{% endfor %}",
        "{% with a=matter.wanted %}{{ a }}{% endwith %}", "{% firstof matter.third_party parties.agent %}",
    ],
)  # fmt: skip
def test_what_the_record_has_is_no_flaw(foi, text):
    assert flaws_with(foi, addressed_to=text) == []


def test_broken_templates_missing_files_and_wrong_numbers_are_named(foi):
    assert "TemplateSyntaxError" in flaws_with(foi, addressed_to="{% if %}")[0]
    assert "FileNotFoundError" in flaws_with(foi, file="documents/none.txt")[0]
    assert "no serial" in flaws_with(foi, number="{mark}〔{year}〕")[0]
    assert "KeyError" in flaws_with(foi, number="{place}{serial}")[0]
    assert "numbered alike" in flaws_with(foi, number=foi.documents[1].number)[0]


def test_codes_that_do_not_meet_are_named(foi):
    assert any("issues 'foi.reply'" in flaw for flaw in problems(replace(foi, documents=foi.documents[:-1])))
    stray = replace(foi.documents[0], code="foi.stray", number="{serial}")
    with_stray = replace(foi, documents=[*foi.documents, stray])
    assert list(problems(with_stray)) == ["document foi.stray is issued by no step."]


def test_what_is_printed_leaves_a_gap_and_what_steers_does_not():
    text = text_of("{{ a }}{% if b %}b{% endif %}{% firstof b a c %}{{ d|default:'无' }}{{ e.f|date:'Y' }}{{ n }}")
    assert text.written({"a": "甲", "d": "", "e": {}, "n": None}) == "甲甲无【待填：e.f】【待填：n】"


def test_nothing_is_escaped():
    assert text_of("{{ a }}").written({"a": '<甲>&"乙"'}) == '<甲>&"乙"'


def test_blank_lines_part_paragraphs_and_marks_begin_headings():
    made = blocks("# 一、事实\n\n第一行\n接着写\n   \n## （一）甲\n\n#不是标题\n\n\n")
    assert made == (
        Heading("一、事实", 1),
        Paragraph.of("第一行接着写"),
        Heading("（一）甲", 2),
        Paragraph.of("#不是标题"),
    )
