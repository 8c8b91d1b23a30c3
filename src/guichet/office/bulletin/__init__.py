"""The official bulletin: selection, layout, PDF, hash chained to the previous issue."""
