"""The pages of the procedure: the wizard, the submission, the file, the answers."""
