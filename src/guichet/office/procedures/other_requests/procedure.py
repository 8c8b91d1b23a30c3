"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="autres-demarches",
    title="Autres démarches",
    block="Autres démarches",
    order=4,
    summary=("Relevé de déchéance, renonciation, division, copies et certificats."),
    articles=("R. 712-12", "R. 714-1", "R. 712-27", "R. 714-8"),
)
