"""A token is shown once, acts as its person, and is taken back."""

from datetime import timedelta

from django.utils import timezone

from zhunsheng.cli.main import main
from zhunsheng.kernel.models import ApiToken
from zhunsheng.kernel.units.tokens import person_of


def test_a_token_is_printed_once_and_acts_as_its_person(world, capsys):
    person = world.person("justice")
    assert main(["token", person.username, "--label", "审批系统", "--expires", "2999-12-31"]) == 0
    token = capsys.readouterr().out.strip()
    assert person_of(token) == person
    kept = ApiToken.objects.get()
    assert (kept.label, token in str(vars(kept))) == ("审批系统", False)


def test_a_revoked_token_is_nobody(world, capsys):
    name = world.person("justice").username
    main(["token", name, "--label", "一"])
    first = capsys.readouterr().out.strip()
    main(["token", name, "--label", "二"])
    second = capsys.readouterr().out.strip()
    assert main(["token", name, "--label", "一", "--revoke"]) == 0
    assert person_of(first) is None
    assert person_of(second) is not None
    assert main(["token", name, "--label", "一", "--revoke"]) == 1


def test_a_token_for_nobody_or_for_the_past_is_refused_in_both_languages(world, capsys):
    name = world.person("justice").username
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    for arguments, zh, en in (
        (["nobody", "--label", "一"], "没有名为“nobody”的在用账号", 'no active account "nobody"'),
        ([name, "--label", "一", "--expires", yesterday], "早于今天", "before today"),
        ([name, "--label", "一", "--expires", "soon"], "日期“soon”不可用", 'The date "soon"'),
    ):
        assert main(["token", *arguments]) == 2
        said = capsys.readouterr().err
        assert zh in said
        assert en in said
    assert not ApiToken.objects.exists()
