"""Pages of the examiner's desk: files and acts, letters on paper."""
