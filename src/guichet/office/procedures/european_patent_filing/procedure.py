"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="depot-brevet-europeen",
    title="Déposer un brevet européen",
    block="Brevets",
    order=6,
    summary=("Déposer auprès de l'office une demande de brevet européen."),
    articles=("L. 614-2", "R. 614-1"),
)
