"""Under ``/paiement/``."""

from django.urls import path, re_path

from guichet.office.payments import views

app_name = "payments"
urlpatterns = [
    path("", views.payments, name="list"),
    path("avis/<slug:provider>/", views.webhook, name="webhook"),
    path("retour/<uuid:reference>/", views.back, name="return"),
    path("retour/<uuid:reference>/verifier/", views.check, name="check"),
    path("recu/<uuid:reference>/", views.receipt, name="receipt"),
    re_path(r"^(?P<number>\d{9})/$", views.pay, name="pay"),
]
