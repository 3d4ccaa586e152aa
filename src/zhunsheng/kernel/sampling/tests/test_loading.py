"""Loading the sample: once, the same everywhere, apart from real records, and whole whenever it is interrupted."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from django.apps import apps
from django.db import transaction

from zhunsheng.kernel.models import Jurisdiction, Matter, Person, Post, SampleLoad, Unit
from zhunsheng.kernel.refusals import UnknownKind
from zhunsheng.kernel.roles import Role
from zhunsheng.kernel.sampling import Batch, RealRecordsPresent, demo_accounts, load_sample, loading
from zhunsheng.kernel.sampling.district import read_district
from zhunsheng.kernel.units.models import UnitKind

CHILD = Path(__file__).with_name("killed.py")


@pytest.fixture(autouse=True)
def only_the_example(monkeypatch):
    """The machinery is tested with one system; each system tests its own figures."""
    kept = [(domain, module) for domain, module in loading._samples() if domain.code == "foi"]
    monkeypatch.setattr(loading, "_samples", lambda: iter(kept))


def rows():
    """Every row that the sample writes, without what differs by design: salted passwords and the moment of loading."""
    left_out = {"password", "last_login"}
    found = {}
    for model in apps.get_app_config("kernel").get_models():
        names = [each.attname for each in model._meta.concrete_fields if each.name not in left_out]
        if model is not SampleLoad:
            found[model._meta.label] = list(model._default_manager.order_by("pk").values_list(*names))
    return found


def loaded_anew(**options):
    before = transaction.savepoint()
    load_sample(**options)
    found = rows()
    transaction.savepoint_rollback(before)
    return found


@pytest.mark.django_db
def test_two_loads_give_equal_rows():
    first = loaded_anew()
    assert first == loaded_anew()
    assert first["kernel.Matter"]


@pytest.mark.django_db
def test_a_year_is_the_same_whatever_else_is_loaded():
    def of_2023():
        names = ("number", "title", "opened_on", "closed_on", "recorded_at", "unit__code", "handler__username")
        return list(Matter.objects.filter(opened_on__year=2023).order_by("number").values_list(*names))

    before = transaction.savepoint()
    load_sample(years=(2023,))
    alone = of_2023()
    transaction.savepoint_rollback(before)
    load_sample()
    assert of_2023() == alone


@pytest.mark.django_db
def test_the_second_time_nothing_is_done():
    first = load_sample(lively=True)
    written = rows()
    assert first.records > 0
    assert load_sample(lively=True) == loading.Summary((), 0)
    assert rows() == written


@pytest.mark.django_db
def test_a_year_may_be_added_later():
    load_sample(years=(2022,))
    assert load_sample().parts == ("foi 2023",)


@pytest.mark.django_db
def test_lively_records_leave_the_years_alone():
    def of_the_years():
        return list(Matter.objects.filter(opened_on__year__lte=2023).values_list("number", "closed_on").order_by("pk"))

    load_sample()
    before = of_the_years()
    load_sample(lively=True)
    assert of_the_years() == before
    assert Matter.objects.open().exists()


@pytest.mark.django_db
def test_real_records_are_never_mixed_with_the_sample():
    Jurisdiction.objects.create(code="140108", name="某市某区", short_name="某区", mark="某")
    with pytest.raises(RealRecordsPresent, match="某市某区"):
        load_sample()
    assert not Unit.objects.exists()


@pytest.mark.django_db
def test_progress_is_told_by_kind_and_year():
    told = []
    load_sample(progress=lambda *line: told.append(line))
    assert told[0][1:] == (0, 1)
    last = {title: (done, total) for title, done, total in told}
    assert all(done == total for done, total in last.values())
    assert {"政府信息公开申请 2022", "政府信息公开申请 2023"} <= set(last)


@pytest.mark.django_db
def test_the_district_is_complete():
    load_sample(years=())
    kinds = Counter(Unit.objects.values_list("kind", flat=True))
    assert kinds == {"government": 1, "department": 26, "township": 12, "community": 146}
    assert set(Jurisdiction.objects.values_list("code", "mark", "is_sample")) == {("140107", "并杏", True)}
    assert not Person.objects.filter(is_sample=False).exists()
    names = Unit.objects.filter(kind=UnitKind.COMMUNITY).values_list("name", flat=True)
    assert len(set(names)) == 146
    district = read_district()
    for unit in (district.government, *district.departments, *district.townships):
        assert len(district.people(unit, Role.HEAD)) == 1
        assert district.people(unit)
    assert all(district.people(unit, Role.GRID) for unit in (*district.townships, *district.communities()))
    assert sum(district.places(13719).values()) == 13719


@pytest.mark.django_db
def test_only_the_accounts_of_the_demo_can_sign_in():
    load_sample(years=())
    shown = {post.person.username: password for post, password in demo_accounts()}
    able = {person.username for person in Person.objects.all() if person.has_usable_password()}
    assert able == set(shown)
    assert all(Person.objects.get(username=name).check_password(word) for name, word in shown.items())
    assert {post.role for post in Post.objects.filter(person__username__in=shown)} >= {"head", "handler", "supervisor"}


@pytest.mark.slow
def test_killed_at_any_moment_it_goes_on_where_it_stopped(tmp_path):
    def child(database, *words):
        environment = os.environ | {"DATABASE_URL": f"sqlite:///{database}", "ZHUNSHENG_DOMAINS": "foi"}
        found = subprocess.run(
            [sys.executable, str(CHILD), *words], env=environment, capture_output=True, text=True, check=False
        )
        return found.returncode, found.stdout, found.stderr

    code, whole, trouble = child(tmp_path / "whole.sqlite3", "migrate", "load", "count")
    assert code == 0, trouble
    statements = int(whole.split()[0])
    seed = Random().randrange(10**6)
    rng, broken = Random(seed), tmp_path / "broken.sqlite3"
    child(broken, "migrate")
    ends = [child(broken, "load", f"kill={rng.randrange(1, statements)}") for _ in range(5)]
    assert ends[0][0] == -9, f"seed {seed}: {ends[0]}"
    assert {code for code, _, _ in ends} <= {-9, 0}, f"seed {seed}: {ends}"
    code, mended, trouble = child(broken, "load", "count")
    assert code == 0, f"seed {seed}: {trouble}"
    assert mended.split()[1:] == whole.split()[1:], f"seed {seed}"


def test_a_batch_of_something_unknown_is_refused():
    with pytest.raises(UnknownKind, match="nonsense"):
        Batch("nonsense", []).write(recorded_at=lambda day: None, seen=lambda number: None)
