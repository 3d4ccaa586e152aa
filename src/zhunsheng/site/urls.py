"""Which address leads to which room."""

from django.urls import include, path

from zhunsheng.api.routes import api
from zhunsheng.site.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("i18n/", include("django.conf.urls.i18n")),
    path("api/", api.urls),
    path("public/", include("zhunsheng.counter.urls")),
    path("", include("zhunsheng.desk.urls")),
]
