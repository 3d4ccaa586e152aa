"""Who may take a step: roles held through posts in units, never by a person alone."""

from enum import StrEnum


class Role(StrEnum):
    """A role of a post. ``SYSTEM`` belongs to no post: the calendar acts, not a person."""

    HANDLER = "handler"
    HEAD = "head"
    GRID = "grid"
    LAW_OFFICE = "law_office"
    SUPERVISOR = "supervisor"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"

    @property
    def label(self) -> str:
        return TITLES[self]

    def covers(self, asked: "Role") -> bool:
        """A head may do what a handler may, a handler what a grid worker may; otherwise a role covers itself only."""
        return self is asked or asked in COVERED.get(self, ())


COVERED = {Role.HEAD: (Role.HANDLER, Role.GRID), Role.HANDLER: (Role.GRID,)}

TITLES = {
    Role.HANDLER: "承办人",
    Role.HEAD: "负责人",
    Role.GRID: "网格员",
    Role.LAW_OFFICE: "法治工作机构",
    Role.SUPERVISOR: "督察人员",
    Role.ADMINISTRATOR: "系统管理员",
    Role.SYSTEM: "系统",
}
