"""What a correction and the row of a step may write: what was asked for, and nothing else."""

from datetime import date

import pytest

from zhunsheng.kernel.matters.actions import correct, correctable, open_matter, take_step
from zhunsheng.kernel.matters.moves import row_fields
from zhunsheng.kernel.refusals import AnswerMissing, AnswerNotAsked
from zhunsheng.kernel.registry import kinds
from zhunsheng.kernel.roles import Role


@pytest.fixture
def request_(world):
    given = {"applicant": "person", "channel": "web", "wanted": "预算表", "opened_on": date(2023, 3, 1)}
    return open_matter("foi", by=world.person("justice"), title="申请", unit=world.unit["justice"], **given)


@pytest.mark.parametrize("field", ["state", "number", "closed_on", "version", "unit", "nothing"])
def test_a_correction_cannot_write_what_steps_and_the_kernel_write(world, request_, field):
    assert field not in correctable(request_)
    with pytest.raises(AnswerNotAsked):
        correct(request_, by=world.person("justice", Role.HEAD), reason="录入有误", **{field: "x"})
    request_.refresh_from_db()
    assert (request_.version, request_.state) == (1, "received")


def test_a_correction_cannot_empty_what_must_be_filled(world, request_):
    with pytest.raises(AnswerMissing):
        correct(request_, by=world.person("justice", Role.HEAD), reason="录入有误", title="")


def test_a_row_takes_only_the_fields_that_its_form_asks():
    for kind in kinds().values():
        for procedure in kind.procedures:
            for step in (each for each in procedure.steps.values() if each.adds):
                assert not {"id", "matter", "sequence", *step.fills} & set(row_fields(step))


def test_a_field_that_no_row_has_is_refused_by_name(world, request_):
    with pytest.raises(AnswerNotAsked, match="third"):
        take_step(request_, "consult", by=world.person("justice"), third_party="甲", row={"third": 1})
