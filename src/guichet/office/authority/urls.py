"""Under ``/espace/habilitations/``."""

from django.urls import path

from guichet.office.authority.views import mandates, sharing, trail, who

app_name = "authority"
urlpatterns = [
    path("", who.who, name="who"),
    path("regle/", sharing.rule, name="rule"),
    path("droits/<path:subject>/", sharing.file_rights, name="file_rights"),
    path("trace/<path:subject>/export.csv", trail.trail_csv, name="trail_csv"),
    path("trace/<path:subject>/", trail.trail, name="trail"),
    path("mandats/", mandates.mandate_list, name="mandates"),
    path("mandats/donner/", mandates.mandate_new, name="mandate_new"),
    path("mandats/declarer/", mandates.mandate_declare, name="mandate_declare"),
    path("mandats/<uuid:public_id>/", mandates.mandate, name="mandate"),
    path("mandats/<uuid:public_id>/accepter/", mandates.mandate_accept, name="mandate_accept"),
    path("mandats/<uuid:public_id>/revoquer/", mandates.mandate_revoke, name="mandate_revoke"),
    path("mandats/<uuid:public_id>/<slug:which>/", mandates.mandate_document, name="mandate_document"),
]
