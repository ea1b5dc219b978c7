// Where the program `personac` may be. The first of these that is there is used.

import { accessSync, constants, statSync } from "node:fs";
import path from "node:path";

/** What decides where the program is looked for. */
export interface Surroundings {
  /** The setting `personac.path`; empty if nobody set it. */
  readonly setting: string;
  /** The directory of the extension. */
  readonly extension: string;
  /** The folder that is open, if any. */
  readonly folder: string | undefined;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly home: string;
}

/** How a program was found. */
export type Origin = "setting" | "bundled" | "path" | "cargo";

export interface Candidate {
  readonly file: string;
  readonly origin: Origin;
}

/** All places, the best first. Who names a program wants that one and no other. */
export function candidates(around: Surroundings): Candidate[] {
  if (around.setting.trim() !== "") {
    return [{ file: expanded(around.setting.trim(), around), origin: "setting" }];
  }
  const name = around.platform === "win32" ? "personac.exe" : "personac";
  const bundled = path.join(around.extension, "server", name);
  const onPath = searchPath(around).map((directory) => path.join(directory, name));
  const cargo = path.join(around.env.CARGO_HOME ?? path.join(around.home, ".cargo"), "bin", name);
  return [
    { file: bundled, origin: "bundled" },
    ...onPath.map((file): Candidate => ({ file, origin: "path" })),
    // An editor that was started from a dock does not know the PATH of the shell.
    { file: cargo, origin: "cargo" },
  ];
}

/** The first candidate that can be run. */
export function find(around: Surroundings): Candidate | undefined {
  return candidates(around).find((candidate) => isProgram(candidate.file));
}

function searchPath({ env, platform }: Surroundings): string[] {
  const key = Object.keys(env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
  const separator = platform === "win32" ? ";" : ":";
  // An entry that is not absolute would run what lies in the folder that is open.
  return (env[key] ?? "").split(separator).filter((directory) => path.isAbsolute(directory));
}

function expanded(setting: string, { home, folder }: Surroundings): string {
  const inFolder = setting.replaceAll("${workspaceFolder}", () => folder ?? "");
  return inFolder.replace(/^~(?=$|[\\/])/, () => home);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
