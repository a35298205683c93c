"""The text index: derived, may lag or vanish at any moment, and then catches up or is rebuilt."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import tantivy

#: Changes whenever terms or fields change: an index of another version is thrown away.
VERSION = 1
_HEAP = 128_000_000
_STATE = "maarif.json"

#: Items without a time stand before every day that can be asked about.
NO_TIME = 0


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("item", stored=False, indexed=True, fast=True)
    builder.add_integer_field("at", stored=False, indexed=True, fast=True)
    builder.add_text_field("terms", stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _unwatched(index: tantivy.Index) -> tantivy.Index:
    """Reload when told to: the watching thread would go on writing lock files into a folder that is being removed."""
    index.config_reader("manual")
    return index


class TextIndex:
    """BM25 over pre-analysed terms, keyed by item; knows through which item it has come ("watermark")."""

    def __init__(self, folder: Path) -> None:
        """Open the index in `folder`; one that is missing, damaged or of another version starts empty."""
        self._folder = folder
        self._writer: tantivy.IndexWriter | None = None
        self._index = self._open()

    def _open(self) -> tantivy.Index:
        try:
            if self._state().get("version") == VERSION:
                return _unwatched(tantivy.Index(_schema(), path=str(self._folder), reuse=True))
        except (ValueError, OSError):
            pass
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        index = _unwatched(tantivy.Index(_schema(), path=str(self._folder), reuse=False))
        self._keep_private()
        self._save_state(0)
        return index

    def _keep_private(self) -> None:
        for file in self._folder.iterdir():
            file.chmod(0o600)

    def reload(self) -> None:
        """See what another command has put in or taken out."""
        self._index = self._open()

    def clear(self) -> None:
        """Throw everything away and start empty."""
        self._writer = None
        shutil.rmtree(self._folder, ignore_errors=True)
        self._index = self._open()

    def _state(self) -> dict[str, int]:
        try:
            state = json.loads((self._folder / _STATE).read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return state if isinstance(state, dict) else {}

    def _save_state(self, through: int) -> None:
        fresh = self._folder / (_STATE + ".new")
        fresh.write_text(json.dumps({"version": VERSION, "through": through}), "utf-8")
        fresh.chmod(0o600)
        fresh.replace(self._folder / _STATE)

    @property
    def through(self) -> int:
        """The highest item id that is surely in the index."""
        return self._state().get("through", 0)

    def add(self, item: int, at: int | None, terms: str) -> None:
        """Add one item's terms, spaces between them; seen by searches after `commit`."""
        if not terms:
            return
        document = tantivy.Document()
        document.add_unsigned("item", item)
        document.add_integer("at", NO_TIME if at is None else at)
        document.add_text("terms", terms)
        self._writing().add_document(document)

    def drop(self, items: Iterable[int]) -> None:
        """Take items out again; in force after `commit`."""
        writer = self._writing()
        for item in items:
            writer.delete_documents_by_query(tantivy.Query.term_query(self._index.schema, "item", item))

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            self._writer = self._index.writer(_HEAP, 1)
        return self._writer

    def commit(self, through: int) -> None:
        """Make all that was added searchable, and remember that everything up to this item id is in."""
        if self._writer is not None:
            self._writer.commit()
            self._writer.wait_merging_threads()
            self._writer = None
        self._index.reload()
        self._keep_private()
        self._save_state(through)

    def size(self) -> int:
        """How many items are in the index."""
        return int(self._index.searcher().num_docs)

    def size_before(self, moment: int | None) -> int:
        """How many items are dated before a moment, undated ones included; all of them for None."""
        if moment is None:
            return self.size()
        return self._count(self._before(moment))

    def search(self, boosts: Mapping[str, float], before: int | None, limit: int) -> list[tuple[int, float]]:
        """The best items for weighted terms, those before a moment (None: all): (item id, BM25 score), best first."""
        if not boosts:
            return []
        searcher = self._index.searcher()
        found = searcher.search(self._query(boosts, before), limit, count=False)
        addresses = [address for _, address in found.hits]
        items = searcher.fast_field_values("item", addresses)
        return [
            (int(item), float(score)) for item, (score, _) in zip(items, found.hits, strict=True) if item is not None
        ]

    def _query(self, boosts: Mapping[str, float], before: int | None) -> tantivy.Query:
        any_of = tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Should, tantivy.Query.boost_query(self._standing(term), boost))
                for term, boost in boosts.items()
            ]
        )
        if before is None:
            return any_of
        return tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Must, any_of),
                (tantivy.Occur.Must, tantivy.Query.const_score_query(self._before(before), 0.0)),
            ]
        )

    def _standing(self, term: str) -> tantivy.Query:
        """Items in which a term stands; for a phrase, those in which each of its terms does, wherever."""
        schema = self._index.schema
        each = [tantivy.Query.term_query(schema, "terms", part, "freq") for part in term.split()]
        return each[0] if len(each) == 1 else tantivy.Query.boolean_query([(tantivy.Occur.Must, q) for q in each])

    def _before(self, moment: int) -> tantivy.Query:
        return tantivy.Query.range_query(
            self._index.schema, "at", tantivy.FieldType.Integer, NO_TIME, moment, include_upper=False
        )

    def frequencies(self, terms: Iterable[str], before: int | None) -> dict[str, int]:
        """In how many items each term stands; before a moment, or at all (None), which is faster. A phrase stands in
        no more than the rarest of its terms: that is the number given."""
        wanted = list(terms)
        found = {part: self._frequency(part, before) for part in {part for term in wanted for part in term.split()}}
        return {term: min(found[part] for part in term.split()) for term in wanted}

    def _frequency(self, term: str, before: int | None) -> int:
        query = self._standing(term)
        if before is not None:
            query = tantivy.Query.boolean_query(
                [(tantivy.Occur.Must, query), (tantivy.Occur.Must, self._before(before))]
            )
        return self._count(query)

    def _count(self, query: tantivy.Query) -> int:
        return int(self._index.searcher().search(query, 1, count=True).count or 0)  # type: ignore[attr-defined]
