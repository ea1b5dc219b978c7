// What is in the package, and that what its manifest names is there.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { packaged, PERSONAC, ROOT } from "./vsix";

interface Manifest {
  readonly icon: string;
  readonly main: string;
  readonly contributes: {
    readonly languages: readonly { readonly configuration: string; readonly icon: { readonly light: string; readonly dark: string } }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly snippets: readonly { readonly path: string }[];
    readonly commands: readonly { readonly title: string }[];
    readonly configuration: { readonly properties: Record<string, unknown> };
    readonly problemMatchers: readonly { readonly pattern: { readonly regexp: string } }[];
  };
}

const files = packaged();
const text = (name: string): string => new TextDecoder().decode(files[`extension/${name}`]);
const manifest = JSON.parse(text("package.json")) as Manifest;
const { contributes } = manifest;

test("the package holds what the editor reads, and nothing else", () => {
  assert.deepEqual(Object.keys(files).sort(), [
    "[Content_Types].xml",
    "extension.vsixmanifest",
    "extension/LICENSE.txt",
    "extension/changelog.md",
    "extension/dist/extension.js",
    "extension/dist/third-party-licenses.txt",
    "extension/icons/persona-dark.svg",
    "extension/icons/persona-light.svg",
    "extension/icons/personac.png",
    "extension/language-configuration.json",
    "extension/package.json",
    "extension/readme.md",
    "extension/snippets/persona.json",
    "extension/syntaxes/markdown.tmLanguage.json",
    "extension/syntaxes/persona.tmLanguage.json",
  ]);
  assert.doesNotMatch(text("dist/extension.js"), /sourceMappingURL/);
});

test("what the manifest names is in the package", () => {
  const icons = contributes.languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]);
  const parts = [...contributes.grammars, ...contributes.snippets].map((part) => part.path);
  for (const name of [manifest.icon, manifest.main, ...icons, ...parts]) {
    assert.ok(files[path.posix.join("extension", name)], name);
  }
});

test("the README names every command and every setting", () => {
  const readme = text("readme.md");
  const titles = contributes.commands.map(({ title }) => `Personac: ${title}`);
  for (const name of [...titles, ...Object.keys(contributes.configuration.properties)]) {
    assert.ok(readme.includes(name), name);
  }
});

test("the licences of all that is bundled come along", () => {
  const notices = text("dist/third-party-licenses.txt");
  for (const name of ["vscode-languageclient", "vscode-jsonrpc", "semver", "minimatch"]) {
    assert.match(notices, new RegExp(`^${name} \\d`, "m"));
  }
});

test("the problem matcher reads concise findings", () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "personac-")), "a.persona");
  writeFileSync(file, 'name: "x"\nsenority >= VP\n');
  const run = (): string => execFileSync(PERSONAC, ["lint", file, "--output-format", "concise"], { encoding: "utf8", stdio: "pipe" });
  assert.throws(run, ({ stdout, stderr }: { stdout: string; stderr: string }) => {
    const pattern = new RegExp(contributes.problemMatchers[0]?.pattern.regexp ?? "");
    const found = (stdout + stderr).split("\n").flatMap((line) => pattern.exec(line)?.slice(1, 6).join(" ") ?? []);
    assert.ok(found.includes(`${file} 2 1 error P201`), found.join("\n"));
    return true;
  });
});

test("the word pattern takes hyphens and accented letters", () => {
  const { wordPattern } = JSON.parse(readFileSync(path.join(ROOT, "language-configuration.json"), "utf8")) as { wordPattern: { pattern: string; flags: string } };
  const pattern = new RegExp(wordPattern.pattern, `${wordPattern.flags}g`);
  assert.deepEqual('location in [Île-de-France, "a"] 1_000..10k'.match(pattern), ["location", "in", "Île-de-France", "a", "1_000", "10k"]);
});
