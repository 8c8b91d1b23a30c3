"""Patents and utility certificates: what happens to an application and to the title granted on it."""
