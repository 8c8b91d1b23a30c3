"""Under ``/espace/courrier/``."""

from django.urls import path

from guichet.office.notices import views

app_name = "notices"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("preferences/", views.preferences, name="preferences"),
    path("<slug:reference>/", views.letter, name="letter"),
    path("<slug:reference>/ouvrir/", views.open_letter, name="open"),
    path("<slug:reference>/lettre.pdf", views.pdf, name="pdf"),
    path("<slug:reference>/preuve/", views.proof, name="proof"),
    path("<slug:reference>/exemplaire-de-l-office.pdf", views.office_copy, name="office_copy"),
]
