"""Files in: what would come, what comes, and what became of it."""
