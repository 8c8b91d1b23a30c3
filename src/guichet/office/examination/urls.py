from django.urls import path

from guichet.office.examination import views

app_name = "examination"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("dossiers/<str:number>/", views.file, name="file"),
    path("dossiers/<str:number>/actes/<slug:name>/", views.act, name="act"),
    path("dossiers/<str:number>/attribution/", views.assign, name="assign"),
    path("dossiers/<str:number>/pieces/<str:sha256>/", views.document, name="document"),
    path("dossiers/<str:number>/signe/<str:sha256>/", views.sign, name="sign"),
    path("dossiers/<str:number>/documents/<uuid:identifier>/", views.paper, name="paper"),
]
