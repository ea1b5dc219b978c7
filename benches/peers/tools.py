"""What is measured, and how each is called."""

from dataclasses import dataclass
from pathlib import Path
from typing import Callable


@dataclass
class Tool:
    name: str
    # One of the groups below.
    group: str
    # The command, for the directory of its form and one to write to.
    command: Callable[[Path, Path], list]
    # The form that it reads; none if it reads nothing.
    form: str | None
    # Prints its version.
    version: list | None = None
    # The most definitions that it is given: slower ones would take an hour.
    most: int = 100_000
    note: str = ""
    # Whether it reads only and must find the mistake that is planted.
    judges: bool = True
    threads: str = ""


GROUPS = {
    "build": "Definitions with labels become checked JSON bodies",
    "lint": "Definitions are checked",
    "format": "The layout is checked",
    "validate": "Ready JSON bodies are checked: less work, as there are no labels",
    "floor": "The floor",
}


def files(directory: Path, form: str) -> list:
    return sorted(directory.glob(f"*.{form}"))


def tools(room: Path, personac: str, here: Path) -> list:
    checks, node = room / "checks/bin", room / "node/node_modules"
    python, schema, sourcemeta = checks / "python", room / "body.json", room / "sourcemeta/bin"
    own = {"group": "build", "form": "persona", "version": [personac, "--version"]}
    check = {"group": "validate", "form": "json"}
    found = []
    for threads in ["1", "2"]:
        run = [personac, "-j", threads, "-q"]
        found += [
            Tool("personac lint", "lint", lambda of, _, run=run: run + ["lint", of], "persona", threads=threads),
            Tool("personac fmt --check", "format", lambda of, _, run=run: run + ["fmt", "--check", of], "persona", threads=threads, judges=False),
            Tool("personac build to one stream", command=lambda of, _, run=run: run + ["build", of, "--emit", "ndjson"], threads=threads, **own),
            Tool("personac build to a file each", command=lambda of, out, run=run: run + ["build", of, "--out-dir", out], threads=threads, **own),
        ]
    pip = lambda name: [python, "-c", f"import importlib.metadata as m; print(m.version('{name}'))"]
    return found + [
        Tool("jrsonnet", "build", lambda of, _: [python, here / "with_jrsonnet.py", of], "jsonnet", pip("rjsonnet"), note="rjsonnet, a script", threads="1"),
        Tool("jrsonnet, a file each", "build", lambda of, out: [python, here / "with_jrsonnet.py", of, out], "jsonnet", pip("rjsonnet"), threads="1"),
        Tool("sigma-cli convert", "build", lambda of, _: [room / "sigma/bin/sigma", "convert", "-t", "sqlite", "--without-pipeline", of], "yml", [room / "sigma/bin/sigma", "version"], most=1000, note="rules to SQL", threads="1"),
        Tool("ruff check", "lint", lambda of, _: [checks / "ruff", "check", "--no-cache", "--isolated", "-q", of], "py", [checks / "ruff", "--version"], note="Python"),
        Tool("taplo lint", "lint", lambda of, _: [checks / "taplo", "lint", *files(of, "toml")], "toml", [checks / "taplo", "--version"], note="TOML"),
        Tool("tombi lint", "lint", lambda of, _: [checks / "tombi", "lint", "--offline", "--quiet", *files(of, "toml")], "toml", [checks / "tombi", "--version"], note="TOML"),
        Tool("ruff format --check", "format", lambda of, _: [checks / "ruff", "format", "--check", "--no-cache", "--isolated", "-q", of], "py", [checks / "ruff", "--version"], note="Python", judges=False),
        Tool("taplo format --check", "format", lambda of, _: [checks / "taplo", "format", "--check", *files(of, "toml")], "toml", [checks / "taplo", "--version"], note="TOML", judges=False),
        Tool("check-jsonschema", command=lambda of, _: [checks / "check-jsonschema", "--schemafile", schema, *files(of, "json")], version=[checks / "check-jsonschema", "--version"], threads="1", **check),
        Tool("ajv", command=lambda of, _: ["node", here / "with_ajv.mjs", node, schema, of], version=["node", "-p", f"require('{node}/ajv/package.json').version"], note="a script", threads="1", **check),
        Tool("ajv-cli", command=lambda of, _: [node / ".bin/ajv", "validate", "--spec=draft2020", "--strict=false", "--validate-formats=false", "-s", schema, "-d", f"{of}/*.json"], version=["node", "-p", f"require('{node}/ajv-cli/package.json').version"], threads="1", **check),
        Tool("jsonschema-rs", command=lambda of, _: [python, here / "with_jsonschema_rs.py", schema, of], version=pip("jsonschema-rs"), note="a script", threads="1", **check),
        Tool("sourcemeta jsonschema", command=lambda of, _: [sourcemeta / "jsonschema", "validate", schema, of], version=[sourcemeta / "jsonschema", "version"], threads="1", **check),
        Tool("pydantic", command=lambda of, _: [python, here / "with_pydantic.py", of], version=pip("pydantic"), note="a script", threads="1", **check),
        Tool("an empty Rust program", "floor", lambda of, _: [room / "empty"], None, judges=False, most=1),
        Tool("`python -c pass`", "floor", lambda of, _: [python, "-c", "pass"], None, judges=False, most=1),
        Tool("`node -e 0`", "floor", lambda of, _: ["node", "-e", "0"], None, judges=False, most=1),
        Tool("read every file", "floor", lambda of, _: [room / "floor", "read", of], "persona", judges=False, threads="1"),
        Tool("read and write every file", "floor", lambda of, out: [room / "floor", "copy", of, out], "persona", judges=False, threads="1"),
    ]
