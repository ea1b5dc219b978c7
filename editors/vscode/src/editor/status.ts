// The state of the server, among the language's own entries of the status bar.

import * as vscode from "vscode";
import type { Server, Status } from "./server";

export function showStatus(server: Server): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("personac", { language: "persona" });
  item.name = "personac";
  item.command = { title: "Restart", command: "personac.restartServer" };
  const follow = server.onDidChange((status) => Object.assign(item, entry(status)));
  return vscode.Disposable.from(item, follow);
}

function entry(status: Status): Pick<vscode.LanguageStatusItem, "text" | "detail" | "busy" | "severity"> {
  const { Information, Error } = vscode.LanguageStatusSeverity;
  switch (status.kind) {
    case "starting":
      return { text: "personac", detail: "starting", busy: true, severity: Information };
    case "running":
      return { text: `personac ${status.program.version}`, detail: status.program.file, busy: false, severity: Information };
    case "stopped":
      return { text: "personac is not running", detail: status.reason, busy: false, severity: Error };
  }
}
