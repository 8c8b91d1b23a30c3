"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="renouvellement-marque",
    title="Renouveler sa marque française",
    block="Marques",
    order=5,
    summary=("Prolonger l'enregistrement pour dix ans de plus, pour tout ou partie des produits et services."),
    articles=("L. 712-9", "R. 712-24"),
)
