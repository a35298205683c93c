"""Give and take: favours, what one could give, whom one met, and which days are free."""
