// Messages with buttons.

import * as vscode from "vscode";
import { NotRunning, TITLES, type Problem, type Remedy } from "../core/problem";
import type { Server } from "./server";

/** Say what is wrong, and do what the person chooses. */
export async function tell(problem: Problem, server: Server): Promise<void> {
  const titles = problem.remedies.map((remedy) => TITLES[remedy]);
  const chosen = await vscode.window.showErrorMessage(problem.message, ...titles);
  const remedy = problem.remedies.find((one) => TITLES[one] === chosen);
  if (remedy !== undefined) {
    await remedies(server)[remedy]();
  }
}

/** Say why something was not done. */
export function complain(error: unknown, server: Server): void {
  if (error instanceof NotRunning) {
    void tell(error.problem, server);
    return;
  }
  // A message of the editor has one line.
  const said = error instanceof Error ? error.message : String(error);
  void vscode.window.showErrorMessage(said.replace(/\s*\n\s*(help: )?/g, ": "));
}

function remedies(server: Server): Record<Remedy, () => Thenable<unknown>> {
  return {
    settings: () => vscode.commands.executeCommand("workbench.action.openSettings", "personac.path"),
    install: () => vscode.commands.executeCommand("extension.open", "personac.personac"),
    again: () => server.restart(),
    output: () => server.showOutput(),
  };
}
