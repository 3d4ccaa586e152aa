"""What the environment may ask for, and what is refused."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import fields
from pathlib import Path

import pytest

from zhunsheng.site import conf

KEY = "k" * 32
ROOT = Path(__file__).resolve().parents[4]


def test_an_empty_environment_asks_for_the_demo():
    settings = conf.read({})
    assert settings.address == "http://127.0.0.1:8000"
    assert settings.var == Path("var").resolve()
    assert settings.domains == ()
    assert settings.https


def test_systems_are_separated_by_commas_and_blanks_do_no_harm():
    assert conf.read({"ZHUNSHENG_DOMAINS": " foi, dispute ,"}).domains == ("foi", "dispute")


def test_the_address_follows_the_port_unless_it_is_given():
    assert conf.read({"ZHUNSHENG_PORT": "9000"}).address == "http://127.0.0.1:9000"
    given = conf.read({"ZHUNSHENG_PORT": "9000", "ZHUNSHENG_ADDRESS": "https://fazhi.example/"})
    assert (given.address, given.public_host) == ("https://fazhi.example", "fazhi.example")


@pytest.mark.parametrize(
    ("name", "value", "refusal"),
    [
        ("ZHUNSHENG_PORT", "eighty", conf.NotANumber),
        ("ZHUNSHENG_PORT", "65536", conf.NotANumber),
        ("ZHUNSHENG_WORKERS", "0", conf.NotANumber),
        ("ZHUNSHENG_WORKERS", "２", conf.NotANumber),
        ("ZHUNSHENG_HTTPS", "maybe", conf.NotYesOrNo),
        ("ZHUNSHENG_ADDRESS", "fazhi.example", conf.NotAWebAddress),
    ],
)
def test_a_wrong_value_is_refused_by_the_name_of_its_variable(name, value, refusal):
    with pytest.raises(refusal) as refused:
        conf.read({name: value})
    for language in ("zh", "en"):
        assert name in refused.value.text(language)
        assert value in refused.value.text(language)


def test_a_secret_is_made_once_and_only_its_owner_may_read_it(tmp_path):
    settings = conf.read({"ZHUNSHENG_VAR": str(tmp_path)})
    first, second = conf.with_kept_secrets(settings), conf.with_kept_secrets(settings)
    assert first == second
    assert first.secret_key != first.field_key
    kept = sorted(settings.secrets_folder.iterdir())
    assert [path.name for path in kept] == ["field.key", "secret.key"]
    assert {path.stat().st_mode & 0o777 for path in kept} == {0o600}


def test_processes_that_start_at_once_agree_on_one_secret(tmp_path):
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: conf.kept_secret(tmp_path / "field.key"), range(32)))
    assert len(found) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["field.key"]


def test_a_secret_of_the_environment_is_never_written_down(tmp_path):
    given = {"ZHUNSHENG_VAR": str(tmp_path), "ZHUNSHENG_SECRET_KEY": KEY, "ZHUNSHENG_FIELD_KEY": KEY[::-1]}
    assert conf.with_kept_secrets(conf.read(given)).secret_key == KEY
    assert list(tmp_path.iterdir()) == []


def test_an_emptied_secret_file_is_refused_and_not_replaced(tmp_path):
    path = tmp_path / "field.key"
    path.touch()
    with pytest.raises(conf.SecretUnreadable, match=r"field\.key"):
        conf.kept_secret(path)
    assert path.read_text() == ""


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "var").write_text("a file where a folder should be")
    with pytest.raises(conf.VarNotWritable, match="ZHUNSHENG_VAR"):
        conf.kept_secret(tmp_path / "var" / "secrets" / "field.key")


@pytest.mark.parametrize("missing", ["ZHUNSHENG_SECRET_KEY", "ZHUNSHENG_FIELD_KEY"])
def test_production_never_makes_up_a_secret(missing):
    given = {"ZHUNSHENG_SECRET_KEY": KEY, "ZHUNSHENG_FIELD_KEY": KEY} | {missing: "short"}
    with pytest.raises(conf.SecretMissing, match=missing):
        conf.with_given_secrets(conf.read(given))


def test_every_setting_is_explained_in_the_documentation():
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    variables = {"database_url": "DATABASE_URL"}
    names = [variables.get(field.name, f"ZHUNSHENG_{field.name.upper()}") for field in fields(conf.Settings)]
    assert [name for name in names if f"| `{name}` |" not in page] == []
