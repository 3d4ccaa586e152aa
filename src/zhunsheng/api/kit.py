"""The API's frame: who is asking, and how the interface describes itself. The only module that imports ninja."""

from typing import Annotated, Any

import orjson
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_noop as _
from ninja import File, NinjaAPI, Query, Router, Schema, Status, UploadedFile
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.docs import Swagger
from ninja.renderers import BaseRenderer
from ninja.security import HttpBearer, SessionAuth
from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, model_validator

from zhunsheng.kernel.models import Person
from zhunsheng.kernel.units.tokens import person_of

__all__ = [
    "AuthenticationError",
    "File",
    "Given",
    "HttpError",
    "Paged",
    "Problem",
    "Query",
    "Router",
    "Schema",
    "Status",
    "UploadedFile",
    "ValidationError",
    "api",
    "person",
]
REFUSED = {
    400: _("请求内容不是有效的 JSON"),
    401: _("没有有效的令牌，登录也已过期"),
    403: _("您没有办理此事的岗位"),
    404: _("没有这一项，或者您无权查看"),
    409: _("与现有内容冲突：已被他人办理，或现在的状态不允许"),
    422: _("内容不符合规定：缺项、格式不对、日期不可能等"),
    503: _("数据库正被占用，什么都没有写入，可以重试"),
    507: _("磁盘已满，什么都没有写入"),
}
READING = (401, 404, 422)
TRANSLATED = ("title", "summary", "description")


class Given(BaseModel):
    """What a client sends: a field that is not known is refused, so that a misspelt one is never ignored."""

    model_config = ConfigDict(extra="forbid")


class Paged(Given):
    """Which rows of a list: those whose key comes after ``after``, at most ``limit``."""

    after: Annotated[int, Field(description=_("从这一序号之后开始，取上一页的 next"))] = 0
    limit: Annotated[int, Field(ge=1, le=200, description=_("最多返回几行"))] = 50

    @model_validator(mode="before")
    @classmethod
    def _with_all_that_was_asked(cls, given: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        """Bring in the names that ninja leaves out as unknown, so that a misspelt filter is refused."""
        return {**dict.fromkeys(info.context["request"].GET, ""), **given} if info.context else given


class Problem(Schema):
    """Why a request was refused (RFC 9457), in both languages; ``detail`` is in the language asked for."""

    type: str
    title: str
    status: int
    detail: str
    zh: str
    en: str
    errors: list[dict[str, str]] = []


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

    def __call__(self, request: HttpRequest) -> Any:
        if "Authorization" in request.headers or not request.user.is_authenticated:
            return None
        return super().__call__(request)


class Docs(Swagger):
    """The page that shows the interface and lets one try it."""

    template = "api/docs.html"


class Api(NinjaAPI):
    """The interface; its description is in the language of whoever reads it and names every refusal."""

    def get_openapi_schema(self, **asked: Any) -> dict[str, Any]:  # type: ignore[override]
        schema = dict(super().get_openapi_schema(**asked))
        schema["components"]["schemas"]["Problem"] = Problem.model_json_schema()
        schema["components"]["responses"] = {f"Refused{status}": _refused(status) for status in REFUSED}
        for operations in schema["paths"].values():
            for method, operation in operations.items():
                statuses = READING if method == "get" else REFUSED
                refused = {each: {"$ref": f"#/components/responses/Refused{each}"} for each in statuses}
                operation["responses"] |= refused
        described: dict[str, Any] = _translated(schema)
        return described

    def get_openapi_operation_id(self, operation: Any) -> str:
        """The room and the function, such as ``matters_take``: where the package lies is nobody's business."""
        function = operation.view_func
        return f"{function.__module__.rpartition('.')[2]}_{function.__name__}"


def _refused(status: int) -> dict[str, Any]:
    content = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {"description": REFUSED[status], "content": content}


def _translated(part: Any, name: str = "") -> Any:
    """The description with its texts in the language of the reader."""
    if isinstance(part, dict):
        return {key: _translated(value, str(key)) for key, value in part.items()}
    if isinstance(part, list):
        return [_translated(each, "title" if name == "tags" else "") for each in part]
    if isinstance(part, Promise) or (isinstance(part, str) and part and name in TRANSLATED):
        return gettext(str(part))
    return part


def person(request: HttpRequest) -> Any:
    """Who is asking: set by the token or the session."""
    return request.auth  # type: ignore[attr-defined]


api = Api(
    title=gettext_lazy("准绳接口"),
    version="1",
    description=gettext_lazy("与网页同一种读取、同一种写入、同一种权限。以 zhunsheng token 签发的令牌访问。"),
    auth=[Token(), Session()],
    renderer=Renderer(),
    docs=Docs(),
    urls_namespace="api",
)
