"""Makes the demo network.

The words are written by hand under `data/`; these modules only turn them into files. `python -m tools.demo`
writes `src/maarif/app/demo_files/`; running it twice gives the same bytes. The notes and `needs.json` in that
folder are written by hand and left alone.
"""
