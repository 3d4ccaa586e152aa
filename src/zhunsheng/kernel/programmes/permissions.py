"""Who may plan, report and confirm. Screens ask the same questions to decide which buttons to draw."""

from zhunsheng.kernel.programmes.models import Assignment, Programme
from zhunsheng.kernel.programmes.refusals import ConfirmedByOneself, NotYourPart
from zhunsheng.kernel.shown import shown
from zhunsheng.kernel.units.models import Person
from zhunsheng.kernel.units.tree import reach_of


def may_plan(programme: Programme, by: Person) -> bool:
    return reach_of(by).may(programme.declared.planned_by, programme.unit_id)


def may_report(assignment: Assignment, by: Person) -> bool:
    return reach_of(by).may(assignment.programme.declared.reported_by, assignment.unit_id)


def may_confirm(assignment: Assignment, by: Person) -> bool:
    """Whether ``by`` holds the confirming role and is somebody else than those who did and reported the task."""
    return _holds_confirming_role(assignment.programme, by) and not is_involved(assignment, by)


def _holds_confirming_role(programme: Programme, by: Person) -> bool:
    return reach_of(by).may(programme.declared.confirmed_by, programme.unit_id)


def is_involved(assignment: Assignment, by: Person) -> bool:
    """Whether ``by`` has a post in the assigned unit or below it, or reported on the assignment."""
    reach = reach_of(by)
    inside = reach.tree.subtree([assignment.unit_id])
    if any(unit in inside for unit, _ in reach.held):
        return True
    lines = (assignment.progress_lines, assignment.evidence_lines)
    return any(each.filter(by=by).exists() for each in lines)


def check_planner(programme: Programme, by: Person | None, what: str) -> None:
    if by is not None and not may_plan(programme, by):
        raise NotYourPart(what=shown(what), unit=programme.unit, role=shown(programme.declared.planned_by.label))


def check_reporter(assignment: Assignment, by: Person | None) -> None:
    if by is not None and not may_report(assignment, by):
        role = assignment.programme.declared.reported_by.label
        raise NotYourPart(what=assignment.title, unit=assignment.unit, role=shown(role))


def check_confirmer(assignment: Assignment, by: Person) -> None:
    """Refuse a person without the role, and anybody confirming work of the own unit or of their own."""
    if is_involved(assignment, by):
        raise ConfirmedByOneself(title=assignment, unit=assignment.unit, by=by)
    programme = assignment.programme
    if not _holds_confirming_role(programme, by):
        raise NotYourPart(what=assignment.title, unit=programme.unit, role=shown(programme.declared.confirmed_by.label))
