"""The pages of rights and mandates, one module for each group."""
