"""The addresses of the API, room by room."""

from zhunsheng.api import refusing
from zhunsheng.api.activities import router as activities
from zhunsheng.api.catalogue import router as catalogue
from zhunsheng.api.entries import router as entries
from zhunsheng.api.figures import router as figures
from zhunsheng.api.files import router as files
from zhunsheng.api.kit import api
from zhunsheng.api.matters import router as matters
from zhunsheng.api.programmes import router as programmes
from zhunsheng.api.reports import router as reports

for each in (catalogue, matters, files, entries, activities, programmes, figures, reports):
    api.add_router("/", each)

__all__ = ["api", "refusing"]
