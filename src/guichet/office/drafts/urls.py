from django.urls import path

from guichet.office.drafts import views

app_name = "drafts"
urlpatterns = [
    path("", views.drafts, name="list"),
    path("reprise/", views.resume, name="resume"),
    path("<uuid:public_id>/supprimer/", views.delete, name="delete"),
    path("<uuid:public_id>/historique/", views.history, name="history"),
    path("<uuid:public_id>/historique/<int:version>/", views.restore, name="restore"),
]
