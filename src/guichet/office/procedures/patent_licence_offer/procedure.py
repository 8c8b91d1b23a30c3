"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="licence-brevet",
    title="Proposition de brevets à la licence",
    block="Brevets",
    order=4,
    summary=(
        "Faire savoir que l'on est prêt à concéder une licence de son brevet ; la licence conclue "
        "s'inscrit au registre."
    ),
    articles=("L. 613-8", "R. 613-55"),
)
