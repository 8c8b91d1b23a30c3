from django.urls import path

from guichet.office.examination import paper_views, views

app_name = "examination"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("courriers-papier/", paper_views.paper_letters, name="paper_letters"),
    path("courriers-papier/<str:reference>/", paper_views.print_letter, name="print_letter"),
    path("courriers-papier/<str:reference>/envoi/", paper_views.posted, name="posted"),
    path("dossiers/<str:number>/", views.file, name="file"),
    path("dossiers/<str:number>/actes/<slug:name>/", views.act, name="act"),
    path("dossiers/<str:number>/attribution/", views.assign, name="assign"),
    path("dossiers/<str:number>/pieces/<str:sha256>/", views.document, name="document"),
    path("dossiers/<str:number>/signe/<str:sha256>/", views.sign, name="sign"),
    path("dossiers/<str:number>/documents/<uuid:identifier>/", views.paper, name="paper"),
]
