"""Under ``/espace/dossiers/``."""

from django.urls import path

from guichet.office.portfolio import views

app_name = "portfolio"
urlpatterns = [
    path("", views.portal, name="list"),
    path("export.csv", views.export, {"format": "csv"}, name="csv"),
    path("export.json", views.export, {"format": "json"}, name="json"),
    path("prendre-la-main/<slug:kind>/<str:number>/", views.take_over, name="take_over"),
]
