"""Signing in and out."""

from django import forms
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from zhunsheng.desk import signing

REFUSED = _("账号或密码不正确。请核对后重试；忘记密码请联系管理员。")


class SignInForm(forms.Form):
    username = forms.CharField(
        label=_("账号"), max_length=40, widget=forms.TextInput(attrs={"autocomplete": "username", "autofocus": True})
    )
    password = forms.CharField(
        label=_("密码"), strip=False, widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )


@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Say the same for a wrong password and an unknown name; lock the name for a while after repeated failures."""
    form = SignInForm(request.POST or None)
    if not form.is_valid():
        return _page(request, form)
    if until := signing.locked_until(form.cleaned_data["username"]):
        return _page(request, form, status=429, locked_until=until)
    person = signing.person_of(request, form.cleaned_data["username"], form.cleaned_data["password"])
    if person is None:
        form.add_error(None, REFUSED)
        return _page(request, form, status=422)
    login(request, person)
    return redirect(_next(request) or "desk:home")


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("desk:sign_in")


def _page(request: HttpRequest, form: SignInForm, status: int = 200, **more: object) -> HttpResponse:
    context = {"form": form, "action": request.path, "next": _next(request), "samples": signing.samples(), **more}
    return render(request, "desk/signed_out.html", context, status=status)


def _next(request: HttpRequest) -> str:
    """Where the person wanted to go; addresses of other hosts are ignored."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else ""
