"""Under ``/relecture/``: a reviewer's link, without an account."""

from django.urls import path

from guichet.office.drafts.views import review

app_name = "review"
urlpatterns = [
    path("<str:token>/", review.page, name="page"),
    path("<str:token>/commentaire/", review.comment, name="comment"),
    path("<str:token>/signature/", review.sign, name="sign"),
    path("<str:token>/fichier/<str:path>/", review.document, name="document"),
]
