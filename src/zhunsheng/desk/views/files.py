"""Files of a matter: added on its page, and handed out as they were uploaded."""

from typing import Any

from django.conf import settings
from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext_lazy as _

from zhunsheng.desk.attaching import FilesField, attach_all
from zhunsheng.desk.forms import AskedForm
from zhunsheng.desk.views.matters import MatterForm
from zhunsheng.kernel.files.refusals import FileNotFound
from zhunsheng.kernel.files.storing import open_file
from zhunsheng.kernel.files.types import SUFFIXES
from zhunsheng.kernel.models import StoredFile
from zhunsheng.kernel.writing import write_transaction


class AddFilesPage(MatterForm):
    """Adding files to a matter, for whoever may see it."""

    submit = _("上传")

    def form(self, given: Any = None) -> AskedForm:
        hint = _("可选多个；每个不超过 %(most)s 兆字节，类型：%(types)s。") % {
            "most": settings.ZHUNSHENG.upload_mb,
            "types": "、".join(SUFFIXES),
        }
        return AskedForm({"files": FilesField(self.request.user, required=True, help_text=hint)}, given)

    def act(self, form: AskedForm) -> tuple[Any, str]:
        with write_transaction():
            attach_all(self.matter, form.cleaned_data["files"], self.request.user)
        return _("已上传 %(count)s 个文件。") % {"count": len(form.cleaned_data["files"])}, self.back()

    def page(self) -> dict[str, Any]:
        return {**super().page(), "page_title": _("上传文件")}


def stored_file(request: HttpRequest, key: int) -> FileResponse:
    """The bytes as they were uploaded, as a file to save; browsers are told not to guess and not to show it."""
    stored = StoredFile.objects.visible_to(request.user).select_related("matter").filter(pk=key).first()
    if stored is None:
        raise FileNotFound(key=key)
    return FileResponse(open_file(stored, request.user), as_attachment=True, filename=stored.name)
