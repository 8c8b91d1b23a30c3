"""Under ``/espace/entreprise/``."""

from django.urls import path

from guichet.office.my_company.views import entity, files, joining, members

app_name = "my_company"
urlpatterns = [
    path("", members.home, name="home"),
    path("rejoindre/", joining.join, name="join"),
    path("rejoindre/<uuid:public_id>/retirer/", joining.withdraw, name="withdraw"),
    path("demandes/<uuid:public_id>/", members.answer, name="answer"),
    path("comptes/<uuid:public_id>/", members.member, name="member"),
    path("quitter/", members.leave, name="leave"),
    path("double-authentification/", members.second_factor, name="second_factor"),
    path("informations/", entity.edit, name="edit"),
    path("desactiver/", entity.deactivate, name="deactivate"),
    path("dossiers/", files.contacts, name="contacts"),
    path("dossiers/<uuid:public_id>/", files.reassign, name="reassign"),
    path("journal/", files.journal, name="trail"),
    path("journal.csv", files.export, name="trail_csv"),
]
