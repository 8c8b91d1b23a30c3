"""The demonstration: a small office with three hundred marks, and the main job played over HTTP by four people."""
