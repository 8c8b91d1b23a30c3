"""Doors: URL trees and menus of the secured space, the desk and the public site."""
