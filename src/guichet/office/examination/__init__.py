"""The examiner's desk: queues, files, decisions."""
