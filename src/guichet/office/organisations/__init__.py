"""Organisations and their members: who acts for which one."""
