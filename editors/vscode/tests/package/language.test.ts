// What the packaged extension shows of a persona.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { type URI } from "vscode-uri";
import {
  CodeActionKind,
  Position,
  Range,
  Uri,
  type CodeAction,
  type CodeLens,
  type CompletionList,
  type SemanticTokens,
} from "../stand-in/values";
import { HEAD, NEVER, ROOM, Session } from "./session";

let session: Session;

beforeEach(async () => {
  session = new Session();
  await session.activate();
});

afterEach(() => session.end());

test("findings come and go while the text changes, and name their page", async () => {
  const document = session.open("a.persona", `${HEAD}senority >= VP\n`);
  await session.until("the finding", () => session.codes(document).includes("P201"));
  const [finding] = session.editor.findings(document);
  assert.equal((finding?.code as { target: { toString(): string } }).target.toString(), "personac-page:/P201.md");
  assert.equal(finding?.range.start.line, 3);
  session.editor.documents.edit(document, "senority", "seniority");
  await session.until("no finding", () => session.codes(document).length === 0);
  assert.deepEqual(session.editor.messages, []);
});

test("labels are completed with their IDs", async () => {
  const document = session.open("b.persona", `${HEAD}seniority = Dir`);
  const place = new Position(3, 15);
  const { items } = await session.editor.ask<CompletionList>("CompletionItemProvider", "provideCompletionItems", document, place, NEVER, { triggerKind: 0 });
  assert.equal(items[0]?.label, "Director");
  assert.match(items[0].detail ?? "", /220/);
});

test("suggestions do not come unasked where a line may end", async () => {
  const document = session.open("n.persona", `${HEAD}seniority in [`);
  const ask = (triggerCharacter?: string): Promise<CompletionList | undefined> =>
    session.editor.ask("CompletionItemProvider", "provideCompletionItems", document, new Position(3, 14), NEVER, { triggerKind: 1, triggerCharacter });
  for (const sign of ["[", "(", ",", "=", ":"]) {
    assert.equal(await ask(sign), undefined);
  }
  for (const sign of [undefined, " ", '"', "$", "."]) {
    assert.ok(((await ask(sign))?.items.length ?? 0) > 0, sign);
  }
});

