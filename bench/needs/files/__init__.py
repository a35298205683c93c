"""Writes what happened into the files that programs export, and remembers where each thing went."""
