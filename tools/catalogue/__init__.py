"""Keeps the catalogues of `maarif.voice`: `python -m tools.catalogue` gathers every sentence and writes .po and .mo."""
