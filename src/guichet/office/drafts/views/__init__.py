"""The pages of drafts: the list and each draft, sharing, reviewers, address book, templates."""
