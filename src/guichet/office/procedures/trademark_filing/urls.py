from django.urls import path

from guichet.office.procedures.trademark_filing.views import submission, wizard

app_name = "depot_marque"
urlpatterns = [
    path("", wizard.start, name="start"),
    path("<uuid:public_id>/", wizard.draft, name="draft"),
    path("<uuid:public_id>/deposer/", submission.submit, name="submit"),
    path("<uuid:public_id>/fichier/<str:path>/", wizard.file, name="document"),
    path("<uuid:public_id>/<slug:slug>/", wizard.step, name="step"),
    path("<uuid:public_id>/<slug:slug>/enregistrer/", wizard.autosave, name="autosave"),
]
