"""The queries of Helix, Zed and Neovim fit the grammar, and paint the sample: a parser, then query files."""

import ctypes
import pathlib
import sys
import tomllib

from tree_sitter import Language, Parser, Query, QueryCursor

parser, editors, sample = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]).read_bytes()

function = ctypes.CDLL(parser).tree_sitter_persona
function.restype = ctypes.c_void_p
capsule = ctypes.pythonapi.PyCapsule_New
capsule.restype, capsule.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
language = Language(capsule(function(), b"tree_sitter.Language", None))
tree = Parser(language).parse(sample)
assert not tree.root_node.has_error, tree.root_node

# Each paints the words of the sample that only a tree can tell apart.
PAINTED = {"seniority", "titles", "first", "employees", "Director", "1_000", "51-200", "changed_jobs", "AND", "env", "crm", "not"}
files = sorted(editors.glob("*/**/persona/*.scm"))
assert len(files) >= 9, files
for file in files:
    if "tree-sitter-persona" in file.parts:
        continue
    captures = QueryCursor(Query(language, file.read_text())).captures(tree.root_node)
    assert captures, f"{file} captures nothing"
    if file.name == "highlights.scm":
        words = {node.text.decode() for nodes in captures.values() for node in nodes}
        assert PAINTED <= words, (file, PAINTED - words)
        kinds = {name: {node.text.decode() for node in nodes} for name, nodes in captures.items()}
        assert "seniority" in kinds.get("property", kinds.get("variable.other.member")), file
    if file.name == "outline.scm":
        names = [node.text.decode() for node in sorted(captures["name"], key=lambda node: node.start_byte)]
        assert names == ['"lib/titles.persona"', "founders", "first"], names

for file in (*editors.glob("helix/*.toml"), *editors.glob("zed/**/*.toml")):
    tomllib.loads(file.read_text())
helix = tomllib.loads((editors / "helix/languages.toml").read_text())
assert helix["language"][0]["language-servers"] == list(helix["language-server"])
assert helix["grammar"][0]["source"]["path"].endswith("/editors/tree-sitter-persona")
zed = tomllib.loads((editors / "zed/extension.toml").read_text())
config = tomllib.loads((editors / "zed/languages/persona/config.toml").read_text())
assert zed["language_servers"]["personac"]["languages"] == [config["name"]]
