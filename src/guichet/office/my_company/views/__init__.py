"""Pages of *Mon entreprise*."""
