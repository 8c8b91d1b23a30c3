"""Who works and files in the small office; read by the tests and by the program that loads it."""

PASSWORD = "Une-phrase-de-passe-2024"
OWNER, NEWCOMER = "helene.castel@example.org", "ines.nouvelle@example.org"
EXAMINER, EDITOR = "examinatrice@office.example", "redacteur@office.example"
DIRECTOR, AGENT = "direction@office.example", "inpi-direct@office.example"
AUDITOR = "audit@office.example"
MANAGER, MEMBER = "marthe.verrier@example.org", "luc.oudin@example.org"
ATTORNEY, ASKER = "camille.delmas@example.org", "zoe.attal@example.org"
ANA, BOB, LEA = "ana.roussel@example.org", "bob.petit@example.org", "lea.morin@example.org"
DORA, TOM = "dora.seguin@example.org", "tom.aubry@example.org"
PUBLIC_DOOR, STAFF_DOOR = "/compte/connexion/", "/poste/connexion/"
PEOPLE = {
    "owner": (OWNER, PUBLIC_DOOR),
    "newcomer": (NEWCOMER, PUBLIC_DOOR),
    "examiner": (EXAMINER, STAFF_DOOR),
    "editor": (EDITOR, STAFF_DOOR),
    "director": (DIRECTOR, STAFF_DOOR),
    "agent": (AGENT, STAFF_DOOR),
    "auditor": (AUDITOR, STAFF_DOOR),
    "manager": (MANAGER, PUBLIC_DOOR),
    "member": (MEMBER, PUBLIC_DOOR),
    "attorney": (ATTORNEY, PUBLIC_DOOR),
    "asker": (ASKER, PUBLIC_DOOR),
}
STEPS = ("deposants", "mandataire", "marque", "produits-et-services", "priorite", "annexes", "relecture")
