// What the server answers beyond the Language Server Protocol.

/** Asks for the bodies of a persona, for a view that follows the text. */
export const BODY_REQUEST = "personac/body";

/** The commands of the server, which its code lenses name. */
export const SHOW_BODY = "personac.showBody";
export const EXPLAIN = "personac.explain";
export const PREVIEW = "personac.preview";

/** Which persona of which file; `null` where the file itself is the persona. */
export interface Asked {
  readonly uri: string;
  readonly persona: string | null;
}

/** The bodies of a persona. */
export interface Shown {
  readonly uri: string;
  readonly text: string;
  readonly bodies: readonly string[];
}

/** A page of the manual, as Markdown. */
export interface Page {
  readonly text: string;
}

/** A persona that a code lens stands above. */
export interface Place {
  readonly line: number;
  readonly persona: string | null;
}

/** The persona that the arguments of a command name. */
export function asked(args: readonly unknown[]): Asked | undefined {
  const [uri, persona] = args;
  if (typeof uri !== "string") {
    return undefined;
  }
  return { uri, persona: typeof persona === "string" ? persona : null };
}
