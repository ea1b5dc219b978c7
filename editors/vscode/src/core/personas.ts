// Which persona of a file is meant.

import { asked, SHOW_BODY, type Place } from "./protocol";

/** A code lens, as the protocol has it. */
export interface Lens {
  readonly range: { readonly start: { readonly line: number } };
  readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] };
}

/** The personas that the server's code lenses stand above. */
export function places(lenses: readonly Lens[]): Place[] {
  return lenses.flatMap(({ range, command }) => {
    const named = command?.command === SHOW_BODY ? asked(command.arguments ?? []) : undefined;
    return named === undefined ? [] : [{ line: range.start.line, persona: named.persona }];
  });
}

/** The persona that a line belongs to: the last one that begins at or above it. */
export function placeAt(all: readonly Place[], line: number): Place | undefined {
  const above = all.filter((place) => place.line <= line);
  return above.at(-1) ?? (all.length === 1 ? all[0] : undefined);
}
