"""Base layout, form widgets, CSS and JS: no word of the trade."""
