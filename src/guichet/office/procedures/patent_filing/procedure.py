"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="depot-brevet",
    title="Déposer, gérer, enregistrer son brevet",
    block="Brevets",
    order=1,
    summary=("Déposer une demande de brevet ou de certificat d'utilité, puis suivre son examen jusqu'à la délivrance."),
    articles=("L. 612-1", "R. 612-1", "R. 612-3"),
)
