"""Read API and bulk files; its floor is declared, its content comes with a later issue."""
