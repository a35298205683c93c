"""Encoders from a folder: a tiny BERT with invented weights."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from maarif.domain.errors import BadInput
from maarif.portray import open_encoder

WORDS = "[PAD] [UNK] spruce stands at tannhof bees honey".split()
WIDTH, INNER = 8, 16


def _write_safetensors(path: Path, tensors: dict[str, np.ndarray]) -> None:
    table, data = {}, b""
    for name, tensor in tensors.items():
        numbers = tensor.astype(np.float32).tobytes()
        table[name] = {
            "dtype": "F32",
            "shape": list(tensor.shape),
            "data_offsets": [len(data), len(data) + len(numbers)],
        }
        data += numbers
    head = json.dumps(table).encode()
    path.write_bytes(len(head).to_bytes(8, "little") + head + data)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model of one layer and two heads."""
    rng = np.random.default_rng(7)
    shapes = {
        "embeddings.word_embeddings.weight": (len(WORDS), WIDTH),
        "embeddings.position_embeddings.weight": (16, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
    }
    layer = "encoder.layer.0"
    for part in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
        shapes |= {f"{layer}.{part}.weight": (WIDTH, WIDTH), f"{layer}.{part}.bias": (WIDTH,)}
    shapes |= {f"{layer}.intermediate.dense.weight": (INNER, WIDTH), f"{layer}.intermediate.dense.bias": (INNER,)}
    shapes |= {f"{layer}.output.dense.weight": (WIDTH, INNER), f"{layer}.output.dense.bias": (WIDTH,)}
    for norm in ("embeddings", f"{layer}.attention.output", f"{layer}.output"):
        shapes |= {f"{norm}.LayerNorm.weight": (WIDTH,), f"{norm}.LayerNorm.bias": (WIDTH,)}
    _write_safetensors(tmp_path / "model.safetensors", {name: rng.normal(size=shape) for name, shape in shapes.items()})
    (tmp_path / "config.json").write_text(json.dumps({"num_attention_heads": 2, "num_hidden_layers": 1}))
    tokens = Tokenizer(models.WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokens.pre_tokenizer = pre_tokenizers.Whitespace()
    tokens.save(str(tmp_path / "tokenizer.json"))
    return tmp_path


def test_rows_have_length_one_and_company_changes_nothing(folder: Path) -> None:
    encoder = open_encoder(folder)
    vectors = encoder.encode(["spruce stands at tannhof", "honey"])
    assert vectors.shape == (2, WIDTH)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert np.allclose(vectors[1], encoder.encode(["honey"])[0], atol=1e-5), "padding must not count"
    assert not np.allclose(vectors[0], vectors[1], atol=1e-2)
    assert encoder.encode([]).shape[0] == 0


def test_a_folder_without_a_model_is_said_so(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(BadInput, match=r"tokenizer\.json"):
        open_encoder(tmp_path / "nowhere")
    (folder / "model.safetensors").write_bytes(b"\0" * 4)
    with pytest.raises(BadInput, match="cannot be read"):
        open_encoder(folder)
