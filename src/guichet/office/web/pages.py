"""Addresses of the pages that belong to no other app."""

from django.urls import path

from guichet.office.web import contact, law, views

app_name = "web"
urlpatterns = [
    path("", views.home, name="home"),
    path("espace/", views.space, name="space"),
    path("actualites/", views.news, name="news"),
    path("loi/", law.articles, name="articles"),
    path("loi/procedures/<slug:slug>/", law.procedure, name="procedure_law"),
    path("loi/<str:slug>/", law.article, name="article"),
    path("contact/", contact.contact, name="contact"),
    path("contact/merci/", contact.thanks, name="contact_thanks"),
    path("aide/", views.help_page, name="help"),
    path("accessibilite/", views.accessibility, name="accessibility"),
    path("donnees-personnelles/", views.privacy, name="privacy"),
    path("mentions-legales/", views.legal_notice, name="legal_notice"),
]
