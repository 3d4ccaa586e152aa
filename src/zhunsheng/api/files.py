"""Files of a matter: listed, uploaded, and handed out as they were uploaded."""

from datetime import datetime
from typing import Annotated, Any

from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext_noop as _

from zhunsheng.api.kit import File, Problem, Router, Schema, Status, UploadedFile, person
from zhunsheng.kernel.files.refusals import FileNotFound
from zhunsheng.kernel.files.storing import open_file, store_file
from zhunsheng.kernel.matters.access import access_matter_by_key
from zhunsheng.kernel.models import StoredFile

BYTES = {
    "responses": {
        200: {
            "description": "OK",
            "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
        }
    }
}
router = Router(tags=[_("附件")])


class FileOut(Schema):
    """A file; ``sequence`` is the journal line it came with, ``digest`` SM3 over its bytes."""

    pk: int
    name: str
    size: int
    type: str
    digest: str
    sequence: int | None
    uploaded_by: str
    uploaded_at: datetime


def _shown(file: StoredFile) -> dict[str, Any]:
    names = ("pk", "name", "size", "type", "digest", "sequence", "uploaded_at")
    return {name: getattr(file, name) for name in names} | {"uploaded_by": str(file.uploaded_by or "")}


@router.get("/matters/{int:pk}/files", response=list[FileOut], summary=_("一个事项的附件"))
def files(request: HttpRequest, pk: int) -> Any:
    found = access_matter_by_key(person(request), pk)
    return [_shown(file) for file in StoredFile.objects.filter(matter=found).select_related("uploaded_by")]


@router.post("/matters/{int:pk}/files", response={201: FileOut}, summary=_("上传附件"))
def upload(request: HttpRequest, pk: int, file: Annotated[UploadedFile, File(title=_("文件"))]) -> Any:
    found = access_matter_by_key(person(request), pk)
    return Status(201, _shown(store_file(found, str(file.name), file, by=person(request))))  # type: ignore[arg-type]


@router.get("/files/{int:pk}", response={410: Problem}, summary=_("下载附件"), openapi_extra=BYTES)
def download(request: HttpRequest, pk: int) -> Any:
    stored = StoredFile.objects.visible_to(person(request)).select_related("matter").filter(pk=pk).first()
    if stored is None:
        raise FileNotFound(key=pk)
    return FileResponse(open_file(stored, person(request)), as_attachment=True, filename=stored.name)
