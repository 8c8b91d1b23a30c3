"""Articles of the *Code de la propriété intellectuelle*, verbatim, one file each; read by ``law.sources``."""
