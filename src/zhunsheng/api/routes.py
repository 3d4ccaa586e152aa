"""The addresses of the API, room by room."""

from zhunsheng.api.catalogue import router as catalogue
from zhunsheng.api.figures import router as figures
from zhunsheng.api.kit import api
from zhunsheng.api.matters import router as matters
from zhunsheng.api.records import router as records

for each in (catalogue, matters, records, figures):
    api.add_router("/", each)

__all__ = ["api"]
