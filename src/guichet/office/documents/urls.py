from django.urls import path

from guichet.office.documents import views

app_name = "documents"
urlpatterns = [
    path("verification/", views.verification, name="verification"),
    path("certificat.pem", views.certificate, name="certificate"),
]
