"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="extension-brevet-pct",
    title="Etendre un brevet à l'international (voie PCT)",
    block="Brevets",
    order=5,
    summary=(
        "Déposer auprès de l'office une demande internationale de brevet selon le traité de "
        "coopération en matière de brevets."
    ),
    articles=("R. 614-21", "R. 614-26", "R. 614-27"),
)
