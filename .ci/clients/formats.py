"""Checks the reports called WHICH in a directory against the schemas, and that each names files that are there."""

import json
import re
import sys
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import junitparser
import xmlschema

scratch, which, reports = Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])
here = Path(__file__).parent


def read(form):
    return (scratch / f"{which}.{form}").read_text(encoding="utf-8")


def validate(document, schema):
    schema = json.loads(schema.read_text(encoding="utf-8-sig"))
    checker = jsonschema.validators.validator_for(schema)
    checker.check_schema(schema)
    checker(schema, format_checker=checker.FORMAT_CHECKER).validate(document)


def sarif():
    log = json.loads(read("sarif"))
    validate(log, scratch / "package/sarif-2.1.0.json")
    found = []
    for result in log["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        region, name = place["region"], unquote(place["artifactLocation"]["uri"])
        lines = (reports / name).read_text(encoding="utf-8").split("\n")
        assert region["endColumn"] <= len(lines[region["endLine"] - 1]) + 1, region
        found.append((name, region["startLine"], result["ruleId"]))
    return found, log["runs"][0]["invocations"][0]["executionSuccessful"]


def gitlab():
    issues = json.loads(read("gitlab"))
    validate(issues, here / "gitlab-code-quality.schema.json")
    fingerprints = {issue["fingerprint"] for issue in issues}
    assert len(fingerprints) == len(issues), "fingerprints are unique"
    found = [issue for issue in issues if issue["severity"] != "blocker"]
    place = lambda issue: (issue["location"]["path"], issue["location"]["positions"]["begin"]["line"])
    return [(*place(issue), issue["check_name"]) for issue in found], len(found) == len(issues)


def github():
    """Reads commands as the runner does."""
    found, fine = [], True
    for line in read("github").splitlines():
        command, properties, message = re.fullmatch(r"::(\w+) (.*?)::(.+)", line).groups()
        assert command in ("error", "warning")
        facts = dict(one.split("=", 1) for one in properties.split(","))
        plain = {key: re.sub("%(25|0D|0A|3A|2C)", lambda code: chr(int(code[1], 16)), value) for key, value in facts.items()}
        if "line" in plain:
            # GitHub takes columns only of what is on one line.
            assert ("col" in plain) == (plain["line"] == plain["endLine"])
            found.append((plain["file"], int(plain["line"]), plain["title"].split()[1]))
        else:
            fine = False
    return found, fine


def junit():
    xmlschema.validate(str(scratch / f"{which}.junit"), str(scratch / "pytest-9.2.0/testing/example_scripts/junit-10.xsd"))
    report = junitparser.JUnitXml.fromfile(str(scratch / f"{which}.junit"))
    counts = lambda: [(part.tests, part.failures, part.errors) for part in (report, *report)]
    written = counts()
    for suite in report:
        suite.update_statistics()
    report.update_statistics()
    assert written == counts() and report.tests, written
    found = []
    for suite in report:
        for case in suite:
            for result in case.result:
                if isinstance(result, junitparser.Failure):
                    code, line = re.fullmatch(r"(P\d+) [\w-]+ \((\d+):\d+\)", case.name).groups()
                    found.append((suite.name, int(line), code))
    return found, report.errors == 0


findings, fine = sarif()
assert fine == (which != "trouble") and bool(findings) == (which != "good"), (fine, findings)
assert all((reports / name).is_file() for name, _, _ in findings)
for form in (gitlab, github, junit):
    assert form() == (findings, fine), (form.__name__, form(), findings)
