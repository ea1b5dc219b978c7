"""What Helix and Zed would read after the documented steps, and the queries of Neovim: a parser, the sample, the home of Helix's
user, the prepared extension of Zed, and Neovim's queries."""

import ctypes
import pathlib
import re
import sys
import tomllib

from tree_sitter import Language, Parser, Query, QueryCursor

parser, sample = sys.argv[1], pathlib.Path(sys.argv[2]).read_bytes()
helix, zed, neovim = (pathlib.Path(path) for path in sys.argv[3:6])

function = ctypes.CDLL(parser).tree_sitter_persona
function.restype = ctypes.c_void_p
capsule = ctypes.pythonapi.PyCapsule_New
capsule.restype, capsule.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
language = Language(capsule(function(), b"tree_sitter.Language", None))
tree = Parser(language).parse(sample)
assert not tree.root_node.has_error, tree.root_node

# Words of the sample that must have a colour.
PAINTED = {"seniority", "titles", "first", "employees", "Director", "1_000", "51-200", "changed_jobs", "AND", "env", "crm", "not"}
for directory in (helix / "runtime/queries/persona", zed / "languages/persona", neovim):
    files = sorted(directory.glob("*.scm"))
    assert directory / "highlights.scm" in files, directory
    for file in files:
        captures = QueryCursor(Query(language, file.read_text())).captures(tree.root_node)
        words = {node.text.decode() for nodes in captures.values() for node in nodes}
        assert file.name != "highlights.scm" or PAINTED <= words, (file, PAINTED - words)

settings = tomllib.loads((helix / "languages.toml").read_text())
assert settings["language"][0]["language-servers"] == list(settings["language-server"])
assert pathlib.Path(settings["grammar"][0]["source"]["path"], "src/parser.c").exists(), settings["grammar"]

extension = tomllib.loads((zed / "extension.toml").read_text())
config = tomllib.loads((zed / "languages/persona/config.toml").read_text())
assert extension["language_servers"]["personac"]["languages"] == [config["name"]]
grammar = extension["grammars"][config["grammar"]]
assert pathlib.Path(grammar["repository"].removeprefix("file://"), grammar["path"], "src/parser.c").exists(), grammar
assert re.fullmatch("[0-9a-f]{40}", grammar["rev"]), grammar
