"""How an application is told on screen."""
