// The numbers with names of the editor's interface, as its own description declares them.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Every enumeration of the interface. */
export function enumerations(): Record<string, Record<string, number | string>> {
  const require = createRequire(import.meta.url);
  const declared = readFileSync(require.resolve("@types/vscode/package.json").replace("package.json", "index.d.ts"), "utf8");
  const plain = declared.replace(/\/\*[\s\S]*?\*\//g, "");
  const found = plain.matchAll(/export enum (\w+) \{([^}]*)\}/g);
  return Object.fromEntries([...found].map(([, name = "", body = ""]) => [name, members(body)]));
}

/** Numbers are names of their names, as the compiler makes them. */
function members(body: string): Record<string, number | string> {
  const made: Record<string, number | string> = {};
  let next = 0;
  for (const [, name = "", value] of body.matchAll(/(\w+)(?:\s*=\s*(-?\d+))?\s*(?:,|$)/gm)) {
    const number = value === undefined ? next : Number(value);
    made[name] = number;
    made[number] = name;
    next = number + 1;
  }
  return made;
}
