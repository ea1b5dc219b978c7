"""Judges bodies and project files by the schemas in a directory, as editors do."""

import json
import subprocess
import sys
import tempfile
import tomllib
from datetime import date, datetime, time
from pathlib import Path

from jsonschema import Draft202012Validator
from referencing import Registry, Resource

personac, schemas = sys.argv[1], Path(sys.argv[2])
load = lambda path: json.loads(Path(path).read_text(encoding="utf-8"))
body_schema, project_schema = load(schemas / "body.json"), load(schemas / "project.json")
for schema in (body_schema, project_schema):
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(schema)
body, project = Draft202012Validator(body_schema), Draft202012Validator(project_schema)
# Whoever wants unknown keys refused says so in a schema of one line, as the comment in the schema shows.
registry = Registry().with_resource("body.json", Resource.from_contents(body_schema))
no_unknown_keys = Draft202012Validator({"$ref": "body.json", "unevaluatedProperties": False}, registry=registry)


def valid(document, why, judge=body):
    errors = [f"{error.json_path}: {error.message}" for error in judge.iter_errors(document)]
    assert not errors, (why, document, errors)


def refused(document, why, judge=body):
    assert not judge.is_valid(document), (why, document)


# Bodies that are right: the six of the reference, and what personac makes of the library and of the fixtures.
reference = sorted(Path("tests/it/reference").glob("*.json"))
assert len(reference) == 6, reference
for path in reference:
    valid(load(path), path)
    valid(load(path), path, no_unknown_keys)
HOOK = {"webhook_url": "https://hooks.example.com/leads"}
built = [json.loads(line) for line in (schemas / "bodies").read_text(encoding="utf-8").splitlines()]
assert len(built) > 80, len(built)
for one in built:
    valid(HOOK | one["body"], one["file"])
    if "raw:" not in Path(one["file"]).read_text(encoding="utf-8"):
        valid(HOOK | one["body"], one["file"], no_unknown_keys)

# Every key, with every kind of value that it can have.
RIGHT = {
    "keyword": ["cybersecurity"],
    "connections_of_profile": [
        "https://www.linkedin.com/in/williamhgates",
        "https://www.linkedin.com/in/ACoAAA8BYqEBCGLg_vT_ca6mMEqkpp9nVffJ3hc/",
        "https://www.linkedin.com/sales/lead/ACwAAA,NAME_SEARCH,x1",
    ],
    "company_size": [["1-10", "10001+"], ["51–200"]],
    "years_of_experience": [[str(bucket)] for bucket in range(1, 9)],
    "included_companies": [["1441"], [1441], [{"id": "1441"}], [{"id": 1441}], ["1441", 162479]],
    "included_account_lists": [["12345678"], ["8e1dcba0-f0bb-4071-99fc-f18ba6559ccc"]],
    "past_colleague": [True],
    "recently_changed_jobs": [["RPC"]],
}
for key, values in RIGHT.items():
    for value in values:
        valid(HOOK | {key: value}, key)
valid(HOOK | {"keyword": "x", "new_option": 1}, "`raw` sends what nobody knows")
refused(HOOK | {"keyword": "x", "new_option": 1}, "an unknown key", no_unknown_keys)

# Bodies that are wrong.
GOOD = load("tests/it/reference/eu_saas_vps.json")
VOCABULARIES = {
    "functions": ["0", "27", "Sales", "025", ""],
    "seniority_levels": ["140", "VP", "320 "],
    "years_of_experience": ["0", "9", "3-5"],
    "years_at_current_company": ["0", "9", "3-5"],
    "years_in_current_position": ["0", "9", "3-5"],
    "company_size": ["51-1000", "10001", "1—10", "A"],
    "company_type": ["D", "p", "O", "PP"],
    "relationship": ["B", "f", "1st"],
    "recently_changed_jobs": ["rpc", "true"],
}
IDS = ["industries", "locations", "companies", "account_lists", "lead_lists"]
VOCABULARIES |= {f"{side}_{ids}": ["France", "urn:li:organization:1441", "-1", "1.5"] for side in ("included", "excluded") for ids in IDS}
VOCABULARIES |= {"past_companies": ["Google"], "company_headquarters": ["France"]}
titles = ["job_titles", "excluded_job_titles", "past_titles", "excluded_past_titles"]
VOCABULARIES |= {key: ["", " "] for key in titles}
for key, wrong in VOCABULARIES.items():
    assert key in body_schema["properties"], key
    for value in [*wrong, None, True, 2.5, [], {}]:
        refused(GOOD | {key: [value]}, key)
    for value in ["1", 1, True, None, {}]:
        refused(GOOD | {key: value}, key)
    if not key.endswith("companies"):
        refused(GOOD | {key: [25]}, "a number where the API takes text")
flags = [key for key, one in body_schema["properties"].items() if one.get("type") == "boolean"]
assert len(flags) == 8, flags
for key in flags:
    for value in ["true", 1, None, ["true"]]:
        refused(GOOD | {key: value}, key)
others = {"name", "webhook_url", "limit", "custom", "keyword", "connections_of_profile"}
assert others | set(flags) | set(VOCABULARIES) == set(body_schema["properties"]), "every key is tested"
WRONG = {
    "limit": [0, -1, 1.5, "500", None, True],
    "name": [1, None, ["x"]],
    "custom": ["x", [], None],
    "keyword": ["", " ", 1, ["x"], None],
    "connections_of_profile": [
        "", "williamhgates", "https://www.linkedin.com/company/1441", "http://www.linkedin.com/in/x",
        "https://www.linkedin.com/in/", "https://example.com/in/x", ["https://www.linkedin.com/in/x"], None,
    ],
    "webhook_url": [
        "", "http://hooks.example.com/leads", "hooks.example.com", "https://", "https:///leads", "https://a b.example",
        "https://a..b/", " https://example.com", "ftp://example.com", 1, None,
    ],
}
for key, wrong in WRONG.items():
    for value in wrong:
        refused(GOOD | {key: value}, key)
