"""A generator of right programs."""


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
