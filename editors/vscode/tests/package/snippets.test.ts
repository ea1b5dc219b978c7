// What snippets write, with what stands in them until somebody types over it, is understood.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { PERSONAC, ROOT } from "./vsix";

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: string | readonly string[];
}

const file = path.join(ROOT, "snippets/persona.json");
const snippets = JSON.parse(readFileSync(file, "utf8")) as Record<string, Snippet>;

/** The text of a snippet: of each placeholder its default, of each choice its first. */
function expanded({ body }: Snippet): string {
  const choices = [body].flat().join("\n").replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1");
  return choices.replace(/\$\{\d+:([^}]*)\}/g, "$1").replace(/\$\d+/g, "");
}

/** What is found wrong that is not about a file or a variable which is not there. */
function mistakes(text: string): string[] {
  const options = ["lint", "-", "--output-format", "json"];
  const { stdout, stderr } = spawnSync(PERSONAC, options, { input: text, encoding: "utf8", env: { ...process.env, LEADS_WEBHOOK: "https://hooks.example.com/leads" } });
  const findings = JSON.parse(stdout || stderr) as { name: string; severity: string }[];
  const absent = ["missing-file", "no-filter"];
  return findings.filter(({ name, severity }) => severity === "error" && !absent.includes(name)).map(({ name }) => name);
}

for (const [name, snippet] of Object.entries(snippets)) {
  test(`the snippet “${name}” writes what is understood`, () => {
    const text = expanded(snippet);
    assert.doesNotMatch(text, /\$\{/);
    // A snippet that begins with `and` goes on where a clause ends.
    assert.deepEqual(mistakes(snippet.prefix.startsWith("and") ? `title = CEO\n${text}` : text), []);
    assert.notEqual(snippet.description, "");
  });
}
