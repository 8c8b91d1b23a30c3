"""What the director general decides and what the office's practice fixes: dated data with confidence."""

from guichet.law.practice.values import (
    FileRules,
    PracticeUnknown,
    PracticeValue,
    bulletin_weekday,
    deemed_opening,
    default_months,
    file_rules,
    mark_features,
    practices,
    value,
)

__all__ = [
    "FileRules",
    "PracticeUnknown",
    "PracticeValue",
    "bulletin_weekday",
    "deemed_opening",
    "default_months",
    "file_rules",
    "mark_features",
    "practices",
    "value",
]
