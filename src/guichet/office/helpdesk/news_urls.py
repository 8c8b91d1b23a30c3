"""Under ``/poste/actualites/``: the news, written."""

from django.urls import path

from guichet.office.helpdesk.views import news as views

app_name = "news_desk"
urlpatterns = [
    path("", views.news, name="list"),
    path("nouvelle/", views.write, name="write"),
    path("<int:pk>/", views.edit, name="edit"),
    path("<int:pk>/retirer/", views.withdraw, name="withdraw"),
]
