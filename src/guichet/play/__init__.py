"""Dated acts run through the law with no database: test tool, teaching tool, what-if simulator."""
