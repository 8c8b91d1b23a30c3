"""A file that is ill written: a clear message, in French, with the line at fault."""

from __future__ import annotations

import pytest

from guichet.play.reading import Mistake
from guichet.play.running import run
from guichet.play.scenario import load

FILED = """title: essai
application: {applicants: [Camille Durand], mark: LUMIVELLE, goods_services: {9: logiciels}}
acts:
  - {on: 2024-03-04, act: file}
"""

CASES = [
    ("", 1, "vide"),
    ("# rien\n", 1, "vide"),
    ("- a\n- b\n", 1, "des clés"),
    ("acts: [\n", 2, "YAML valide"),
    ("title: a\ntitel: b\nacts: []\n", 2, "Clé inconnue : « titel ». Vouliez-vous dire « title »"),
    ("title: a\ntitle: b\n", 2, "deux fois"),
    ("title: a\nacts: []\n", 2, "la liste des actes"),
    ("title: a\n", 1, "la liste des actes"),
    ("title: a\nserve: peut-être\nacts: [{on: 2024-03-04, act: file}]\n", 2, "same_day ou manual"),
    ("acts:\n  - file\n", 2, "un ensemble de clés"),
    ("acts:\n  - {act: file}\n", 2, "Il manque « on »"),
    ("acts:\n  - {on: 2024-03-04}\n", 2, "Il manque « act »"),
    ("acts:\n  - {on: 2024-03-04, act: 12}\n", 2, "Acte inconnu : « 12 »"),
    ("acts:\n  - {on: 4 mars, act: file}\n", 2, "« 4 mars » n'est pas une date"),
    ("acts:\n  - {on: 2024-02-30, act: file}\n", 2, "« 2024-02-30 » n'est pas une date"),
    (FILED + "  - {on: 2024-03-05, act: pay, sum: 3}\n", 5, "Champ inconnu : « sum »"),
    (FILED + "  - {on: 2024-03-03, act: pay}\n", 5, "2024-03-03 vient après 2024-03-04 (ligne 4)"),
    (FILED + "  - {on: 2024-03-05, act: pay, serve: 2024-03-06}\n", 5, "n'envoie pas de courrier"),
    (FILED + "  - {on: 2024-03-05, act: invite_to_complete, serve: 2024-03-01}\n", 5, "avant d'être émis"),
    (FILED + "  - {on: 2024-03-05, act: invite_to_complete, serve: jeudi}\n", 5, "n'est pas une date"),
    (FILED + "  - {on: 2024-03-05, act: clear_examination, months: 1}\n", 5, "n'a pas de champ"),
    (FILED + "  - on: 2024-03-05\n    act: plan_publication\n    issue_date: vendredi\n", 7, "une date (AAAA-MM-JJ)"),
    (FILED + "  - {on: 2024-03-05, act: plan_publication}\n", 5, "champ obligatoire absent"),
    (FILED + "  - {on: 2024-03-05, act: pay, amount_cents: beaucoup}\n", 5, "un nombre entier"),
    ("acts:\n  - {on: 2024-03-04, act: file}\n", 2, "application : champ obligatoire absent"),
    ("application:\n  goods_services:\n    - {nice_class: neuf, term: x}\nacts: [{on: 2024-03-04, act: file}]\n", 3,
     "un nombre entier"),
    ("application:\n  marque: A\nacts: [{on: 2024-03-04, act: file}]\n", 2, "champ inconnu"),
    ("application: LUMIVELLE\nacts: [{on: 2024-03-04, act: file}]\n", 1, "un ensemble de champs"),
    ("acts:\n  - ? [a]\n    : b\n", 2, "Une clé doit être un mot"),
    ("title: !!python/object:os.system x\nacts: []\n", 1, "YAML valide"),
    ("acts:\n  - {on: 2024-03-04, act: file, application: 3}\n", 2, "un ensemble de champs"),
    ("title: &a [*a]\nacts: []\n", 1, "renvoie à lui-même"),
    ("title: a\nacts:\n  - \x07\n", 3, "caractère invisible (code 0x0007)"),
    ("acts:\n\t- {on: 2024-03-04, act: file}\n", 2, "une tabulation"),
    ("a: 1\n  b: 2\n", 2, "retrait"),
    ("acts:\n  - {on: 2024-03-04, act: \"file}\n", 3, "guillemet"),
    ("a: *x\n", 1, "que rien ne définit"),
    (FILED + "  - {on: 2024-03-05, act: withdraw, rights_granted: [a, true]}\n", 5, "non « [a, true] »"),
    (FILED + "  - {on: 2024-03-05, act: pay, amount_cents: true}\n", 5, "non « true »"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "said"), CASES)
def test_a_mistake_is_shown_on_its_line(text: str, line: int, said: str) -> None:
    with pytest.raises(Mistake) as caught:
        run(load(text))
    assert said in caught.value.message
    assert caught.value.line == line
