"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="annuites-brevet",
    title="Payer les annuités d'un brevet",
    block="Brevets",
    order=2,
    summary=("Payer chaque année la redevance qui maintient en vigueur une demande de brevet ou un brevet."),
    articles=("L. 612-19", "R. 613-46", "R. 613-48"),
)
