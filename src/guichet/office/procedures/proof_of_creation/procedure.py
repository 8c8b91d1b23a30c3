"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="enveloppe-soleau",
    title="Déposer une enveloppe Soleau",
    block="Autres démarches",
    order=1,
    summary=("Se constituer une preuve datée du contenu d'une création, que l'office conserve sans la lire."),
    articles=("R. 411-1", "R. 411-17"),
)
