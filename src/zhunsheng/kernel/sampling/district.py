"""The district of the sample year: its units and people, made once, and the way samples find their way in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml
from django.contrib.auth.hashers import make_password

from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.sampling.names import Names
from zhunsheng.kernel.sampling.spread import draw, seeded, shares
from zhunsheng.kernel.units.models import Jurisdiction, Person, Post, Unit, UnitKind

RECIPE = Path(__file__).with_name("district.yaml")
GRID_IN_TOWNSHIP = 3
NO_SIGN_IN = "!"


@cache
def recipe() -> Mapping[str, Any]:
    """district.yaml, read once."""
    found: Mapping[str, Any] = yaml.safe_load(RECIPE.read_text(encoding="utf-8"))
    return found


@dataclass
class District:
    """Units by code (``qzf``, ``sfj``, ``140107002``, ``140107002001``) and people by unit and role.

    People are the same instances each time, so that their rights are read once.
    """

    jurisdiction: Jurisdiction
    unit: dict[str, Unit] = field(default_factory=dict)
    posts: dict[tuple[str, Role], list[Person]] = field(default_factory=dict)

    @property
    def government(self) -> Unit:
        return self.unit[recipe()["government"]["code"]]

    @property
    def departments(self) -> list[Unit]:
        return [self.unit[each["code"]] for each in recipe()["departments"]]

    @property
    def townships(self) -> list[Unit]:
        return [self.unit[each["code"]] for each in recipe()["townships"]]

    def township(self, name: str) -> Unit:
        """A township by its name, such as 三桥街道."""
        return next(unit for unit in self.townships if unit.name == name)

    def communities(self, township: Unit | None = None) -> list[Unit]:
        """The communities and villages of a township, or all 146, by code."""
        return [
            unit
            for unit in self.unit.values()
            if unit.kind == UnitKind.COMMUNITY and (township is None or unit.parent_id == township.pk)
        ]

    def people(self, unit: Unit, role: Role = Role.HANDLER) -> Sequence[Person]:
        """Those who hold ``role`` in ``unit`` itself."""
        return self.posts[unit.code, role]

    def head(self, unit: Unit) -> Person:
        return self.people(unit, Role.HEAD)[0]

    def clerk(self, rng: Random, unit: Unit, role: Role = Role.HANDLER) -> Person:
        """One of those who hold ``role`` in ``unit``."""
        return rng.choice(self.people(unit, role))

    def place(self, rng: Random) -> Unit:
        """A township, as likely as its share."""
        return self.unit[draw(rng, {each["code"]: each["share"] for each in recipe()["townships"]})]

    def places(self, count: int) -> dict[Unit, int]:
        """``count`` divided over the townships by their shares, exactly."""
        counts = shares(count, [each["share"] for each in recipe()["townships"]])
        return dict(zip(self.townships, counts, strict=True))


def build_district() -> District:
    """Write the district's units, people and posts, inside the caller's transaction, and return it."""
    Jurisdiction.objects.create(**recipe()["place"], is_sample=True)
    _write_units(seeded("district", "units"))
    _write_people(seeded("district", "people"))
    return read_district()


def read_district() -> District:
    """The district as it stands in the database."""
    place = Jurisdiction.objects.get(code=recipe()["place"]["code"])
    found = District(place)
    for unit in Unit.objects.filter(jurisdiction=place).select_related("jurisdiction").order_by("pk"):
        unit.jurisdiction = place
        found.unit[unit.code] = unit
    people = Person.objects.in_bulk(
        list(Post.objects.filter(unit__jurisdiction=place).values_list("person", flat=True))
    )
    for post in Post.objects.filter(unit__jurisdiction=place).select_related("unit").order_by("pk"):
        found.posts.setdefault((post.unit.code, Role(post.role)), []).append(people[post.person_id])
    return found


def demo_accounts() -> Iterator[tuple[Post, str]]:
    """The posts whose holders may sign in to the demo, and the password."""
    posts = Post.objects.filter(person__username__in=recipe()["accounts"], person__is_sample=True)
    for post in posts.select_related("person", "unit").order_by("pk"):
        yield post, recipe()["password"]


def _write_units(rng: Random) -> None:
    place = Jurisdiction.objects.get(code=recipe()["place"]["code"])
    top, names = recipe()["government"], Names(rng)
    government = Unit.objects.create(jurisdiction=place, code=top["code"], name=top["name"], kind=UnitKind.GOVERNMENT)
    for each in recipe()["departments"]:
        name = place.short_name + each["name"].removeprefix("区")
        Unit.objects.create(
            jurisdiction=place, code=each["code"], name=name, kind=UnitKind.DEPARTMENT, parent=government
        )
    used: set[str] = set()
    for each in recipe()["townships"]:
        township = Unit.objects.create(
            jurisdiction=place, code=each["code"], name=each["name"], kind=UnitKind.TOWNSHIP, parent=government
        )
        Unit.objects.bulk_create(
            Unit(
                jurisdiction=place,
                code=f"{each['code']}{number:03}",
                name=name,
                kind=UnitKind.COMMUNITY,
                parent=township,
            )
            for number, name in enumerate(_community_names(names, each, used), start=1)
        )


def _community_names(names: Names, township: Mapping[str, Any], used: set[str]) -> Iterator[str]:
    """As many names as the township has communities, none twice in the district."""
    for _ in range(township["communities"]):
        name = names.community(village=township.get("villages", False))
        while name in used:
            name = names.community(village=township.get("villages", False))
        used.add(name)
        yield name


@dataclass(frozen=True)
class _Seat:
    username: str
    unit: str
    role: Role
    title: str


def _seats(rng: Random) -> Iterator[_Seat]:
    """Every post of the district: a head and handlers in each unit, grid workers, those above the whole."""
    for each in (recipe()["government"], *recipe()["departments"], *recipe()["townships"]):
        key = each.get("key", each["code"])
        yield _Seat(f"{key}1", each["code"], Role.HEAD, "负责人")
        handlers = each.get("handlers") or rng.randint(2, 3)
        for number in range(2, 2 + handlers):
            yield _Seat(f"{key}{number}", each["code"], Role.HANDLER, "承办人")
        for number in range(9, 9 + GRID_IN_TOWNSHIP) if "communities" in each else ():
            yield _Seat(f"{key}{number}", each["code"], Role.GRID, "网格员")
        for number in range(1, each.get("communities", 0) + 1):
            yield _Seat(f"{key}-{number:02}", f"{each['code']}{number:03}", Role.GRID, "社区网格员")
    for each in recipe()["posts"]:
        yield _Seat(each["username"], each["unit"], Role(each["role"]), each["title"])


def _write_people(rng: Random) -> None:
    names, password = Names(rng), make_password(recipe()["password"])
    seats = list(_seats(rng))
    Person.objects.bulk_create(
        Person(
            username=seat.username,
            name=names.person(),
            password=password if seat.username in recipe()["accounts"] else NO_SIGN_IN,
            is_sample=True,
        )
        for seat in seats
    )
    people = {person.username: person for person in Person.objects.filter(is_sample=True)}
    units = {unit.code: unit for unit in Unit.objects.filter(jurisdiction__code=recipe()["place"]["code"])}
    Post.objects.bulk_create(
        Post(person=people[seat.username], unit=units[seat.unit], role=seat.role, title=seat.title) for seat in seats
    )
