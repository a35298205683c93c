"""The pages that one opens in a browser: `make_app` is the whole of it; docs/pages.md says how a page is added."""
