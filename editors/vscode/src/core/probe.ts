// Whether a program is a personac that serves editors.

import { execFile } from "node:child_process";

/** What a program said of itself. */
export type Probe =
  | { readonly kind: "usable"; readonly version: string }
  | { readonly kind: "too-old"; readonly version: string }
  | { readonly kind: "broken"; readonly reason: string };

/** A program that says nothing for so long is not ours. */
const PATIENCE_MS = 10_000;

/** Ask a program for its version and whether it knows `lsp`. */
export async function probe(file: string): Promise<Probe> {
  const said = await run(file, ["--version"]);
  const version = /^personac (\S+)/.exec(said.output)?.[1];
  if (version === undefined) {
    return { kind: "broken", reason: said.failure ?? "it is another program of that name" };
  }
  const help = await run(file, ["lsp", "--help"]);
  return { kind: help.failure === undefined ? "usable" : "too-old", version };
}

interface Said {
  readonly output: string;
  readonly failure: string | undefined;
}

function run(file: string, args: readonly string[]): Promise<Said> {
  return new Promise((resolve) => {
    const options = { timeout: PATIENCE_MS, windowsHide: true };
    const child = execFile(file, args, options, (error, output) => {
      resolve({ output, failure: error === null ? undefined : reason(error) });
    });
    // It may read what is typed; there is nobody who types.
    child.stdin?.end();
  });
}

function reason(error: Error & { killed?: boolean | undefined; code?: unknown }): string {
  if (error.killed === true) {
    return `it says nothing for ${PATIENCE_MS / 1000} seconds`;
  }
  return typeof error.code === "number" ? `it ends with ${error.code}` : error.message;
}
