"""What the code says: facts and dates in, answers with their articles out. Pure: no clock, no database."""
