"""What this library computes of the author's right: the resale right. No procedure of the office is here."""
