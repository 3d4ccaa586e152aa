"""A tale: the steps of one story told in order, each so many working days after the last."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from zhunsheng.kernel.bulk import BulkStep
from zhunsheng.kernel.sampling.spread import workdays_after
from zhunsheng.kernel.units.models import Person


class Tale:
    """Begins on the opening day; ``by`` takes every step that names nobody else.

    ``Tale(day, clerk).after(3, "consult", third_party="甲公司").after(8, "heard").steps``
    """

    def __init__(self, opened_on: date, by: Person) -> None:
        self.day, self.by = opened_on, by
        self.steps: list[BulkStep] = []

    def after(
        self,
        workdays: int,
        step: str,
        *,
        by: Person | None = None,
        outcome: str = "",
        row: Mapping[str, Any] | None = None,
        **answers: Any,
    ) -> Self:
        """Take ``step`` so many working days after the last one; with 0 on the same day if it is worked."""
        return self.on(workdays_after(self.day, workdays), step, by=by, outcome=outcome, row=row, **answers)

    def on(
        self,
        day: date,
        step: str,
        *,
        by: Person | None = None,
        outcome: str = "",
        row: Mapping[str, Any] | None = None,
        **answers: Any,
    ) -> Self:
        """Take ``step`` on ``day``."""
        self.day = day
        self.steps.append(
            BulkStep(step=step, on=day, by=by or self.by, outcome=outcome, row=row or {}, answers=answers)
        )
        return self

    def expire(self, day: date, step: str) -> Self:
        """Let the calendar take ``step`` on ``day``, for steps at the end of a clock."""
        self.day = day
        self.steps.append(BulkStep(step=step, on=day, by=None))
        return self
