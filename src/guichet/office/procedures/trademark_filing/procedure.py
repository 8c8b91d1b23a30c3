"""How the catalogue presents this procedure, and the steps of its wizard."""

from guichet.office.drafts.procedure import Procedure, Step

STEPS = (
    Step("deposants", "Déposants", ("applicants", "home_registration")),
    Step("mandataire", "Mandataire", ("representative",)),
    Step("marque", "La marque", ("mark", "kind", "rules_of_use")),
    Step("produits-et-services", "Produits et services", ("goods_services",)),
    Step("priorite", "Priorité", ("priority_claims",)),
    Step("annexes", "Annexes", ("evidence_of_use", "distinctiveness_acquired_by_use", "annexes")),
    Step("relecture", "Relecture et dépôt", ("signature", "client_reference")),
)

PROCEDURE = Procedure(
    slug="depot-marque",
    title="Déposer, gérer, enregistrer sa marque française",
    block="Marques",
    order=1,
    summary=(
        "Déposer une marque verbale ou figurative, payer les redevances, recevoir un accusé de réception scellé, "
        "puis suivre son examen et sa publication jusqu'à l'enregistrement."
    ),
    articles=("R. 712-1", "R. 712-3", "R. 712-7", "L. 712-2"),
    is_open=True,
    start_url_name="depot_marque:start",
    steps=STEPS,
)
