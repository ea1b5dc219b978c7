"""Checks the queries and the README: queries compile, name what editors know, and leave no word without a color.

    python queries.py LIBRARY ROOT [--write]

`queries/helix/highlights.scm` and the other copies are made of the files in `queries/`; `--write` makes them anew.
"""

import re
import sys
from pathlib import Path

from tree_sitter import Query, QueryCursor

sys.path.insert(0, str(Path(__file__).parent / "agreement"))
import programs
from compare import parser_of

QUERIES = Path(__file__).parent.parent / "queries"

# What Helix calls the captures of `queries/highlights.scm`, where it calls them otherwise.
HELIX = {
    "boolean": "constant.builtin.boolean",
    "keyword.import": "keyword.control.import",
    "module": "namespace",
    "number": "constant.numeric",
    "property": "variable.other.member",
    "string.escape": "constant.character.escape",
}
COPIES = {
    "helix/highlights.scm": HELIX,
    "helix/injections.scm": {},
    "helix/locals.scm": {},
    "helix/tags.scm": {},
    "zed/highlights.scm": {},
    "zed/injections.scm": {},
}

# The captures that each editor's documentation lists.
COLORS = {
    "attribute", "boolean", "comment", "constant", "constant.builtin", "function.builtin", "keyword", "keyword.directive",
    "keyword.import", "keyword.operator", "module", "number", "operator", "property", "punctuation.bracket", "punctuation.delimiter",
    "punctuation.special", "string", "string.escape", "string.special.path", "string.special.url", "type", "variable",
}
KNOWN = {
    "highlights.scm": COLORS,
    "folds.scm": {"fold"},
    "indents.scm": {"indent.begin", "indent.branch", "indent.end", "indent.ignore"},
    "injections.scm": {"injection.content"},
    "locals.scm": {"local.scope", "local.definition", "local.reference"},
    "tags.scm": {"name", "definition.module", "definition.constant", "reference.constant"},
    "helix/highlights.scm": {HELIX.get(name, name) for name in COLORS},
    "helix/indents.scm": {"indent", "outdent"},
    "helix/textobjects.scm": {
        f"{what}.{where}" for what in ("class", "function", "parameter", "entry", "comment") for where in ("inside", "around")
    },
    "helix/rainbows.scm": {"rainbow.scope", "rainbow.bracket"},
    "zed/brackets.scm": {"open", "close"},
    "zed/indents.scm": {"indent", "end"},
    "zed/outline.scm": {"item", "name", "context"},
}
for copy in COPIES:
    KNOWN.setdefault(copy, KNOWN[Path(copy).name])


def renamed(text, names):
    return re.sub(r"@([\w.]+)", lambda found: "@" + names.get(found[1], found[1]), text)


def check_copies(write):
    for copy, names in COPIES.items():
        wanted = renamed((QUERIES / Path(copy).name).read_text(encoding="utf-8"), names)
        if write:
            (QUERIES / copy).write_text(wanted, encoding="utf-8")
        assert (QUERIES / copy).read_text(encoding="utf-8") == wanted, f"{copy} is stale: run this with --write"


def queries(language):
    """Every query, compiled."""
    paths = {str(path.relative_to(QUERIES)): path for path in sorted(QUERIES.rglob("*.scm"))}
    assert set(paths) == set(KNOWN), set(paths) ^ set(KNOWN)
    compiled = {}
    for name, path in paths.items():
        query = compiled[name] = Query(language, path.read_text(encoding="utf-8"))
        captures = {query.capture_name(number) for number in range(query.capture_count)}
        assert captures <= KNOWN[name], (name, captures - KNOWN[name])
    return compiled


def leaves(node):
    if not node.children:
        yield node
    for child in node.children:
        yield from leaves(child)


def check_use(query, trees):
    """Every pattern of a query finds something, or it is there for nothing."""
    used = {number for tree in trees for number, _ in QueryCursor(query).matches(tree.root_node)}
    unused = set(range(query.pattern_count)) - used
    assert not unused, [query.start_byte_for_pattern(number) for number in unused]


def check_colors(query, trees):
    """Every leaf of the tree has one color, of its own or of what it is a part of; no node has two."""
    for tree in trees:
        colors = {}
        for name, nodes in QueryCursor(query).captures(tree.root_node).items():
            for node in nodes:
                assert colors.setdefault(node.id, name) == name, (node, name, colors[node.id])
        for leaf in leaves(tree.root_node):
            plain = leaf
            while plain and plain.id not in colors:
                plain = plain.parent
            assert plain or leaf.start_byte == leaf.end_byte, (leaf, leaf.text)


def check_readme(parser):
    """The README shows a persona and its tree."""
    readme = (QUERIES.parent / "README.md").read_text(encoding="utf-8")
    text, tree = (re.search(rf"^```{kind}\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)[1] for kind in ("persona", "query"))
    root = parser.parse(text.encode()).root_node
    assert str(root) == re.sub(r"\s+", " ", tree).strip(), str(root)


def main():
    parser = parser_of(Path(sys.argv[1]))
    check_copies("--write" in sys.argv)
    check_readme(parser)
    compiled = queries(parser.language)
    trees = [parser.parse(text) for text in programs.real(Path(sys.argv[2])).values()]
    for name, query in compiled.items():
        check_use(query, trees)
        if name.endswith("highlights.scm"):
            check_colors(query, [tree for tree in trees if not tree.root_node.has_error])
    print(f"{len(compiled)} queries")


if __name__ == "__main__":
    main()
