"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="depot-dessin-modele",
    title="Déposer, gérer, enregistrer ses modèles",
    block="Dessins & modèles",
    order=1,
    summary=("Déposer un ou plusieurs dessins ou modèles, puis suivre leur examen jusqu'à l'enregistrement."),
    articles=("L. 512-1", "R. 512-1", "R. 512-3"),
)
