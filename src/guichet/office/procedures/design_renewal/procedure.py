"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="prorogation-dessin-modele",
    title="Proroger ses dessins & modèles",
    block="Dessins & modèles",
    order=2,
    summary=("Prolonger la protection par périodes de cinq ans, jusqu'à vingt-cinq ans."),
    articles=("L. 513-1", "R. 513-1"),
)
