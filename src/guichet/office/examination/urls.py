from django.urls import path

from guichet.office.examination.views import files, paper

app_name = "examination"
urlpatterns = [
    path("", files.queue, name="queue"),
    path("courriers-papier/", paper.paper_letters, name="paper_letters"),
    path("courriers-papier/<str:reference>/", paper.print_letter, name="print_letter"),
    path("courriers-papier/<str:reference>/envoi/", paper.posted, name="posted"),
    path("dossiers/<str:number>/", files.file, name="file"),
    path("dossiers/<str:number>/actes/<slug:name>/", files.act, name="act"),
    path("dossiers/<str:number>/attribution/", files.assign, name="assign"),
    path("dossiers/<str:number>/pieces/<str:sha256>/", files.document, name="document"),
    path("dossiers/<str:number>/signe/<str:sha256>/", files.sign, name="sign"),
    path("dossiers/<str:number>/documents/<uuid:identifier>/", files.paper, name="paper"),
]
