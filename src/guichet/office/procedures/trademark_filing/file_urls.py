"""Under ``/espace/dossiers/``: the files that this procedure opens."""

from django.urls import re_path

from guichet.office.procedures.trademark_filing.views import answers, file

app_name = "trademark_file"
_NUMBER = r"^(?P<number>\d{9})/"
urlpatterns = [
    re_path(_NUMBER + r"$", file.file, name="file"),
    re_path(_NUMBER + r"pieces/(?P<sha256>[0-9a-f]{64})/$", file.document, name="document"),
    re_path(_NUMBER + r"documents/(?P<identifier>[0-9a-f-]{36})/$", file.paper, name="paper"),
    re_path(_NUMBER + r"actes/(?P<name>[a-z_]+)/$", answers.act, name="act"),
]
