"""Who is who: derived, decided by the owner, asked about, explained."""
