from django.urls import path

from guichet.office.bulletin import views

app_name = "bulletin"
urlpatterns = [
    path("", views.index, name="index"),
    path("<str:number>/", views.issue, name="issue"),
    path("<str:number>/bopi.json", views.issue_file, name="issue_file"),
    path("<str:number>/bopi.pdf", views.issue_pdf, name="issue_pdf"),
]
