"""The office's staff: roles, rights examined, delegations of signature (R. 411-2)."""
