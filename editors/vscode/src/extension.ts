// Begins and ends with the editor.

import * as vscode from "vscode";
import { BodyView } from "./editor/bodyView";
import { Commands } from "./editor/commands";
import { watchFiles } from "./editor/files";
import type { Run } from "./editor/middleware";
import { PageView } from "./editor/pageView";
import { Server } from "./editor/server";
import { showStatus } from "./editor/status";

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  // The server's commands need views, and the views need the server.
  const answers = new Map<string, Run>();
  server = new Server(context.extensionUri, answers);
  const [bodies, pages] = [new BodyView(server), new PageView(server)];
  const commands = new Commands(server, bodies, pages);
  for (const [name, answer] of commands.answers()) {
    answers.set(name, answer);
  }
  context.subscriptions.push(server, bodies, pages, showStatus(server), watchFiles(server, bodies), ...commands.register(), ...watch(server));
  await server.restart();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
  server = undefined;
}

/** Another program may be meant now. */
function watch(server: Server): vscode.Disposable[] {
  const restart = (): void => void server.restart();
  return [
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("personac.path")) {
        restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
  ];
}
