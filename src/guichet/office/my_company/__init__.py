"""*Mon entreprise*: members, join requests, files passed from one to another."""
