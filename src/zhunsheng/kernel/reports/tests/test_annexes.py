"""Wide tables of a report stand behind its signature, and the text says where."""

from dataclasses import replace

from zhunsheng.kernel.documents.model import Align, Column, Heading, Paragraph, Run, Table
from zhunsheng.kernel.reports.annexes import with_annexes

SMALL = Table("小表", (Column(2, Align.LEFT), Column()), (("项目", "件数"),), (("甲", "1"),))
WIDE = replace(SMALL, caption="宽表", landscape=True)


def said(block: Paragraph) -> str:
    return "".join(run.text for run in block.runs)


def test_the_last_paragraph_before_a_wide_table_names_its_annex_before_the_full_stop():
    blocks = (
        Heading("一、"),
        Paragraph.of("前文。"),
        Paragraph.of("受理", Run("80", figure="a.b"), "件。"),
        SMALL,
        WIDE,
    )
    body, annexes = with_annexes(blocks)
    assert annexes == (WIDE,)
    assert [type(block) for block in body] == [Heading, Paragraph, Paragraph, Table]
    assert (said(body[1]), said(body[2])) == ("前文。", "受理80件（见附件）。")
    assert [run.annex for run in body[2].runs if run.annex] == [1]
    assert [run.figure for run in body[2].runs if run.figure] == ["a.b"]


def test_several_annexes_are_numbered_in_the_order_of_the_text():
    body, annexes = with_annexes((Paragraph.of("甲。"), WIDE, WIDE, Heading("二、"), WIDE))
    assert len(annexes) == 3
    assert [said(block) for block in body if isinstance(block, Paragraph)] == ["甲（见附件1、附件2）。", "见附件3。"]


def test_blocks_without_a_wide_table_stay_as_they_are():
    blocks = (Paragraph.of("甲。"), SMALL)
    assert with_annexes(blocks) == (blocks, ())
