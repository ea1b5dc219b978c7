import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { colours, grammar, pieces, type Piece } from "./tokens";

const ROOT = process.env.EXTENSION ?? "";
const language = await grammar();

/** Every persona below a directory of the repository. */
function personas(directory: string): [string, string][] {
  const below = path.join(ROOT, "../..", directory);
  const files = readdirSync(below, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".persona"));
  return files.map((file) => [path.join(directory, file), readFileSync(path.join(below, file), "utf8")]);
}

const shown = ({ line, text, scopes }: Piece): string => `${line + 1}: ${JSON.stringify(text)} ${scopes.join(" ")}`;

test("every word and sign of the library has a colour, and none is taken for a mistake", () => {
  const library = personas("personas");
  assert.ok(library.length > 20);
  for (const [name, text] of library) {
    const odd = pieces(language, text).filter((piece) => colours(piece).length === 0 || piece.scopes.some((scope) => scope.startsWith("invalid")));
    assert.deepEqual(odd.map(shown), [], name);
  }
});

test("what the formatter's tests hold is no mistake either", () => {
  const all = personas("tests/fixtures_fmt");
  assert.ok(all.length > 10);
  for (const [name, text] of all) {
    const odd = pieces(language, text).filter((piece) => colours(piece).length === 0 || piece.scopes.some((scope) => scope.startsWith("invalid")));
    assert.deepEqual(odd.map(shown), [], name);
  }
});

test("whatever is broken, a new persona and a new setting begin as always", () => {
  const broken = ['title = "open', "title in [CEO, CFO", 'title in ["open', "title in [", "title =", "title in", "limit:", "let x =", "let x = [a", "use", 'use "open', 'use "a" as', "not", "title = CEO and", "title = (", "persona x {", "persona", "$", "“open", "'open", "`open", "size 5..", "env(", "}", "]", ")", "# personac: allow(", "name: “open"];
  for (const before of broken) {
    const text = `${before}\nname: "x"\nand title in [CEO]\npersona second {\n    limit: 5\n}\n`;
    const behind = pieces(language, text).filter(({ line }) => line > 0).map((piece) => `${piece.text.trim()} ${colours(piece).at(-1) ?? ""}`);
    assert.deepEqual(behind, [
      "name support.type.property-name.setting",
      ": punctuation.separator.key-value",
      '" punctuation.definition.string.begin',
      "x string.quoted.double",
      '" punctuation.definition.string.end',
      "and keyword.control.logical",
      "title support.type.property-name.field",
      "in keyword.control.in",
      "[ punctuation.section.brackets.begin",
      "CEO string.unquoted",
      "] punctuation.section.brackets.end",
      "persona keyword.control.persona",
      "second entity.name.type.class",
      "{ punctuation.section.block.begin",
      "limit support.type.property-name.setting",
      ": punctuation.separator.key-value",
      "5 constant.numeric",
      "} punctuation.section.block.end",
    ], before);
  }
});

test("an object that is not closed ends where a clause or a persona begins", () => {
  for (const before of ['custom: { a: "open', "custom: { a: [1, 2", "custom: {", "custom: { a: { b: 1"]) {
    for (const [after, scope] of [["and title = CEO", "keyword.control.logical"], ["persona x {", "keyword.control.persona"], ["let x = 5", "keyword.control.let"], ['use "x"', "keyword.control.use"]] as const) {
      const [first] = pieces(language, `${before}\n${after}`).filter(({ line }) => line === 1);
      assert.equal(first?.scopes.at(-1), scope, `${before} ${after}`);
    }
  }
});

test("a string ends with its line", () => {
  for (const opener of ['"', "“", "'", "`", "«", '"\\', '"a\\"']) {
    const text = `title = ${opener}open # no comment\nsize 1..10`;
    const second = pieces(language, text).filter(({ line }) => line === 1).map((piece) => colours(piece).at(-1));
    assert.deepEqual(second, ["support.type.property-name.field", "constant.numeric", "keyword.operator.range", "constant.numeric"], opener);
  }
});

test("the page that holds every construct is a persona", () => {
  const page = readFileSync(path.join(ROOT, "tests/grammar/every_construct.persona"), "utf8");
  const run = (): string => execFileSync(process.env.PERSONAC ?? "", ["lint", "-", "--output-format", "json"], { input: page, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });
  assert.throws(run, ({ stdout, stderr }: { stdout: string; stderr: string }) => {
    const findings = JSON.parse(stdout || stderr) as { severity: string; name: string }[];
    const errors = findings.filter(({ severity }) => severity === "error").map(({ name }) => name);
    // The two files that it uses are not there.
    assert.deepEqual(errors, ["missing-file", "missing-file"]);
    return true;
  });
});

test("the longest lines that VS Code colours are coloured to their end", () => {
  const parts = ['"a\\"b", ', "word, ", "and ", "(", "-b", "a = ", "1..", "not ", '"', "$a.b ", "# ", "{a: ", "[", " "];
  for (const part of parts) {
    const line = `title in [${part.repeat(20_000 / part.length)}`;
    const seen = pieces(language, line).map(({ text }) => text).join("");
    assert.equal(seen.replaceAll(" ", ""), line.replaceAll(" ", ""), part);
  }
});