refused({key: value for key, value in GOOD.items() if key != "webhook_url"}, "no webhook")
for document in [{}, HOOK, [], None, "x", HOOK | {"limit": 5, "name": "x", "custom": {}}]:
    refused(document, "no filter")
refused(HOOK | {"past_colleague": False}, "a signal that asks for nothing is no filter")
refused(HOOK | {"functions": []}, "a list without a value is no filter")
valid(GOOD | {"excluded_lead_lists": []}, "a program left a list empty")
stored = GOOD | {"live": False}
valid(stored, "LinkedIn is not asked")
for key, value in {"relationship": ["S"], "connections_of_profile": RIGHT["connections_of_profile"][0], "past_colleague": True}.items():
    refused(stored | {key: value}, "only LinkedIn itself can tell")
valid(stored | {"past_colleague": False}, "it does not ask")

# Project files: those of this repository and the first one of a new project; then all kinds of them, which personac
# and the schema must judge alike.
plain = lambda value: (
    {key: plain(one) for key, one in value.items()} if isinstance(value, dict)
    else [plain(one) for one in value] if isinstance(value, list)
    else str(value) if isinstance(value, (date, datetime, time)) else value
)
read = lambda text: plain(tomllib.loads(text))
for path in ["personas/personac.toml", "src/cli/starter/personac.toml", schemas / "starter/personac.toml"]:
    valid(read(Path(path).read_text(encoding="utf-8")), path, project)

VALUES = [
    '"x"', '""', '"https://hooks.example.com/leads"', '"HTTPS://u:p@h-1.example:8443/a?b#c"', '"https://[::1]/x"',
    '"http://example.com"', '"https://"', '"https://a..b/"', '"https://a b"', "1", "0", "-1", "+7", "0x10", "1_000", "1.5",
    "true", "false", '"true"', '"any"', '"Disjoint"', '"nay"', '"linkedin"', '"pronto"', '"Pronto"', '"allow"', '"deny"',
    '"warn"', '"Warn"', '"off"', "2026-05-04", "[]", "[1441]", '["1441", 7]', '[""]', '["x"]', "[1.5]", "[[1]]", "{}",
    '{ env = "X" }', "{ env = 1 }", '{ env = "X", b = 1 }', "{ a = 1 }", '{ a = { env = "X" }, b = [true, "y"] }',
    "{ name = 1 }", '{ webhook_url = "x" }', '{ x = "deny" }', '{ x = 1441 }',
]
SETTINGS = ["name", "webhook", "webhook_url", "limit", "streaming", "scale", "live", "custom", "split", "description", "raw"]
KEYS = [f"defaults.{name}" for name in SETTINGS]
KEYS += ["defaults.Limit", "defaults.SPLIT", "profile.x.Webhook_URL", "profile.x.raw", "profile.\"\".limit"]
KEYS += ["defaults.limt", "defaults.function", "defaults.split ", "profile.x.y.limit", "default.limit", "Defaults.limit"]
KEYS += ["defaults", "profile", "profile.x", "labels", "lint", "industry_labels", "x", "lint.paths", "lint.paths.\"a/**\""]
PAGES = ["company", "location", "industry", "account_list", "lead_list"]
KEYS += [f"labels.{page}" for page in [*PAGES, "function", "Company"]] + [f"labels.{page}.\"Q3 é\"" for page in [*PAGES, "title"]]
KEYS += [f"{table}.{rule}" for table in ["lint", "lint.paths.\"a/**\""]
         for rule in ["no-limit", "P605", "p605", "No-Limit", "unknown-field", "P201", "p201", "no-webhook", "x", "P699"]]
DOCUMENTS = [f"{key.rstrip()} = {value}\n" for key in KEYS for value in VALUES]
DOCUMENTS += [
    "", "[defaults]\n[profile]\n[labels]\n[lint]\n", "[[defaults]]\nlimit = 1\n",
    '[defaults]\nwebhook = "https://a.example"\nwebhook_url = "https://a.example"\n',
    '[defaults]\nlimit = 1\nx = 1\n', '[lint]\nno-limit = "allow"\nP605 = "deny"\n',
    '[lint.paths."a"]\n[lint.paths."b/**"]\nno-name = "deny"\n[profile.a]\nlimit = 1\n[profile.b]\nlimit = 0\n',
]
verdicts = {True: 0, False: 0}
with tempfile.TemporaryDirectory() as room:
    Path(room, "a.persona").write_text("function = Sales\n")
    for text in DOCUMENTS:
        Path(room, "personac.toml").write_text(text, encoding="utf-8")
        ran = subprocess.run([personac, "build", "a.persona", "--quiet"], cwd=room, capture_output=True, text=True)
        # 2 is for a project file that is wrong; a persona may be wrong for reasons that are not in it.
        taken = ran.returncode != 2
        verdicts[taken] += 1
        assert taken == project.is_valid(read(text)), (text, ran.stderr, [one.message for one in project.iter_errors(read(text))])
assert min(verdicts.values()) > 150, verdicts
