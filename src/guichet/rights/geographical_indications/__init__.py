"""Industrial and craft geographical indications: the request, the specification, its controls."""
