// The grammar in the engine that VS Code uses.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar, type StateStack } from "vscode-textmate";

const ROOT = process.env.EXTENSION ?? "";

/** A piece of a line with its scopes, the outermost first, without the language's own name at their ends. */
export interface Piece {
  readonly line: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

/** The grammar, ready. */
export async function grammar(): Promise<IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: () => {
      const file = path.join(ROOT, "syntaxes/persona.tmLanguage.json");
      return Promise.resolve(textmate.parseRawGrammar(readFileSync(file, "utf8"), file));
    },
  });
  const loaded = await registry.loadGrammar("source.persona");
  if (loaded === null) {
    throw new Error("there is no grammar");
  }
  return loaded;
}

/** Every piece of a text that is not blank. */
export function pieces(language: IGrammar, text: string): Piece[] {
  let state: StateStack = textmate.INITIAL;
  return text.split("\n").flatMap((line, number) => {
    const { tokens, ruleStack } = language.tokenizeLine(line, state);
    state = ruleStack;
    const all = tokens.map(({ startIndex, endIndex, scopes }) => ({
      line: number,
      text: line.slice(startIndex, endIndex),
      scopes: scopes.slice(1).map((scope) => scope.replace(/\.persona$/, "")),
    }));
    return all.filter((piece) => piece.text.trim() !== "");
  });
}

/** The scopes that a theme gives a colour to; the others say what a piece is a part of. */
export function colours({ scopes }: Piece): readonly string[] {
  return scopes.filter((scope) => !scope.startsWith("meta."));
}
