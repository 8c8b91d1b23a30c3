"""Files that the code repeats for every right: entries in a register, restoration, the pledge of a software."""
