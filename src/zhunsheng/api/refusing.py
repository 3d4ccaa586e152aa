"""How a refusal is answered: RFC 9457, one sentence in Chinese and in English, and a fitting status."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from zhunsheng.api.kit import AuthenticationError, HttpError, ValidationError, api
from zhunsheng.kernel import refusals
from zhunsheng.kernel.activities import refusals as activities
from zhunsheng.kernel.files import refusals as files
from zhunsheng.kernel.programmes import refusals as programmes
from zhunsheng.kernel.registers import refusals as registers
from zhunsheng.kernel.reports import refusals as reports
from zhunsheng.law import Refusal

STATUS: Mapping[type[Refusal], int] = {
    **dict.fromkeys((refusals.MatterNotFound, registers.EntryNotFound, activities.ActivityNotFound), 404),
    **dict.fromkeys((refusals.UnknownKind, refusals.UnknownRegister, refusals.UnknownActivityKind), 404),
    **dict.fromkeys((refusals.UnknownIndicator, refusals.UnknownYear, refusals.UnknownStep), 404),
    **dict.fromkeys((reports.UnknownForm, reports.ReportNotFound), 404),
    **dict.fromkeys((refusals.NotYourStep, refusals.NotYourUnit, registers.NotYourRegister), 403),
    activities.NotYourActivity: 403,
    **dict.fromkeys((refusals.StepOutOfOrder, refusals.StepTakenAlready, refusals.SomeoneElseWasFirst), 409),
    **dict.fromkeys((refusals.NothingToRevoke, reports.NotSealedYet, activities.WithdrawnAlready), 409),
    **dict.fromkeys((registers.EndedAlready, registers.EntryWithdrawn, registers.EntryInUse), 409),
    registers.EntryOverlaps: 409,
    **dict.fromkeys((programmes.ProgrammeNotFound, programmes.ItemNotFound, programmes.AssignmentNotFound), 404),
    **dict.fromkeys((refusals.UnknownProgrammeKind, files.FileNotFound), 404),
    **dict.fromkeys((programmes.NotYourPart, programmes.ConfirmedByOneself), 403),
    **dict.fromkeys((programmes.ConfirmedAlready, programmes.NotConfirmedYet), 409),
    **dict.fromkeys((programmes.ServesAlready, programmes.EvidenceMissing), 409),
    files.FileDamaged: 410,
    refusals.DatabaseBusy: 503,
    refusals.DiskFull: 507,
}
"""Refusals that are not about the content of the request; every other is 422."""

FAULTS: Mapping[str, tuple[str, str]] = {
    "missing": ("没有填写", "is missing"),
    "extra_forbidden": ("接口没有这一项", "is not known to the interface"),
    "day": ("应为 2023-03-01 这样的日期", "should be a day like 2023-03-01"),
    "int": ("应为整数", "should be a whole number"),
    "greater": ("数值太小", "is too small"),
    "less": ("数值太大", "is too large"),
    "bool": ("应为 true 或 false", "should be true or false"),
    "string": ("应为文本", "should be text"),
    "decimal": ("应为数字", "should be a number"),
    "dict": ("应为对象", "should be an object"),
    "model": ("应为对象", "should be an object"),
    "list": ("应为列表", "should be a list"),
}
"""What is wrong with one field, by the beginning of the name of the checker's error."""
ARGUMENTS = ("given", "asked")
"""What the functions of the routes call the body and the query."""


def problem(status: int, code: str, zh: str, en: str, **more: Any) -> HttpResponse:
    """An answer by RFC 9457; ``detail`` is in the language the client asks for, both are given."""
    detail = en if (get_language() or "").startswith("en") else zh
    body = {"type": f"urn:zhunsheng:{code}", "title": code, "status": status, "detail": detail, "zh": zh, "en": en}
    content = api.renderer.render(HttpRequest(), body | more, response_status=status)
    return HttpResponse(content, status=status, content_type="application/problem+json")


@api.exception_handler(Refusal)
def _refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    status = next((STATUS[each] for each in type(refusal).__mro__ if each in STATUS), 422)
    return problem(status, type(refusal).__name__, refusal.text("zh"), refusal.text("en"))


@api.exception_handler(ValidationError)
def _malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
    found = [(_where(each["loc"]), *_fault(each["type"])) for each in error.errors]
    zh = "；".join(f"“{at}”{fault}" for at, fault, _ in found) + "。请对照接口文档改正。"
    en = "; ".join(f'"{at}" {fault}' for at, _, fault in found) + ". Correct it by the interface's documentation."
    errors = [{"at": at, "zh": fault, "en": said} for at, fault, said in found]
    return problem(422, "MalformedRequest", zh, en, errors=errors)


def _where(path: tuple[str | int, ...]) -> str:
    """The path of a field within what the client sent: its body, its query or its address."""
    source, *inner = path
    if inner and inner[0] in ARGUMENTS:
        del inner[0]
    return ".".join(map(str, inner)) or str(source)


def _fault(kind: str) -> tuple[str, str]:
    return next((said for name, said in FAULTS.items() if kind.startswith(name)), ("不可用", "cannot be used"))


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    zh = "没有提供有效的令牌，或登录已过期；请在 Authorization 中以 Bearer 方式提供 zhunsheng token 签发的令牌。"
    en = "No valid token was given, or the session has ended; send a token issued by zhunsheng token as a Bearer."
    response = problem(401, "NotSignedIn", zh, en)
    response["WWW-Authenticate"] = "Bearer"
    return response


@api.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    if error.status_code == 403:
        zh = "缺少防伪令牌（CSRF）；用登录状态写入时须在 X-CSRFToken 中提供，程序请改用接口令牌。"
        en = "The CSRF token is missing: send it in X-CSRFToken when writing with a session; programs use a token."
        return problem(403, "CsrfMissing", zh, en)
    zh = "请求内容不是有效的 JSON；请检查格式和编码（UTF-8）。"
    return problem(
        error.status_code, "BadRequest", zh, "The request is not valid JSON; check its format and encoding (UTF-8)."
    )
