// What keeps the server from starting, in words, and what can be done about it.

import { find, type Candidate, type Surroundings } from "./candidates";
import { probe } from "./probe";

/** What a button below a message does. */
export type Remedy = "settings" | "install" | "again" | "output";

export interface Problem {
  readonly message: string;
  readonly remedies: readonly Remedy[];
}

/** What each button says. */
export const TITLES: Readonly<Record<Remedy, string>> = {
  settings: "Open Settings",
  install: "How to Install",
  again: "Try Again",
  output: "Show Output",
};

/** Something was asked of a server that is not there. */
export class NotRunning extends Error {
  readonly problem: Problem;

  constructor(why: Problem | undefined) {
    const problem = why ?? { message: "the language server of personac is not running", remedies: ["again", "output"] };
    super(problem.message);
    this.problem = problem;
  }
}

/** A program that serves editors. */
export interface Program extends Candidate {
  readonly version: string;
}

/** Find the program and ask what it is. */
export async function locate(around: Surroundings): Promise<Program | Problem> {
  const found = find(around);
  if (found === undefined) {
    return missing(around.setting.trim());
  }
  const answer = await probe(found.file);
  switch (answer.kind) {
    case "usable":
      return { ...found, version: answer.version };
    case "too-old":
      return tooOld(found, answer.version);
    case "broken":
      return broken(found, answer.reason);
  }
}

export function isProblem(found: Program | Problem): found is Problem {
  return "message" in found;
}

function missing(setting: string): Problem {
  const message =
    setting === ""
      ? "personac is not on the PATH: install it, or say in the setting personac.path where it is"
      : `no program is at ${setting}, where the setting personac.path looks: correct the path, or leave it empty to use the PATH`;
  return { message, remedies: setting === "" ? ["install", "settings", "again"] : ["settings", "again"] };
}

function tooOld({ file }: Candidate, version: string): Problem {
  const message = `personac ${version} at ${file} is too old to serve editors: install a newer one, or name another in the setting personac.path`;
  return { message, remedies: ["install", "settings", "again"] };
}

function broken({ file }: Candidate, reason: string): Problem {
  const message = `${file} cannot be used as personac, since ${reason}: name another in the setting personac.path`;
  return { message, remedies: ["settings", "again"] };
}
