import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { type Surroundings } from "../../src/core/candidates";
import { isProblem, locate, NotRunning, TITLES, type Problem } from "../../src/core/problem";

const room = mkdtempSync(path.join(tmpdir(), "personac-probe-"));

function around(setting: string): Surroundings {
  return { setting, extension: room, folder: undefined, env: {}, platform: "linux", home: room };
}

function script(name: string, lines: string): string {
  const file = path.join(room, name);
  writeFileSync(file, `#!/bin/sh\n${lines}\n`);
  chmodSync(file, 0o755);
  return file;
}

async function problem(setting: string): Promise<Problem> {
  const found = await locate(around(setting));
  assert.ok(isProblem(found));
  return found;
}

test("the real program is usable", async () => {
  const file = process.env.PERSONAC ?? "";
  assert.deepEqual(await locate(around(file)), { file, origin: "setting", version: "0.1.0" });
});

test("nothing is found, and what to do is said", async () => {
  assert.deepEqual(await problem(""), {
    message: "personac is not on the PATH: install it, or say in the setting personac.path where it is",
    remedies: ["install", "settings", "again"],
  });
  assert.match((await problem("/nowhere")).message, /^no program is at \/nowhere, where the setting personac.path looks: /);
});

test("a program that knows no editors is too old", async () => {
  const old = script("old", '[ "$1" = --version ] && echo "personac 0.0.9" || exit 2');
  assert.match((await problem(old)).message, /^personac 0\.0\.9 at .*old is too old to serve editors: install a newer one/);
});

test("a program that is another, or breaks, is not used", async () => {
  const reasons: [string, string, RegExp][] = [
    ["other", 'echo "tailor 3.1"', /, since it is another program of that name: /],
    ["broken", "exit 7", /, since it ends with 7: /],
    ["signal", "kill -9 $$", /, since Command failed: /],
  ];
  for (const [name, lines, expected] of reasons) {
    assert.match((await problem(script(name, lines))).message, expected);
  }
});

test("a program that waits for input gets none", async () => {
  const reader = script("reader", "cat >/dev/null; exit 3");
  assert.match((await problem(reader)).message, /it ends with 3/);
});

test("every message is one sentence, and every remedy has a button", async () => {
  const all = [await problem(""), await problem("/nowhere"), new NotRunning(undefined).problem];
  for (const { message, remedies } of all) {
    assert.doesNotMatch(message, /\.$|\n/);
    assert.ok(remedies.every((remedy) => TITLES[remedy] !== ""));
  }
});
