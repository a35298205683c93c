"""Encoders that run on this machine, from a folder that the owner names: an ONNX model, or a BERT's own weights."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from maarif.domain.encoding import Encoder, Vectors
from maarif.domain.errors import BadInput

if TYPE_CHECKING:
    from tokenizers import Tokenizer

#: Tokens of a text that are read, and texts at a time.
LONGEST, BATCH = 128, 32


def open_encoder(folder: Path) -> Encoder:
    """The encoder in a folder: `tokenizer.json` beside `model.onnx` (or `onnx/model.onnx`), or beside
    `model.safetensors` and `config.json` of a BERT whose tokens are averaged.

    Raises BadInput where there is none, or where the extra `maarif[semantic]` is not installed.
    """
    try:
        from tokenizers import Tokenizer
    except ImportError as error:
        raise BadInput(
            "The semantic extra is not installed. Install it with: pip install 'maarif[semantic]'"
        ) from error
    onnx = next((path for path in (folder / "model.onnx", folder / "onnx" / "model.onnx") if path.is_file()), None)
    if not (folder / "tokenizer.json").is_file() or (onnx is None and not (folder / "model.safetensors").is_file()):
        raise BadInput(f"{folder} holds no model: it needs tokenizer.json, and model.onnx or model.safetensors.")
    try:
        tokens: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokens.enable_truncation(LONGEST)
        tokens.enable_padding()
        return OnnxEncoder(folder.name, onnx, tokens) if onnx is not None else BertEncoder(folder, tokens)
    except (ValueError, KeyError, OSError, RuntimeError) as error:
        raise BadInput(f"The model in {folder} cannot be read ({error}). Fetch it again.") from error


class _Averaging:
    """What both encoders share: batches of texts, mean of the tokens' states, rows of length one."""

    def __init__(self, name: str, tokens: Tokenizer) -> None:
        self._name = name
        self._tokens = tokens

    @property
    def name(self) -> str:
        """The folder's name."""
        return self._name

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Shape (texts, dimensions), float32, each row of length one."""
        parts = [self._batch(batch) for batch in _batches(texts)]
        return np.concatenate(parts) if parts else np.zeros((0, 0), np.float32)

    def _batch(self, texts: Sequence[str]) -> Vectors:
        encoded = self._tokens.encode_batch(list(texts))
        ids = np.array([one.ids for one in encoded], np.int64)
        mask = np.array([one.attention_mask for one in encoded], np.int64)
        states = self._states(ids, mask)
        weight = mask[:, :, None].astype(np.float32)
        mean = (states * weight).sum(axis=1) / np.maximum(weight.sum(axis=1), 1)
        length = np.linalg.norm(mean, axis=1, keepdims=True)
        rows: Vectors = (mean / np.maximum(length, 1e-9)).astype(np.float32)
        return rows

    def _states(self, ids: Any, mask: Any) -> Any:
        raise NotImplementedError


def _batches(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(texts), BATCH):
        yield texts[start : start + BATCH]


class OnnxEncoder(_Averaging):
    """A sentence encoder as an ONNX graph, run by onnxruntime."""

    def __init__(self, name: str, path: Path, tokens: Tokenizer) -> None:
        """Raises BadInput where onnxruntime is not installed."""
        super().__init__(name, tokens)
        try:
            import onnxruntime
        except ImportError as error:
            raise BadInput("onnxruntime is not installed. Install it with: pip install 'maarif[semantic]'") from error
        self._session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        self._wanted = {given.name for given in self._session.get_inputs()}

    def _states(self, ids: Any, mask: Any) -> Any:
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        return self._session.run(None, {name: value for name, value in given.items() if name in self._wanted})[0]


class BertEncoder(_Averaging):
    """A BERT encoder straight from its weights (Devlin et al. 2019), in numpy: no runtime beside it is needed."""

    def __init__(self, folder: Path, tokens: Tokenizer) -> None:
        super().__init__(folder.name, tokens)
        config = json.loads((folder / "config.json").read_text("utf-8"))
        self._heads, self._layers = int(config["num_attention_heads"]), int(config["num_hidden_layers"])
        self._epsilon = float(config.get("layer_norm_eps", 1e-12))
        self._w = _read_safetensors(folder / "model.safetensors")

    def _states(self, ids: Any, mask: Any) -> Any:
        w = self._w
        hidden = w["embeddings.word_embeddings.weight"][ids]
        hidden = hidden + w["embeddings.position_embeddings.weight"][: ids.shape[1]][None]
        hidden = self._norm(hidden + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        away = np.where(mask[:, None, None, :] > 0, np.float32(0), np.float32(-1e9))
        for number in range(self._layers):
            layer = f"encoder.layer.{number}"
            met = self._linear(self._attend(hidden, away, f"{layer}.attention.self"), f"{layer}.attention.output.dense")
            hidden = self._norm(hidden + met, f"{layer}.attention.output.LayerNorm")
            wide = _gelu(self._linear(hidden, f"{layer}.intermediate.dense"))
            hidden = self._norm(hidden + self._linear(wide, f"{layer}.output.dense"), f"{layer}.output.LayerNorm")
        return hidden

    def _attend(self, hidden: Any, away: Any, name: str) -> Any:
        query, key, value = (self._split(self._linear(hidden, f"{name}.{part}")) for part in ("query", "key", "value"))
        scores = query @ key.transpose(0, 1, 3, 2) / np.sqrt(np.float32(query.shape[-1])) + away
        scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
        met = (scores / scores.sum(axis=-1, keepdims=True)) @ value
        return met.transpose(0, 2, 1, 3).reshape(hidden.shape)

    def _split(self, given: Any) -> Any:
        texts, tokens, width = given.shape
        return given.reshape(texts, tokens, self._heads, width // self._heads).transpose(0, 2, 1, 3)

    def _linear(self, given: Any, name: str) -> Any:
        return given @ self._w[f"{name}.weight"].T + self._w[f"{name}.bias"]

    def _norm(self, given: Any, name: str) -> Any:
        centred = given - given.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + self._epsilon)
        return centred / spread * self._w[f"{name}.weight"] + self._w[f"{name}.bias"]


def _gelu(given: Any) -> Any:
    """x Phi(x) by its tanh form (Hendrycks & Gimpel 2016): differs from the exact one by less than 1e-3."""
    return 0.5 * given * (1 + np.tanh(np.float32(0.7978845608) * (given + np.float32(0.044715) * given**3)))


#: How a safetensors file names its kinds of number.
_KINDS = {"F32": np.float32, "F16": np.float16, "F64": np.float64, "I64": np.int64, "I32": np.int32}


def _read_safetensors(path: Path) -> dict[str, Any]:
    """The tensors of a file by name: eight bytes of length, a JSON table, then the numbers."""
    data = path.read_bytes()
    length = int.from_bytes(data[:8], "little")
    table = json.loads(data[8 : 8 + length])
    found = {}
    for name, about in table.items():
        if name != "__metadata__" and about["dtype"] in _KINDS:
            begin, end = (8 + length + offset for offset in about["data_offsets"])
            numbers = np.frombuffer(data[begin:end], _KINDS[about["dtype"]]).reshape(about["shape"])
            found[name.removeprefix("bert.")] = numbers.astype(np.float32)
    return found
