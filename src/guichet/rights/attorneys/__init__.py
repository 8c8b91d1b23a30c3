"""Persons qualified in industrial property, attorneys, their companies, their controls and their discipline."""
