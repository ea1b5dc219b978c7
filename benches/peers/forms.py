"""The same audiences in the form of each tool, made from the bodies that personac compiles."""

import json
import shutil
import subprocess
from pathlib import Path

# The body's key, the name in forms with labels, and the filter whose labels the values have; none: they stay.
KEYS = [
    ("name", "name", None),
    ("webhook_url", "webhook", None),
    ("limit", "limit", None),
    ("job_titles", "title", None),
    ("excluded_job_titles", "not_title", None),
    ("excluded_past_titles", "not_past_title", None),
    ("seniority_levels", "seniority", "seniority"),
    ("functions", "function", "function"),
    ("included_industries", "industry", "industry"),
    ("included_locations", "location", "location"),
    ("excluded_companies", "not_company", None),
    ("company_size", "size", "size"),
    ("years_of_experience", "experience", "experience"),
    ("years_in_current_position", "years_in_position", "years_in_position"),
    ("recently_changed_jobs", "signals", None),
    ("custom", "custom", None),
]
# What makes a definition wrong in every form: each tool must find it, or it did not look.
SPOILS = {
    "persona": ("function in [", "function in [Slaes, "),
    "json": ('"functions": [', '"functions": ["Slaes", '),
    "jsonnet": ('"function": [', '"function": ["Slaes", '),
    "py": ("PERSONA = ", "PERSONA = undefined_name + "),
    "toml": ("limit = ", "limit = = "),
    "yml": ("condition: all of them", "condition: all of them and ("),
}


def write(room: Path, personac: str, count: int, forms: set) -> Path:
    """So many definitions, each form in a directory; written once. Those of personac alone are there sooner."""
    home, is_alone = room / f"corpus-{count}", forms <= {"persona"}
    if not (home / "done").exists() and not (is_alone and (home / "personas").exists()):
        shutil.rmtree(home, ignore_errors=True)
        home.mkdir()
        subprocess.run([room / "corpus-program", home / "persona", str(count)], check=True)
        # The tools read what lies here, so a project's file must not say anything about it.
        (home / "persona" / "personac.toml").write_text("")
        subprocess.run([personac, "fmt", home / "persona", "--quiet"], check=True)
        spoil(home, "persona")
        (home / "personas").touch()
        if is_alone:
            return home
        subprocess.run([personac, "build", home / "persona", "--quiet", "--out-dir", home / "json"], check=True)
        derive(home, labels(personac))
        lay_out(room / "checks/bin", home)
        (home / "done").touch()
    return home


def lay_out(programs: Path, home: Path) -> None:
    """In the layout that their formatters want."""
    subprocess.run([programs / "ruff", "format", "--quiet", "--isolated", "--no-cache", home / "py"], check=True)
    subprocess.run([programs / "taplo", "format", *(home / "toml").iterdir()], check=True, capture_output=True)


def labels(personac: str) -> dict:
    """The label of each ID, by filter."""
    tables = {}
    for field in {field for *_, field in KEYS if field}:
        printed = subprocess.run([personac, "labels", field, "--json"], check=True, capture_output=True).stdout
        tables[field] = {row["id"]: row["label"] for row in json.loads(printed)}
    return tables


def derive(home: Path, tables: dict) -> None:
    bodies = {file.stem: json.loads(file.read_bytes()) for file in sorted((home / "json").iterdir())}
    definitions = {stem: definition(body, tables) for stem, body in bodies.items()}
    used = {field: set() for field in tables}
    for one in definitions.values():
        for _, name, field in KEYS:
            used[field].update(one.get(name, [])) if field else None
    library = {field: {label: id for id, label in tables[field].items() if label in used[field]} for field in tables}
    texts = {"jsonnet": jsonnet, "py": python, "toml": toml, "yml": sigma}
    for ending, text in texts.items():
        (home / ending).mkdir()
        for stem, one in definitions.items():
            (home / ending / f"{stem}.{ending}").write_text(text(one, stem))
    (home / "personas.libsonnet").write_text(jsonnet_library(library))
    for ending in SPOILS.keys() - {"persona"}:
        spoil(home, ending)


def spoil(home: Path, ending: str) -> None:
    """A directory with one definition that is wrong."""
    before, after = SPOILS[ending]
    good = min((home / ending).glob(f"*.{ending}"))
    (home / f"wrong-{ending}").mkdir()
    text = good.read_text()
    assert before in text, (ending, before)
    (home / f"wrong-{ending}" / good.name).write_text(text.replace(before, after, 1))


def definition(body: dict, tables: dict) -> dict:
    """A body with labels for IDs."""
    assert set(body) <= {key for key, *_ in KEYS}, body
    words = lambda key, field: [tables[field][id] for id in body[key]] if field else body[key]
    return {name: words(key, field) for key, name, field in KEYS if key in body}


def jsonnet(one: dict, stem: str) -> str:
    return f"(import '../personas.libsonnet')({json.dumps(one, ensure_ascii=False, indent=2)})\n"


def jsonnet_library(library: dict) -> str:
    """A function from a definition with labels to a body: labels are looked up, and unknown ones are errors."""
    rows = []
    for key, name, field in KEYS:
        value = f"[id('{field}', label) for label in one['{name}']]" if field else f"one['{name}']"
        rows.append(f"  [if 'NAME' in one then '{key}']: {value},".replace("NAME", name))
    tables = json.dumps(library, ensure_ascii=False, indent=2)
    check = (
        "local id(field, label) = if label in tables[field] then tables[field][label]\n"
        "  else error 'no %s is called %s' % [field, label];\n"
    )
    return f"local tables = {tables};\n{check}function(one) {{\n" + "\n".join(rows) + "\n}\n"


def python(one: dict, stem: str) -> str:
    return f'"""Whom {stem} looks for."""\n\nPERSONA = {json.dumps(one, ensure_ascii=False, indent=4)}\n\n\ndef persona():\n    return PERSONA\n'


def toml(one: dict, stem: str) -> str:
    text = lambda value: json.dumps(value, ensure_ascii=False)
    lines = [f"# Whom {stem} looks for."]
    for name, value in one.items():
        if isinstance(value, list):
            lines += [f"{name} = ["] + [f"  {text(item)}," for item in value] + ["]"]
        elif name != "custom":
            lines.append(f"{name} = {text(value)}")
    return "\n".join(lines + ["[custom]"] + [f"{key} = {text(value)}" for key, value in one["custom"].items()]) + "\n"


def sigma(one: dict, stem: str) -> str:
    """A rule with as many conditions and values."""
    text = lambda value: json.dumps(str(value), ensure_ascii=False)
    number = int(stem.lstrip("p"))
    lines = [f"title: Whom team {stem} looks for now", f"id: 00000000-0000-4000-8000-{number:012d}", "status: test"]
    lines += [f"description: Finds the leads of {stem} for a review of this quarter.", "author: Nobody", "date: 2026-01-01"]
    lines += ["logsource:", "  category: process_creation", "  product: windows", "detection:"]
    for name, value in one.items():
        if isinstance(value, list):
            lines += [f"  them_{name}:", f"    {name.title().replace('_', '')}:"] + [f"      - {text(item)}" for item in value]
    return "\n".join(lines + ["  condition: all of them", "level: low"]) + "\n"
