// Bundles the tests and runs them. PERSONAC names the program, VSIX the package.

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

const root = path.join(import.meta.dirname, "..");
const found = readdirSync(path.join(root, "tests"), { recursive: true }).filter((file) => file.endsWith(".test.ts"));
process.env.PERSONAC ??= ["release", "debug"].map((kind) => path.join(root, "../../target", kind, "personac")).find(existsSync) ?? "";
if (!existsSync(process.env.PERSONAC)) {
  console.error("no personac to test with: say in PERSONAC where it is, as an absolute path");
  process.exit(1);
}
rmSync(path.join(root, "out"), { recursive: true, force: true });
await build({
  entryPoints: found.map((file) => path.join(root, "tests", file)),
  outdir: path.join(root, "out"),
  outbase: path.join(root, "tests"),
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  outExtension: { ".js": ".mjs" },
  target: "node20",
  sourcemap: "inline",
  logLevel: "warning",
});
const files = found.map((file) => path.join(root, "out", file.replace(/\.ts$/, ".mjs")));
const environment = { ...process.env, EXTENSION: root, NODE_OPTIONS: "--enable-source-maps" };
const { status } = spawnSync(process.execPath, ["--test", "--test-timeout=120000", ...files], { stdio: "inherit", env: environment });
process.exit(status ?? 1);
