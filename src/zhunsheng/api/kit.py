"""The API's frame: who is asking, how answers are written, how refusals are said. Ninja is imported here and in routes."""

from collections.abc import Mapping
from typing import Any

import orjson
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language_from_request
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.renderers import BaseRenderer
from ninja.security import HttpBearer, SessionAuth

from zhunsheng.kernel import refusals
from zhunsheng.kernel.models import Person
from zhunsheng.kernel.units.tokens import person_of
from zhunsheng.law import Refusal

STATUS: Mapping[type[Refusal], int] = {
    refusals.MatterNotFound: 404,
    refusals.UnknownKind: 404,
    refusals.UnknownIndicator: 404,
    refusals.UnknownYear: 404,
    refusals.UnknownUnit: 404,
    refusals.UnknownStep: 404,
    refusals.NotYourStep: 403,
    refusals.NotYourUnit: 403,
    refusals.StepOutOfOrder: 409,
    refusals.StepTakenAlready: 409,
    refusals.SomeoneElseWasFirst: 409,
    refusals.DatabaseBusy: 503,
    refusals.DiskFull: 507,
}
"""Refusals that are not about the content of the request; every other is 422."""


class Renderer(BaseRenderer):
    """JSON with Chinese in clear."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        return orjson.dumps(data, default=str)


class Token(HttpBearer):
    """A token issued with ``zhunsheng token``: acts as the person it was issued to."""

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:
        return person_of(token)


class Session(SessionAuth):
    """The session of somebody signed in at the desk; needs the CSRF token for writing."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        return request.user if request.user.is_authenticated else None


api = NinjaAPI(
    title="准绳 Zhunsheng",
    version="1",
    description="区县法治政府建设工作平台的接口：与网页同一种写入、同一种读取、同一种权限。",
    auth=[Token(), Session()],
    renderer=Renderer(),
    urls_namespace="api",
)


def problem(request: HttpRequest, status: int, code: str, zh: str, en: str, **more: Any) -> HttpResponse:
    """An answer by RFC 9457; ``detail`` is in the language the client prefers, both are given."""
    english = get_language_from_request(request).startswith("en")
    body = {"type": f"urn:zhunsheng:{code}", "status": status, "title": code, "detail": en if english else zh}
    response = api.create_response(request, body | {"zh": zh, "en": en} | more, status=status)
    response["Content-Type"] = "application/problem+json"
    return response


@api.exception_handler(Refusal)
def _refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    status = next((STATUS[each] for each in type(refusal).__mro__ if each in STATUS), 422)
    return problem(request, status, type(refusal).__name__, refusal.text("zh"), refusal.text("en"))


@api.exception_handler(ValidationError)
def _malformed(request: HttpRequest, error: ValidationError) -> HttpResponse:
    where = [{"at": ".".join(map(str, each["loc"])), "what": each["msg"]} for each in error.errors]
    names = "、".join(each["at"] for each in where)
    zh = f"请求内容不符合接口要求：{names}；请对照接口文档改正。"
    en = f"The request does not fit the interface at: {names}. Correct it by the interface's documentation."
    return problem(request, 422, "MalformedRequest", zh, en, errors=where)


@api.exception_handler(AuthenticationError)
def _unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    zh = "未提供有效的访问令牌，或登录已过期；请在 Authorization 中以 Bearer 方式提供令牌。"
    en = "No valid token was given, or the session has ended; send a token as a Bearer in Authorization."
    return problem(request, 401, "NotSignedIn", zh, en)


@api.exception_handler(HttpError)
def _http(request: HttpRequest, error: HttpError) -> HttpResponse:
    zh = "请求内容不是有效的 JSON；请检查格式。"
    return problem(request, error.status_code, "BadRequest", zh, f"The request cannot be read: {error}")
