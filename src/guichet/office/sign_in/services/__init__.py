"""What happens to a person's proofs: passwords, second factors, sessions, identities."""

from guichet.office.sign_in.services.passwords import ask_for_new_password, set_password
from guichet.office.sign_in.services.sessions import end_sessions

__all__ = ["ask_for_new_password", "end_sessions", "set_password"]
