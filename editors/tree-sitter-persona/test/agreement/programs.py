"""Programs to compare parsers on: the real ones, right ones made up, slips made in both, and texts of pieces."""

import random
import re

from right import Right

TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|#[^\n]*|[\w-]+|\.\.|[<>!]=|\n|[ \t]+|.', re.DOTALL)
PIECES = [
    "title", "size", "changed_jobs", "a", "years", "x-1", "_", "é", "orange", "in_house", "notes", "10k", "1st", "51-200",
    "51–200", "10001+", "5", "1_000", "-5", "1.5", "1e5", "CEO", "VP Sales", '"VP of Sales"', '"a\\"b"', '"open', '"\\q"', '"\\u{e9}"',
    " ", " ", " ", "\n", "\n  ", "\t", "\r\n", "# note\n", " # note\n", "in ", "not in ", "not\nin ", "NOT ", "Not In ", "= ", "!= ", ">= ",
    "< ", "== ", "=", "[", "]", "[]", "[a, b]", "(", ")", "{", "}", ", ", ",", ";", " and ", "\nand ", " or ", "\nOR ", "not ", "!",
    "&& ", "let x = ", "let ", "use ", '"lib.persona" ', "as ", "persona ", "persona p {\n", "name: ", "limit: 5", "limit :5\n",
    "custom: { a: 1 }", "{ and: 1, b-c: [1, null] }", '"k": true', "true", "null", "env", 'env("X")', "$x", "$a.b", "$", ".", "..", "51..1000", "3..",
    "..5", " ..5", "b..c", '"a".."b"', "5 years", "5\nyears", "3..5 years", "10 Employees", ":", "//", "'", "“", "?", "&", "+", "/", "@", "\\",
    "\u00a0", "日本", "٣", "Ⅷ", "·",
]


def slices(texts, rng):
    """A few lines of a text, so that a slip is not lost among what is right."""
    lines = rng.choice(texts).splitlines(keepends=True) or [""]
    start = rng.randrange(len(lines))
    return "".join(lines[start : start + rng.choice([1, 1, 2, 2, 3, 4, 6, 12, 40])])


def mutated(texts, rng):
    tokens = TOKEN.findall(slices(texts, rng))
    for _ in range(rng.choice([1, 1, 1, 2, 3])):
        at = rng.randrange(len(tokens) + 1)
        kind = rng.randrange(9)
        if kind == 0:
            del tokens[at : at + 1]
        elif kind == 1:
            tokens[at:at] = tokens[at : at + 1]
        elif kind == 2:
            tokens[at : at + 2] = reversed(tokens[at : at + 2])
        elif kind == 3:
            other = rng.randrange(len(tokens) + 1)
            tokens[at : at + 1], tokens[other : other + 1] = tokens[other : other + 1], tokens[at : at + 1]
        elif kind == 4:
            tokens.insert(at, rng.choice(PIECES))
        elif kind == 5:
            tokens[at : at + 1] = [rng.choice(PIECES)]
        elif kind == 6:
            blanks = [place for place, token in enumerate(tokens) if token.isspace()]
            if blanks:
                tokens[rng.choice(blanks)] = rng.choice([" ", "\n", "\n\n", "", " # note\n", "\t", "\r\n"])
        elif kind == 7:
            tokens.insert(at, rng.choice(' \n\t"#[](){}=!<>.,:;$&|/\\-_+\'?é“0a'))
        else:
            tokens[at:at] = [token.upper() if token.isalpha() else token for token in tokens[at : at + 1]]
            del tokens[at + 1 : at + 2]
    return "".join(tokens)


def soup(rng):
    return "".join(rng.choice(PIECES) for _ in range(rng.randrange(1, 14)))


def real(root):
    """The personas of the project: the library, what its tests hold, what its manual shows, and its formatter's results."""
    folders = [root / "personas", root / "tests"]
    paths = [path for folder in folders for end in ("persona", "formatted") for path in folder.rglob(f"*.{end}")]
    texts = {str(path.relative_to(root)): path.read_bytes() for path in sorted(paths)}
    for path in sorted((root / "docs").rglob("*.md")) + [root / "README.md"]:
        blocks = re.findall(r"^```persona$\n(.*?)^```$", path.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
        texts |= {f"{path.relative_to(root)}:{number}": text.encode() for number, text in enumerate(blocks, 1)}
    return texts


def made(texts, seed, count):
    """`count` programs of each kind."""
    rng = random.Random(seed)
    texts = [text for text in texts if len(text) < 20_000]
    programs = {}
    for number in range(count):
        programs[f"right {number}"] = Right(rng).program()
        programs[f"slip {number}"] = mutated(texts, rng)
        programs[f"slip in a right one {number}"] = mutated([Right(rng).program()], rng)
        programs[f"pieces {number}"] = soup(rng)
    return {name: text.encode() for name, text in programs.items()}
