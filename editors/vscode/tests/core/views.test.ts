import assert from "node:assert/strict";
import { test } from "node:test";
import { askedAt, Bodies, bodyAddress } from "../../src/core/bodies";
import { meant, pageAddress, topicAt, type Finding } from "../../src/core/pages";
import { placeAt, places, type Lens } from "../../src/core/personas";
import { asked, SHOW_BODY } from "../../src/core/protocol";
import { refined } from "../../src/core/semanticTokens";

test("a body has the name of the file that it is built to", () => {
  const path = (uri: string, persona: string | null): string => bodyAddress({ uri, persona }).path;
  assert.equal(path("file:///a/b%20c/sales.persona", null), "/a/b c/sales.json");
  assert.equal(path("file:///a/sales.persona", "buyer"), "/a/sales.buyer.json");
  assert.equal(path("file:///a/sales.persona", "../x/y"), "/a/sales..._x_y.json");
  assert.equal(path("file://host/share/sales.persona", null), "/share/sales.json");
  assert.equal(path("file:///c%3A/x.persona", null), "/c:/x.json");
  assert.equal(path("untitled:Untitled-1", null), "/Untitled-1.json");
});

test("an address says whose body it is", () => {
  const wanted = { uri: "file:///a/sal%26es.persona", persona: 'a "key" & more' };
  assert.deepEqual(askedAt(bodyAddress(wanted)), wanted);
});

test("a body stays while it cannot be made, with the reason above it", async () => {
  let answer = (): Promise<{ text: string }> => Promise.resolve({ text: "{}\n" });
  const bodies = new Bodies(() => answer());
  const wanted = { uri: "file:///a.persona", persona: null };
  const fail = (): Promise<{ text: string }> => Promise.reject(new Error("first\nsecond"));
  answer = fail;
  assert.equal(await bodies.text(wanted), "// first\n// second\n");
  answer = () => Promise.resolve({ text: "{}\n" });
  assert.equal(await bodies.text(wanted), "{}\n");
  answer = fail;
  assert.equal(await bodies.text(wanted), "// first\n// second\n// What follows is the body from before that.\n{}\n");
  assert.equal(await bodies.text({ ...wanted, persona: "other" }), "// first\n// second\n");
  bodies.forget(wanted);
  assert.equal(await bodies.text(wanted), "// first\n// second\n");
});

test("a long reason is broken between words", async () => {
  const reason = `${"word ".repeat(30)}${"x".repeat(80)} end`;
  const bodies = new Bodies(() => Promise.reject(new Error(reason)));
  const lines = (await bodies.text({ uri: "file:///a", persona: null })).trimEnd().split("\n");
  assert.ok(lines.every((line) => line.length <= 64 || line === `// ${"x".repeat(80)}`), lines.join("\n"));
  assert.equal(lines.map((line) => line.slice(3)).join(" "), reason);
});

test("a page is found again by its address", () => {
  for (const topic of ["P201", "unknown-field", "years_in_position"]) {
    assert.equal(topicAt(pageAddress(topic)), topic);
  }
});

test("the finding at the cursor is meant, else those of the line", () => {
  const at = (code: string, startLine: number, startCharacter: number, endCharacter: number, endLine = startLine): Finding => ({ code, startLine, startCharacter, endLine, endCharacter });
  const all = [at("P1", 1, 4, 8), at("P2", 1, 20, 30), at("P1", 1, 5, 7), at("P3", 3, 0, 2, 5)];
  const codes = (line: number, character: number): string[] => meant(all, line, character).map(({ code }) => code);
  assert.deepEqual(codes(1, 6), ["P1"]);
  assert.deepEqual(codes(1, 8), ["P1"]);
  assert.deepEqual(codes(1, 15), ["P1", "P2"]);
  assert.deepEqual(codes(2, 0), []);
  assert.deepEqual(codes(4, 99), ["P3"]);
});

test("a persona reaches to the next one", () => {
  const lens = (line: number, persona: string | null, command = SHOW_BODY): Lens => ({ range: { start: { line } }, command: { command, arguments: ["file:///a", persona] } });
  const two = places([lens(2, "one"), lens(2, "one", "personac.preview"), lens(9, "two"), { range: { start: { line: 1 } } }]);
  assert.deepEqual(two, [{ line: 2, persona: "one" }, { line: 9, persona: "two" }]);
  assert.equal(placeAt(two, 0), undefined);
  assert.equal(placeAt(two, 2)?.persona, "one");
  assert.equal(placeAt(two, 8)?.persona, "one");
  assert.equal(placeAt(two, 99)?.persona, "two");
  assert.equal(placeAt(places([lens(5, "only")]), 0)?.persona, "only");
});

test("the arguments of a command name a persona, or nothing", () => {
  assert.deepEqual(asked(["file:///a", "b"]), { uri: "file:///a", persona: "b" });
  assert.deepEqual(asked(["file:///a", null]), { uri: "file:///a", persona: null });
  assert.equal(asked([5]), undefined);
  assert.equal(asked([]), undefined);
});

test("tokens that are left out move those behind them", () => {
  const types = ["keyword", "property", "comment", "enumMember"];
  const all = [0, 0, 7, 2, 0, 1, 4, 5, 1, 0, 0, 8, 2, 0, 0, 0, 4, 6, 3, 2, 2, 3, 5, 1, 0];
  assert.deepEqual([...refined(Uint32Array.from(all), types)], [1, 4, 5, 1, 0, 0, 12, 6, 3, 2, 2, 3, 5, 1, 0]);
  assert.deepEqual([...refined(new Uint32Array(), types)], []);
});
