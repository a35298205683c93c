"""Proposes words for one person about one need."""
