"""Drafts of any procedure: versions field by field, the wizard that edits them, the catalogue of procedures."""
