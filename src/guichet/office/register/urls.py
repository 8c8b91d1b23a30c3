from django.urls import path

from guichet.office.register import views

app_name = "register"
urlpatterns = [
    path("", views.search, name="search"),
    path("marques/<str:number>/", views.mark, name="mark"),
    path("marques/<str:number>/signe/", views.image, name="image"),
    path("marques/<str:number>/reglement-d-usage/", views.rules_of_use, name="rules_of_use"),
    path("marques/<str:number>/certificat/", views.certificate, name="certificate"),
]
