"""The words in which a domain declares how a matter moves: State, Step, Clock, Procedure."""

from zhunsheng.kernel.procedures.clocks import Entry, Reading, Rules, Standing, read_clock, read_clocks
from zhunsheng.kernel.procedures.declare import (
    OPENING,
    STEP_DAY,
    Adds,
    Clock,
    ClockKind,
    Holder,
    Procedure,
    Requirement,
    State,
    Step,
    Total,
)
from zhunsheng.kernel.roles import Role

__all__ = [
    "OPENING",
    "STEP_DAY",
    "Adds",
    "Clock",
    "ClockKind",
    "Entry",
    "Holder",
    "Procedure",
    "Reading",
    "Requirement",
    "Role",
    "Rules",
    "Standing",
    "State",
    "Step",
    "Total",
    "read_clock",
    "read_clocks",
]
