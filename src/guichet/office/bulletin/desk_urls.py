"""The editor's pages, inside the desk."""

from django.urls import path

from guichet.office.bulletin import views

app_name = "bulletin_desk"
urlpatterns = [
    path("", views.editor, name="editor"),
    path("preparatifs/", views.start_preparations, name="start_preparations"),
    path("publier/", views.publish, name="publish"),
]
