"""A need in, people out: what speaks for whom, who must not appear, and what earlier needs taught."""
