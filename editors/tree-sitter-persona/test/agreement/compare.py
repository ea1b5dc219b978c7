"""Compares this grammar with the compiler: what personac reads has no error in the tree, what it refuses as syntax has one.

    python compare.py PERSONAC LIBRARY ROOT [--count N] [--seed N] [--show N]

LIBRARY is this grammar compiled to a shared library, ROOT the project's root.
"""

import argparse
import collections
import ctypes
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import programs
from tree_sitter import Language, Parser

# What makes a text no persona. The other P1 codes are about the file as a whole: P112 (nesting), P113 (size) and P114
# (encoding) are limits, after which the compiler reads nothing; P115 (clauses beside blocks) is about items that are
# each right.
SYNTAX = {f"P{code}" for code in range(101, 112)}
UNREAD = {"P112", "P113", "P114"}

COMMENTS = r"(?:[ \t\r]|#[^\n]*)*"


def with_a_letter(word):
    no_letter = not any(character.isalpha() for character in word[0])
    return "a" if no_letter and (not word[0].isascii() or re.match(r"_.*-", word[0])) else word[0]


# Where the two are known to differ, and the spelling in which they do not. What still differs then is a mistake.
KNOWN = {
    "a range on the line below its operator that begins with a word": (
        rf"(?<=[iI][nN]|.[=<>]){COMMENTS}\n(?:[ \t\r\n]|#[^\n]*\n)*(?=[\w–+-]+\.\.)", " ",
    ),
    "a filter and its range without a blank, right below a `let`": (r"(?<=\n)([ \t]*[\w-]+)(?=\.\.)", r"\1 "),
    "a word without a letter that is no number": (r"[\w·-]+", with_a_letter),
}

# Of a thousand programs no more than so many differ in a known way: more means that a kind explains too much.
MOST_KNOWN = 2


def parser_of(path):
    """The parser of this grammar, which is compiled to a shared library."""
    pointer = ctypes.CDLL(str(path)).tree_sitter_persona
    pointer.restype = ctypes.c_void_p
    capsule = ctypes.pythonapi.PyCapsule_New
    capsule.restype, capsule.argtypes = ctypes.py_object, (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
    return Parser(Language(capsule(pointer(), b"tree_sitter.Language", None)))


def is_syntax(finding, text):
    # A string where a clause must stand is told as a filter that nobody knows.
    lone_string = finding["code"] == "P201" and text[finding["start"]["offset"] :].startswith(b'"')
    return finding["code"] in SYNTAX or lone_string


def compiler_verdicts(personac, texts):
    """For each text: None if it is right, the codes of its syntax errors, or "unread"."""
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, name in enumerate(texts):
            path = Path(folder) / f"{number:06}.persona"
            path.write_bytes(texts[name])
            names[path.name] = name
        command = [personac, "lint", ".", "--output-format", "json", "--ignore", "warnings"]
        run = subprocess.run(command, cwd=folder, capture_output=True, timeout=300, check=False)
        if run.returncode > 1:
            sys.exit(run.stderr.decode())
        found = collections.defaultdict(set)
        for finding in json.loads(run.stdout):
            name = names[Path(finding["file"]).name]
            if finding["code"] in UNREAD:
                found[name].add("unread")
            elif is_syntax(finding, texts[name]):
                found[name].add(finding["code"])
    return found


def disagreements(personac, parser, texts):
    found, unread = compiler_verdicts(personac, texts), 0
    kinds = collections.Counter()
    wrong = []
    for name, text in texts.items():
        if "unread" in found[name]:
            unread += 1
            continue
        has_error = parser.parse(text).root_node.has_error
        kinds["refused" if found[name] else "accepted"] += 1
        if has_error != bool(found[name]):
            wrong.append((name, text, sorted(found[name])))
    return wrong, kinds, unread


def explained(personac, parser, wrong):
    """The differences that are gone once a text is spelt as KNOWN says, by kind; and the others."""
    kinds = collections.Counter()
    for kind, (pattern, spelt) in KNOWN.items():
        texts = {name: re.sub(pattern, spelt, text.decode()).encode() for name, text, _ in wrong}
        left = {name for name, _, _ in disagreements(personac, parser, texts)[0]} if texts else set()
        kinds[kind] = len(wrong) - len(left)
        wrong = [difference for difference in wrong if difference[0] in left]
    return kinds, wrong


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("personac")
    arguments.add_argument("library", type=Path)
    arguments.add_argument("root", type=Path)
    arguments.add_argument("--count", type=int, default=1500, help="programs of each made kind")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--show", type=int, default=20)
    given = arguments.parse_args()
    parser = parser_of(given.library)
    real = programs.real(given.root)
    decoded = [text.decode() for text in real.values() if text.isascii() or valid_utf8(text)]
    texts = real | programs.made(decoded, given.seed, given.count)
    wrong, kinds, unread = disagreements(given.personac, parser, texts)
    known, wrong = explained(given.personac, parser, wrong)
    for name, text, codes in wrong[: given.show]:
        print(f"{name}: personac says {', '.join(codes) or 'nothing'}, the tree has {'no error' if codes else 'one'}: {text.decode()!r}")
    for kind, number in known.items():
        print(f"{number} known to differ: {kind}")
    print(f"{len(texts)} programs: {kinds['accepted']} accepted, {kinds['refused']} refused, {unread} not read; {len(wrong)} differ unexpectedly")
    sys.exit(bool(wrong) or known.total() * 1000 > MOST_KNOWN * len(texts))


def valid_utf8(text):
    try:
        text.decode()
    except UnicodeDecodeError:
        return False
    return True


if __name__ == "__main__":
    main()
