"""Who runs the stages.  Rows are the truth and tasks only wake-ups, so a lost one is harmless."""
