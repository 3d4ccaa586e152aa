"""Which address leads to which room."""

from importlib import import_module
from importlib.util import find_spec

from django.urls import include, path

from zhunsheng.site.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("i18n/", include("django.conf.urls.i18n")),
]
if find_spec("zhunsheng.api") and find_spec("zhunsheng.api.routes"):
    urlpatterns.append(path("api/", import_module("zhunsheng.api.routes").api.urls))
if find_spec("zhunsheng.counter") and find_spec("zhunsheng.counter.urls"):
    urlpatterns.append(path("public/", include("zhunsheng.counter.urls")))
if find_spec("zhunsheng.desk") and find_spec("zhunsheng.desk.urls"):
    urlpatterns.append(path("", include("zhunsheng.desk.urls")))
