from django.urls import path

from guichet.office.drafts.views import book, drafts, file_templates, sharing

app_name = "drafts"
_DRAFT = "<uuid:public_id>/"
urlpatterns = [
    path("", drafts.drafts, name="list"),
    path("reprise/", drafts.resume, name="resume"),
    path("corbeille/", drafts.the_bin, name="bin"),
    path("corbeille/<uuid:public_id>/", drafts.recover, name="recover"),
    path("carnet/", book.contacts, name="contacts"),
    path("carnet/nouveau/", book.new_contact, name="new_contact"),
    path("carnet/<uuid:public_id>/", book.contact, name="contact"),
    path("carnet/<uuid:public_id>/supprimer/", book.delete_contact, name="delete_contact"),
    path("modeles/", file_templates.templates, name="templates"),
    path("modeles/<uuid:public_id>/commencer/", file_templates.start, name="start_template"),
    path("modeles/<uuid:public_id>/supprimer/", file_templates.delete_template, name="delete_template"),
    path(_DRAFT, drafts.show, name="show"),
    path(f"{_DRAFT}fichier/<str:path>/", drafts.document, name="document"),
    path(f"{_DRAFT}prendre-la-main/", drafts.take_over, name="take_over"),
    path(f"{_DRAFT}supprimer/", drafts.delete, name="delete"),
    path(f"{_DRAFT}historique/", drafts.history, name="history"),
    path(f"{_DRAFT}historique/<int:version>/", drafts.restore, name="restore"),
    path(f"{_DRAFT}presence/", sharing.presence, name="presence"),
    path(f"{_DRAFT}invitations/", sharing.invite, name="invite"),
    path(f"{_DRAFT}invitations/<uuid:invitation>/retirer/", sharing.revoke, name="revoke"),
    path(f"{_DRAFT}commentaires/", sharing.comment, name="comment"),
    path(f"{_DRAFT}commentaires/<int:comment>/", sharing.settle, name="settle"),
    path(f"{_DRAFT}modele/", file_templates.keep, name="keep_template"),
]
