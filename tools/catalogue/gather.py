"""Every sentence that the program can say, found in its code and templates."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, nodes

#: Calls that name a template: a phrase, a literal kept for one, and the voice under the names it goes by.
SAYING = frozenset({"Phrase", "template", "say", "spoken", "voice", "_"})
#: What is called `say` there speaks the language of a letter, not of the program.
OF_LETTERS = frozenset({"compose.py"})
#: Methods that name a singular and a plural.
COUNTING = frozenset({"counted", "count"})

#: One message: the template, or the singular and the plural.
Message = str | tuple[str, str]


def gather(source: Path) -> list[Message]:
    """All messages of a source tree, in the order of files and lines, each once."""
    found: dict[Message, None] = {}
    for path in sorted(path for path in source.rglob("*.py") if path.name not in OF_LETTERS):
        found |= dict.fromkeys(_in_python(ast.parse(path.read_text("utf-8"))))
    for path in sorted(source.rglob("*.html")):
        found |= dict.fromkeys(_in_template(path.read_text("utf-8")))
    found |= dict.fromkeys(_of_rules())
    return [message for message in found if message]


def _in_python(tree: ast.AST) -> Iterator[Message]:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    for node in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        texts = [
            arg.value if isinstance(arg, ast.Constant) and isinstance(arg.value, str) else None for arg in node.args
        ]
        name = _name(node.func)
        if name in COUNTING and len(texts) >= 2 and texts[0] is not None and texts[1] is not None:
            yield texts[0], texts[1]
        elif name in SAYING and texts:
            yield from _constants(node.args[0])


def _constants(given: ast.expr) -> Iterator[str]:
    """The literal of an argument, or both of a choice between two."""
    match given:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _constants(one)
            yield from _constants(other)


def _name(called: ast.expr) -> str:
    match called:
        case ast.Name(id=name):
            return name
        case ast.Attribute(attr=name):
            return name
        case ast.Call(func=inner):  # voice()("...")
            return _name(inner)
    return ""


def _in_template(text: str) -> Iterator[Message]:
    tree = Environment(extensions=["jinja2.ext.do", "jinja2.ext.loopcontrols"]).parse(text)
    for call in tree.find_all(nodes.Call):
        texts = [arg.value for arg in call.args if isinstance(arg, nodes.Const) and isinstance(arg.value, str)]
        match call.node:
            case nodes.Name(name="_") if texts:
                yield texts[0]
            case nodes.Getattr(node=nodes.Name(name="_"), attr="count") if len(texts) >= 2:
                yield texts[0], texts[1]


def _of_rules() -> Iterator[str]:
    """The docstrings that rules of who is who say of a pair."""
    from maarif.resolve.guards import GUARDS
    from maarif.resolve.rules import PRIOR_SENTENCE, RULES

    yield f"prior: {PRIOR_SENTENCE}"
    for rule in (*RULES, *GUARDS):
        yield rule.sentence
