// What lies on the disk beside an open persona: libraries, and the project's own file.

import * as vscode from "vscode";
import type { BodyView } from "./bodyView";
import type { Server } from "./server";

/** The client library collects changes for a quarter of a second before it tells the server. */
const TOLD_MS = 400;

/** When a file changes that open personas may depend on, show what has become of them. */
export function watchFiles(server: Server, bodies: BodyView): vscode.Disposable {
  let told: NodeJS.Timeout | undefined;
  const follow = (): void => {
    clearTimeout(told);
    told = setTimeout(() => {
      server.findAgain();
      bodies.soon();
    }, TOLD_MS);
  };
  const watcher = vscode.workspace.createFileSystemWatcher("**/{personac.toml,*.persona}");
  const events = [watcher.onDidCreate, watcher.onDidChange, watcher.onDidDelete].map((event) => event(follow));
  return vscode.Disposable.from(watcher, ...events, new vscode.Disposable(() => clearTimeout(told)));
}
