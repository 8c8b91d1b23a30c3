"""Who works and files in the small office; read by the tests and by the program that loads it."""

PASSWORD = "Une-phrase-de-passe-2024"
OWNER, NEWCOMER = "helene.castel@example.org", "ines.nouvelle@example.org"
EXAMINER, EDITOR = "examinatrice@office.example", "redacteur@office.example"
DIRECTOR, AGENT = "direction@office.example", "inpi-direct@office.example"
PUBLIC_DOOR, STAFF_DOOR = "/compte/connexion/", "/poste/connexion/"
PEOPLE = {
    "owner": (OWNER, PUBLIC_DOOR),
    "newcomer": (NEWCOMER, PUBLIC_DOOR),
    "examiner": (EXAMINER, STAFF_DOOR),
    "editor": (EDITOR, STAFF_DOOR),
    "director": (DIRECTOR, STAFF_DOOR),
    "agent": (AGENT, STAFF_DOOR),
}
STEPS = ("deposants", "mandataire", "marque", "produits-et-services", "priorite", "annexes", "relecture")
