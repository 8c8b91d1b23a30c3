"""The questions of ``guichet law`` about texts: one module each, loaded when it is asked."""
