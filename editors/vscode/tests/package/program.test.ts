// The program behind the packaged extension: missing, old, restarted, dead.

import assert from "node:assert/strict";
import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, test } from "node:test";
import { HEAD, ROOM, Session } from "./session";
import { PERSONAC } from "./vsix";

let session: Session;

afterEach(() => session.end());

async function start(program = PERSONAC): Promise<void> {
  session = new Session(program);
  await session.activate();
}

/** A program of our own. */
function script(name: string, lines: string): string {
  const file = path.join(ROOM, name);
  writeFileSync(file, `#!/bin/sh\n${lines}\n`);
  chmodSync(file, 0o755);
  return file;
}

test("a missing program is said, and found once the setting is right", async () => {
  await start("/nowhere/personac");
  const message = "no program is at /nowhere/personac, where the setting personac.path looks: correct the path, or leave it empty to use the PATH";
  assert.deepEqual(session.editor.messages, [{ text: message, buttons: ["Open Settings", "Try Again"] }]);
  const document = session.open("j.persona", `${HEAD}senority >= VP\n`);
  session.editor.press = "Open Settings";
  await session.run("personac.showRequestBody");
  await session.until("the settings", () => session.editor.executed.some(([name, what]) => name === "workbench.action.openSettings" && what === "personac.path"));
  assert.equal(session.editor.messages.length, 2);
  session.editor.set("personac.path", PERSONAC);
  await session.until("the finding", () => session.codes(document).includes("P201"));
});

test("a program that knows no editors is said", async () => {
  const old = script("personac", '[ "$1" = --version ] && echo "personac 0.0.9" || exit 2');
  await start(old);
  const [message] = session.editor.messages;
  assert.equal(message?.text, `personac 0.0.9 at ${old} is too old to serve editors: install a newer one, or name another in the setting personac.path`);
  assert.deepEqual(message.buttons, ["How to Install", "Open Settings", "Try Again"]);
});

/** A program that writes down the process of each server that it starts. */
function recorder(name: string): { readonly program: string; readonly pids: () => number[] } {
  const written = path.join(ROOM, `${name}.pids`);
  const program = script(name, `[ "$*" = lsp ] && echo $$ >>${written}\nexec ${PERSONAC} "$@"`);
  return { program, pids: () => readFileSync(written, "utf8").trim().split("\n").map(Number) };
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("restarted, the server knows the open texts, and the old one is gone", async () => {
  const { program, pids } = recorder("restarted");
  await start(program);
  const document = session.open("k.persona", `${HEAD}senority >= VP\n`);
  await session.until("the finding", () => session.codes(document).includes("P201"));
  await session.run("personac.restartServer");
  const [old = 0, current = 0] = pids();
  assert.equal(pids().length, 2);
  await session.until("the old one to end", () => !lives(old));
  await session.until("the finding again", () => session.codes(document).length === 1);
  session.editor.documents.edit(document, "senority", "seniority");
  await session.until("no finding", () => session.codes(document).length === 0);
  assert.deepEqual(session.editor.messages, []);
  await session.end();
  await session.until("nothing to be left", () => !lives(current));
});

test("restarted twice at once, one server is left", async () => {
  const { program, pids } = recorder("twice");
  await start(program);
  await Promise.all([session.run("personac.restartServer"), session.run("personac.restartServer")]);
  await session.until("one", () => pids().filter(lives).length === 1);
  assert.equal(pids().length, 3);
});

test("a server that dies is started again", async () => {
  const { program, pids } = recorder("dying");
  await start(program);
  const document = session.open("l.persona", `${HEAD}senority >= VP\n`);
  await session.until("the finding", () => session.codes(document).includes("P201"));
  process.kill(pids()[0] ?? 0, "SIGKILL");
  await session.until("another process", () => pids().length === 2);
  session.editor.documents.edit(document, "senority", "seniority");
  await session.until("no finding", () => session.codes(document).length === 0);
});
