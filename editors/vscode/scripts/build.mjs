// Bundles the extension into one file, and collects the licences of what is in it.

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const result = await build({
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node20",
  external: ["vscode"],
  minify: true,
  legalComments: "none",
  // The bundle is for Node; the libraries' browser halves stay out.
  mainFields: ["module", "main"],
  metafile: true,
  logLevel: "warning",
});

const packages = Object.keys(result.metafile.inputs).map((file) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
const notices = [...new Set(packages)].filter((room) => room !== undefined).map((room) => {
  const { name, version, license } = JSON.parse(readFileSync(path.join(room, "package.json"), "utf8"));
  const file = readdirSync(room).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) {
    throw new Error(`${name} comes without its licence`);
  }
  return `${name} ${version} (${license})\n\n${readFileSync(path.join(room, file), "utf8").trim()}\n`;
});
writeFileSync("dist/third-party-licenses.txt", notices.join(`\n${"-".repeat(80)}\n\n`));
