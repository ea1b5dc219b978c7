import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { candidates, find, type Surroundings } from "../../src/core/candidates";

const room = mkdtempSync(path.join(tmpdir(), "personac-find-"));

function around(changes: Partial<Surroundings> = {}): Surroundings {
  const env = { PATH: `${room}/bin:.:${room}/other` };
  return { setting: "", extension: `${room}/ext`, folder: "/work space", env, platform: "linux", home: `${room}/home`, ...changes };
}

const files = (surroundings: Surroundings): string[] => candidates(surroundings).map(({ file }) => file);

function program(file: string, mode = 0o755): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, "#!/bin/sh\n");
  chmodSync(file, mode);
}

test("who names a program wants that one", () => {
  assert.deepEqual(candidates(around({ setting: " /opt/personac " })), [{ file: "/opt/personac", origin: "setting" }]);
  assert.deepEqual(files(around({ setting: "~/bin/personac" })), [`${room}/home/bin/personac`]);
  assert.deepEqual(files(around({ setting: "~other/personac" })), ["~other/personac"]);
  assert.deepEqual(files(around({ setting: "${workspaceFolder}/target/release/personac" })), ["/work space/target/release/personac"]);
});

test("the bundled program comes before the PATH, and Cargo's last", () => {
  const expected = [`${room}/ext/server/personac`, `${room}/bin/personac`, `${room}/other/personac`, `${room}/home/.cargo/bin/personac`];
  // What lies in the current directory is never run.
  assert.deepEqual(files(around()), expected);
  assert.equal(files(around({ env: { CARGO_HOME: "/cargo" } })).at(-1), "/cargo/bin/personac");
});

test("on Windows it ends in .exe, and the PATH may be spelt Path", () => {
  const all = files(around({ platform: "win32", env: { Path: `${room}/bin;${room}/other` } }));
  assert.ok(all.every((file) => file.endsWith("personac.exe")), all.join());
  assert.equal(all.length, 4);
});

test("the first that can be run is found", () => {
  program(`${room}/bin/personac`, 0o644);
  mkdirSync(`${room}/other/personac`, { recursive: true });
  assert.equal(find(around()), undefined);
  program(`${room}/home/.cargo/bin/personac`);
  assert.equal(find(around())?.origin, "cargo");
  program(`${room}/bin/personac`);
  assert.equal(find(around())?.origin, "path");
  program(`${room}/ext/server/personac`);
  assert.equal(find(around())?.origin, "bundled");
});
