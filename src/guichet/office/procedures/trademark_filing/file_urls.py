"""Under ``/espace/dossiers/``: the files that this procedure opens."""

from django.urls import re_path

from guichet.office.procedures.trademark_filing.views import answers, clone, file

app_name = "trademark_file"
_NUMBER = r"^(?P<number>\d{9})/"
_ACTS = {
    "complete": "completer",
    "supply_priority_document": "document-de-priorite",
    "regularise": "regulariser",
    "contest_irregularity": "contester-une-irregularite",
    "answer_objection": "repondre-a-une-objection",
    "contest_draft_decision": "contester-un-projet-de-decision",
    "withdraw": "retirer",
}
"""Each act of the owner by its glossary name, with its address."""
urlpatterns = [
    re_path(_NUMBER + r"$", file.file, name="file"),
    re_path(_NUMBER + r"pieces/(?P<sha256>[0-9a-f]{64})/$", file.document, name="document"),
    re_path(_NUMBER + r"documents/(?P<identifier>[0-9a-f-]{36})/$", file.paper, name="paper"),
    re_path(_NUMBER + r"dupliquer/$", clone.clone, name="clone"),
    *(re_path(rf"{_NUMBER}{slug}/$", answers.act, {"name": name}, name=name) for name, slug in _ACTS.items()),
]
