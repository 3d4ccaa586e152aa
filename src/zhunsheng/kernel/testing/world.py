"""A small invented district for tests: a government, two departments, two townships, and people with posts."""

from dataclasses import dataclass, field

from zhunsheng.kernel.models import Jurisdiction, Person, Post, Unit
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.units.models import UnitKind


@dataclass
class World:
    """Units and people by short names: ``world.unit["justice"]``, ``world.person("justice", Role.HEAD)``."""

    jurisdiction: Jurisdiction
    unit: dict[str, Unit]
    people: dict[tuple[str, Role], Person] = field(default_factory=dict)

    def person(self, unit: str, role: Role = Role.HANDLER) -> Person:
        """The person who holds ``role`` in ``unit``, made on first use; rights are read afresh."""
        if (unit, role) not in self.people:
            person = Person.objects.create_user(f"{unit}-{role}", name=f"{self.unit[unit].name}{role.label}")
            Post.objects.create(person=person, unit=self.unit[unit], role=role)
            self.people[unit, role] = person
        self.people[unit, role].__dict__.pop("_reach", None)
        return self.people[unit, role]


def build() -> World:
    place = Jurisdiction.objects.create(
        code="990101", name="试验市样例区", short_name="样例区", mark="样例", is_sample=True
    )
    unit: dict[str, Unit] = {}
    for code, name, kind, parent in (
        ("government", "样例区人民政府", UnitKind.GOVERNMENT, None),
        ("justice", "样例区司法局", UnitKind.DEPARTMENT, "government"),
        ("housing", "样例区住房和城乡建设局", UnitKind.DEPARTMENT, "government"),
        ("east", "东街道", UnitKind.TOWNSHIP, "government"),
        ("west", "西镇", UnitKind.TOWNSHIP, "government"),
        ("east1", "东街道第一社区", UnitKind.COMMUNITY, "east"),
        ("west1", "西镇第一村", UnitKind.COMMUNITY, "west"),
    ):
        above = unit[parent] if parent else None
        unit[code] = Unit.objects.create(jurisdiction=place, code=code, name=name, kind=kind, parent=above)
    return World(place, unit)
