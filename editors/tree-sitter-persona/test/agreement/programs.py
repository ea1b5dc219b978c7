"""Programs to compare parsers on: the real ones, slips made in them, texts of pieces, and a generator of right ones."""

import random
import re
from pathlib import Path

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


class Right:
    """Right programs, laid out in every way that the language allows."""

    def __init__(self, rng):
        self.rng = rng

    def gap(self):
        """White space of any kind."""
        return self.rng.choice(["", " ", " ", " ", "  ", "\t", "\n", "\n\n  ", " # why\n", "\r\n", "\n# above\n"])

    def some(self):
        return self.gap() or " "

    def blank(self):
        return self.rng.choice(["", "", " ", "\t"])

    def keyword(self, word):
        return self.rng.choice([word, word, word.upper(), word.capitalize()])

    def name(self):
        return self.rng.choice(["title", "size", "in_house", "and_so", "x-1", "_x", "größe", "notes", "b2b", "lets", "years", "use-case"])

    def string(self):
        return self.rng.choice(['"VP of Sales"', '""', '"a # b"', '"\\"x\\" \\\\ \\n\\t"', '"\\u{e9}"', '"日本語 (x)"', '"and"'])

    def bare(self):
        return self.rng.choice([self.name(), "CEO", "10k", "1st", "96", "1_000", "51-200", "201–500", "10001+", "Île-de-France", "-a", "3-a"])

    def value(self):
        return self.rng.choice([self.bare, self.bare, self.string])()

    def range(self):
        low, high = self.rng.choice([(1, 1), (1, 0), (0, 1)])
        return (self.value() if low else "") + ".." + (self.value() if high else "")

    def reference(self):
        return "$" + self.rng.choice(["", self.name() + "."]) + self.name()

    def unit(self):
        return self.rng.choice(["", "", "", " years", "\tYear", " employees", "  people"])

    def element(self):
        kind = self.rng.randrange(6)
        if kind == 0:
            return self.reference()
        if kind == 1:
            return self.range() + self.unit()
        return self.bare() + self.unit() if kind < 5 else self.string()

    def list(self):
        elements = [self.gap() + self.element() + self.gap() for _ in range(self.rng.randrange(4))]
        return "[" + ",".join(elements) + (self.rng.choice(["", ","]) if elements else self.gap()) + self.gap() + "]"

    def condition(self):
        name, kind = self.name(), self.rng.randrange(4)
        if kind == 0:
            return name + self.some() + self.range() + self.unit()
        if kind == 1:
            return name + self.gap() + self.rng.choice(["=", "!=", "<", "<=", ">", ">="]) + self.behind_operator(self.element(), self.gap())
        word = self.rng.choice([self.keyword("in"), self.keyword("not") + self.some() + self.keyword("in")])
        value = self.rng.choice([self.list, self.list, self.reference, lambda: self.range() + self.unit()])()
        return name + self.some() + word + self.behind_operator(value, self.gap() if value[0] in "[$" else self.some())

    def behind_operator(self, value, gap):
        """The compiler takes a range on the next line for a clause of its own if it begins with a word."""
        return (" " if ".." in value and "\n" in gap else gap) + value

    def operand(self, depth):
        kind = self.rng.randrange(9 if depth else 5)
        if kind < 4:
            return self.condition()
        if kind == 4:
            return self.reference()
        if kind == 5:
            return self.name()
        if kind == 6:
            return self.keyword("not") + self.some() + self.operand(depth - 1)
        return "(" + self.gap() + self.expression(depth - 1) + self.gap() + ")"

    def expression(self, depth=2):
        text = self.operand(depth)
        for _ in range(self.rng.choice([0, 0, 0, 1, 1, 2, 4])):
            text += self.some() + self.keyword(self.rng.choice(["and", "or"])) + self.some() + self.operand(depth)
        return text

    def data(self, depth=2):
        kind = self.rng.randrange(9 if depth else 7)
        if kind == 7:
            return "[" + ",".join(self.gap() + self.data(depth - 1) + self.gap() for _ in range(self.rng.randrange(3))) + "]"
        if kind == 8:
            members = [self.gap() + self.member(depth) + self.gap() for _ in range(self.rng.randrange(4))]
            return "{" + ",".join(members) + (self.rng.choice(["", ","]) if members else "") + self.gap() + "}"
        return [
            self.string,
            lambda: self.rng.choice(["5", "-1.5e3", "1_000", "0", "1E+2"]),
            lambda: self.keyword(self.rng.choice(["true", "false", "null"])),
            self.name,
            lambda: self.rng.choice(["1-2", "10k", "-x", "12ab"]),
            lambda: self.keyword("env") + self.gap() + "(" + self.gap() + self.string() + self.gap() + ")",
            self.string,
        ][kind]()

    def member(self, depth):
        if self.rng.random() < 0.3:
            return self.string() + self.gap() + ":" + self.gap() + self.data(depth - 1)
        key = self.rng.choice([self.name(), "and", "in", "true", "-x", "é"])
        return key + self.blank() + ":" + self.gap() + self.data(depth - 1)

    def setting(self):
        return self.name() + self.blank() + ":" + self.gap() + self.data()

    def let(self):
        value = self.rng.choice([self.list, self.element, self.expression])()
        return self.keyword("let") + self.some() + self.name() + self.gap() + "=" + self.gap() + value

    def use(self):
        alias = self.rng.choice(["", self.some() + self.keyword("as") + self.some() + self.name()])
        return self.keyword("use") + self.gap() + self.string() + alias

    def items(self, inner=False):
        ways = [self.setting, self.expression, self.let] + ([] if inner else [self.use])
        text = ""
        for _ in range(self.rng.randrange(1, 5)):
            text += self.gap() + self.rng.choice(ways)() + self.rng.choice(["\n", "\n", " # end\n", "\r\n"])
        return text

    def persona(self):
        key = self.rng.choice([self.name(), "3", "1-b", '"two words"'])
        return self.keyword("persona") + self.some() + key + self.gap() + "{" + self.gap() + self.items(inner=True) + self.gap() + "}\n"

    def program(self):
        if self.rng.random() < 0.3:
            return "".join(self.persona() for _ in range(self.rng.randrange(1, 3)))
        return self.items()


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
