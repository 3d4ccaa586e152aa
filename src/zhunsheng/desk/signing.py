"""Signing in: who it is, and how long a name stays locked after wrong passwords."""

from datetime import datetime, timedelta

from django.contrib.auth import authenticate
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone

from zhunsheng.desk.models import FailedSignIn
from zhunsheng.kernel.models import Person
from zhunsheng.kernel.sampling import demo_accounts
from zhunsheng.kernel.writing import write_transaction

ALLOWED = 5
LOCKED_FOR = timedelta(minutes=15)


def locked_until(username: str) -> datetime | None:
    """When the name may be tried again; None while it may. The same for names that do not exist."""
    since = timezone.now() - LOCKED_FOR
    failed = FailedSignIn.objects.filter(username=username, failures__gte=ALLOWED, last_at__gt=since).first()
    return failed.last_at + LOCKED_FOR if failed else None


def person_of(request: HttpRequest, username: str, password: str) -> Person | None:
    """The person with that name and password; each failure is counted, a success forgets them."""
    person = authenticate(request, username=username, password=password)
    with write_transaction():
        if person is None:
            _count(username)
        else:
            FailedSignIn.objects.filter(username=username).delete()
    return person


def _count(username: str) -> None:
    now = timezone.now()
    FailedSignIn.objects.filter(last_at__lt=now - LOCKED_FOR).delete()
    FailedSignIn.objects.get_or_create(username=username, defaults={"last_at": now})
    FailedSignIn.objects.filter(username=username).update(failures=F("failures") + 1, last_at=now)


def samples() -> list[dict[str, str]]:
    """Sample accounts to be shown on the sign-in page; none in a district's own installation."""
    return [{"name": post.person.username, "post": str(post), "password": word} for post, word in demo_accounts()]
