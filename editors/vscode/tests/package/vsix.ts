// The package, unpacked.

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";

/** Where the sources of the extension are. */
export const ROOT = process.env.EXTENSION ?? "";
/** The program that is tested with. */
export const PERSONAC = process.env.PERSONAC ?? "";

/** The files of the package that `npm run package` made, by their names. */
export function packaged(): Record<string, Uint8Array> {
  return unzipSync(readFileSync(path.join(ROOT, "personac-0.1.0.vsix")));
}

/** Unpack it as the editor does; the directory of the extension. */
export function unpack(): string {
  const room = mkdtempSync(path.join(tmpdir(), "personac-vsix-"));
  for (const [name, bytes] of Object.entries(packaged())) {
    const file = path.join(room, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return path.join(room, "extension");
}
