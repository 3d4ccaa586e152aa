"""Addresses of the public pages, below /public/."""

from django.urls import path

from zhunsheng.counter import views

app_name = "counter"
urlpatterns = [
    path("", views.home, name="home"),
    path("reports/<str:form>/<int:year>/", views.report, name="report"),
    path("reports/<str:form>/<int:year>/figures/<str:code>/", views.figure, name="figure"),
    path("reports/<str:form>/<int:year>/file/<str:suffix>/", views.report_file, name="report_file"),
]
