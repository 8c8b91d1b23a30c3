"""Clock, storage, PDF, seals, mail, hashing, task queue, runtime: no word of the trade."""
