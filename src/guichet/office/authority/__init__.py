"""Who may do which act on which file, at which time, and why: holders, shared rights, mandates."""
