"""How the catalogue presents this procedure."""

from guichet.office.drafts.procedure import Procedure

PROCEDURE = Procedure(
    slug="inscription-topographie-logiciel",
    title="Inscrire des modifications de T.P.S. ou R.N.S.L.",
    block="Autres démarches",
    order=3,
    summary=(
        "Inscrire un acte concernant une topographie de produit semi-conducteur ou le "
        "nantissement d'un logiciel au Registre national spécial des logiciels."
    ),
    articles=("R. 132-8", "R. 622-6"),
)
