"""Received files byte for byte, their preflight, and sealed receipts."""