test("the body is shown beside the source, follows it, and says why it cannot", async () => {
  const document = session.open("c.persona", `${HEAD}function = Sales\n`);
  await session.run("personac.showRequestBody");
  const body = await session.until("the body", () => session.shown("/c.json"));
  assert.deepEqual(JSON.parse(body.getText()), { name: "x", webhook_url: "https://hooks.example.com/leads", limit: 5, functions: ["25"] });
  const options = session.editor.executed.find(([name]) => name === "showTextDocument")?.[2];
  assert.deepEqual(options, { viewColumn: -2, preserveFocus: true, preview: false });

  session.editor.documents.edit(document, "Sales", "Marketing");
  await session.until("the new body", () => body.getText().includes('"15"'));
  session.editor.documents.edit(document, "Marketing", "Marketin");
  await session.until("the reason", () => body.getText().startsWith("// "));
  const [reason = "", rest = ""] = body.getText().split(/\n(?=\{)/);
  const words = reason.replace(/\n?\/\/ /g, " ").trim();
  assert.match(words, /c\.persona` has 1 error: no function is called `Marketin` What follows is the body from before that\.$/);
  assert.deepEqual((JSON.parse(rest) as { functions: unknown }).functions, ["15"]);
  session.editor.documents.edit(document, "Marketin", "Marketing");
  await session.until("the body without a reason", () => body.getText().startsWith("{"));
});

test("what is used from the disk is followed", async () => {
  const library = path.join(ROOM, "titles.persona");
  writeFileSync(library, "let chiefs = [CEO]\n");
  const document = session.open("m.persona", `${HEAD}use "titles.persona" as titles\ntitle in $titles.chiefs\n`);
  await session.run("personac.showRequestBody");
  const body = await session.until("the body", () => session.shown("/m.json"));
  assert.match(body.getText(), /"CEO"/);
  writeFileSync(library, "let chiefs = [CEO, CFO]\n");
  session.editor.files.fire(Uri.file(library));
  await session.until("the new title", () => body.getText().includes('"CFO"'));
  writeFileSync(library, "let heads = [CEO]\n");
  session.editor.files.fire(Uri.file(library));
  await session.until("the finding", () => session.codes(document).length > 0);
});

test("of several personas, the one at the cursor is shown", async () => {
  session.open("d.persona", `${HEAD}persona one {\n    function = Sales\n}\npersona two {\n    function = Marketing\n}\n`);
  session.editor.moveTo(7, 0);
  await session.run("personac.showRequestBody");
  assert.match((await session.until("the body", () => session.shown("/d.two.json"))).getText(), /"15"/);
});

test("a code lens shows what it names", async () => {
  const document = session.open("e.persona", `${HEAD}persona one {\n    function = Sales\n}\n`);
  const lenses = await session.editor.ask<CodeLens[]>("CodeLensProvider", "provideCodeLenses", document, NEVER);
  const lens = lenses.find(({ command }) => command?.title === "build: show request body");
  assert.ok(lens?.command);
  await session.run(lens.command.command, ...(lens.command.arguments ?? []));
  assert.match((await session.until("the body", () => session.shown("/e.one.json"))).getText(), /"25"/);
});

test("a file without a persona is said", async () => {
  session.open("lib.persona", "let x = [CEO]\n");
  await session.run("personac.showRequestBody");
  assert.equal(session.editor.messages.length, 1);
  assert.match(session.editor.messages[0]?.text ?? "", /lib\.persona` is no persona of its own$/);
  assert.equal(session.shown("/lib.json"), undefined);
});

test("the page of a finding at the cursor is shown, and one that is asked for", async () => {
  const document = session.open("f.persona", `${HEAD}senority >= VP\n`);
  await session.until("the finding", () => session.codes(document).length > 0);
  session.editor.moveTo(3, 2);
  await session.run("personac.explainDiagnostic");
  const uri = session.editor.executed.find(([name]) => name === "markdown.showPreviewToSide")?.[1] as URI;
  assert.equal(String(uri), "personac-page:/P201.md");
  const page = await session.document(uri);
  assert.ok(page.getText().startsWith("# P201 unknown-field (error)\n"), page.getText());
  await session.run("personac.explain", "title");
  assert.equal(String(session.editor.executed.findLast(([name]) => name === "markdown.showPreviewToSide")?.[1]), "personac-page:/title.md");
  await session.run("personac.explainDiagnostic", "P999");
  assert.deepEqual(session.editor.messages.map(({ text }) => text), ["nothing is called `P999`"]);
});

test("each finding offers its page among its fixes", async () => {
  const document = session.open("g.persona", `${HEAD}senority >= VP\n`);
  await session.until("the finding", () => session.codes(document).length > 0);
  const context = { diagnostics: session.editor.findings(document), only: undefined, triggerKind: 1 };
  const ask = async (only: CodeActionKind | undefined): Promise<string[]> => {
    const place = new Range(3, 2, 3, 2);
    const actions = await session.editor.ask<CodeAction[]>("CodeActionsProvider", "provideCodeActions", document, place, { ...context, only }, NEVER);
    return actions.map(({ title }) => title);
  };
  const titles = await ask(undefined);
  assert.equal(titles.at(-1), "explain P201");
  assert.ok(titles.length > 1, titles.join());
  assert.ok(!(await ask(new CodeActionKind("source.fixAll"))).includes("explain P201"));
});

test("what the grammar colours more finely is left to it", async () => {
  const document = session.open("h.persona", '# personac: allow(no-limit)\ntitle = "a\\"b" and function = Sales\n');
  const { data } = await session.editor.ask<SemanticTokens>("DocumentSemanticTokensProvider", "provideDocumentSemanticTokens", document, NEVER);
  const tokens = Array.from({ length: data.length / 5 }, (_, at) => [...data.subarray(at * 5, at * 5 + 3)]);
  // `title`, `function`, `Sales`: no comment, no string, no sign.
  assert.deepEqual(tokens, [[1, 0, 5], [0, 19, 8], [0, 11, 5]]);
});

test("a count needs trust, and what keeps it from being asked is said", async () => {
  session.open("i.persona", `${HEAD}function = Sales\n`);
  session.editor.isTrusted = false;
  await session.run("personac.previewCount");
  assert.deepEqual(session.editor.messages.map(({ text }) => text), ["nothing is asked of the API from a workspace that is not trusted"]);
  session.editor.isTrusted = true;
  await session.run("personac.previewCount");
  assert.match(session.editor.messages[1]?.text ?? "", /^there is no API key: /);
});

