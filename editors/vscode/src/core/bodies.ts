// The documents that show request bodies: their addresses and their text.

import path from "node:path";
import type { Asked } from "./protocol";

/** The scheme of their addresses. */
export const BODY_SCHEME = "personac-body";

/** The parts of an address. */
export interface Address {
  readonly scheme: string;
  readonly path: string;
  readonly query: string;
}

/** Where the bodies of a persona are shown. The name is that of the file which `personac build` writes. */
export function bodyAddress(asked: Asked): Address {
  const source = decodeURIComponent(asked.uri.replace(/^[a-z-]+:(\/\/[^/]*)?/i, ""));
  const stem = path.posix.basename(source, ".persona");
  const key = asked.persona === null ? "" : `.${asked.persona.replaceAll(/[/\\]/g, "_")}`;
  const directory = path.posix.join("/", path.posix.dirname(source));
  return { scheme: BODY_SCHEME, path: path.posix.join(directory, `${stem}${key}.json`), query: JSON.stringify(asked) };
}

/** The persona whose bodies are shown at an address. */
export function askedAt(address: { readonly query: string }): Asked {
  return JSON.parse(address.query) as Asked;
}

/** The texts of the documents. While a persona does not compile, the last body stays, with the reason above it. */
export class Bodies {
  private readonly last = new Map<string, string>();

  constructor(private readonly ask: (asked: Asked) => Promise<{ readonly text: string }>) {}

  async text(asked: Asked): Promise<string> {
    const key = JSON.stringify(asked);
    try {
      const { text } = await this.ask(asked);
      this.last.set(key, text);
      return text;
    } catch (error) {
      return noted(error instanceof Error ? error.message : String(error), this.last.get(key));
    }
  }

  forget(asked: Asked): void {
    this.last.delete(JSON.stringify(asked));
  }
}

/** The view is often half as wide as the window. */
const COLUMNS = 60;

function wrapped(line: string): string[] {
  return line.match(new RegExp(`\\S.{0,${COLUMNS}}(?=\\s|$)|\\S+`, "g")) ?? [""];
}

function noted(reason: string, last: string | undefined): string {
  const said = last === undefined ? reason : `${reason}\nWhat follows is the body from before that.`;
  const lines = said.split("\n").flatMap(wrapped);
  return `${lines.map((line) => `// ${line}\n`).join("")}${last ?? ""}`;
}
