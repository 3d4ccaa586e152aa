"""ProgrammeKind: how plans of one kind are divided, and who plans, reports and confirms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhunsheng.kernel.roles import Role


@dataclass(frozen=True, kw_only=True)
class ProgrammeKind:
    """A kind of plan whose items are assigned to units and closed by evidence.

    * ``levels``: names of the levels of its tree, from the top, such as 任务 and 措施; items go no deeper.
    * ``planned_by``: the role that divides and assigns, in the unit of the programme or above it.
    * ``reported_by``: the role that reports progress and evidence, in the assigned unit or above it.
    * ``confirmed_by``: the role that confirms, returns and reopens, in the unit of the programme or above it; never a
      person of the assigned unit, nor one who reported on the assignment.
    * ``needs_evidence``: nothing is confirmed without a piece of evidence.
    * ``silent_after``: days without progress after which an open assignment is listed as silent.
    """

    code: str
    title: str
    levels: Sequence[str]
    planned_by: Role = Role.HANDLER
    reported_by: Role = Role.HANDLER
    confirmed_by: Role = Role.HEAD
    needs_evidence: bool = True
    silent_after: int = 30

    def problems(self) -> Iterator[str]:
        """Yield, in words, what makes this declaration unusable."""
        if not self.levels:
            yield f"programme {self.code} has no levels: name at least one."
        if len(set(self.levels)) != len(self.levels):
            yield f"programme {self.code} names a level twice: {list(self.levels)}."
        if self.silent_after < 1:
            yield f"programme {self.code}: silent_after must be a number of days from 1 on, not {self.silent_after}."
        if Role.SYSTEM in (self.planned_by, self.reported_by, self.confirmed_by):
            yield f"programme {self.code}: plans are made, reported on and confirmed by people, not by the system."

    def texts(self) -> Iterator[str]:
        yield self.title
        yield from self.levels
