// What people can do: from the palette, from a menu, from a code lens.

import * as vscode from "vscode";
import { meant } from "../core/pages";
import { placeAt, places, type Lens } from "../core/personas";
import { asked, BODY_REQUEST, EXPLAIN, PREVIEW, SHOW_BODY, type Asked, type Shown } from "../core/protocol";
import type { BodyView } from "./bodyView";
import { codeOf, type Answers, type Run } from "./middleware";
import type { PageView } from "./pageView";
import type { Server } from "./server";
import { complain } from "./tell";

export class Commands {
  constructor(
    private readonly server: Server,
    private readonly bodies: BodyView,
    private readonly pages: PageView,
  ) {}

  /** The commands of the palette. */
  register(): vscode.Disposable[] {
    const commands: Record<string, Run> = {
      "personac.showRequestBody": () => this.withPersona((persona) => this.bodies.show(persona)),
      "personac.previewCount": () => this.withPersona((persona) => this.count(persona)),
      "personac.explainDiagnostic": (topic) => this.explain(typeof topic === "string" ? topic : undefined),
      "personac.restartServer": () => this.server.restart(),
      "personac.showOutput": () => this.server.showOutput(),
    };
    return Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, this.told(run)));
  }

  /** The commands that code lenses name: what the server answers is shown. */
  answers(): Answers {
    const persona = (args: readonly unknown[]): Asked => asked(args) ?? raise("the command names no file");
    const answers: [string, Run][] = [
      [SHOW_BODY, (...args) => this.bodies.show(persona(args))],
      [PREVIEW, (...args) => this.count(persona(args))],
      [EXPLAIN, (topic) => this.explain(String(topic))],
    ];
    return new Map(answers.map(([name, run]) => [name, this.told(run)]));
  }

  /** What goes wrong is told, what is thrown before there is a promise too. */
  private told(run: Run): Run {
    return async (...args) =>
      Promise.resolve(args)
        .then((given) => run(...given))
        .catch((error: unknown) => complain(error, this.server));
  }

  private async withPersona(run: (persona: Asked) => Promise<void>): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor?.document.languageId !== "persona") {
      return raise("no persona is open here: open a .persona file first");
    }
    const chosen = await this.choose(editor);
    if (chosen !== undefined) {
      await run(chosen);
    }
  }

  /** The persona at the cursor; where that may be any of several, the one that is picked. */
  private async choose({ document, selection }: vscode.TextEditor): Promise<Asked | undefined> {
    const uri = document.uri.toString();
    const lenses = await this.server.ask<Lens[] | null>("textDocument/codeLens", { textDocument: { uri } });
    const all = places(lenses ?? []);
    const here = placeAt(all, selection.active.line);
    if (here !== undefined) {
      return { uri, persona: here.persona };
    }
    if (all.length === 0) {
      // The server says why there is none.
      await this.server.ask<Shown>(BODY_REQUEST, { uri, persona: null });
      return { uri, persona: null };
    }
    const keys = all.flatMap(({ persona }) => persona ?? []);
    const picked = await vscode.window.showQuickPick(keys, { placeHolder: "Which persona?" });
    return picked === undefined ? undefined : { uri, persona: picked };
  }

  /** The server tells the count itself, in a message. */
  private async count({ uri, persona }: Asked): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      return raise("nothing is asked of the API from a workspace that is not trusted");
    }
    const options = { location: vscode.ProgressLocation.Notification, title: "personac: counting people", cancellable: true };
    await vscode.window.withProgress(options, async (_progress, token) => {
      try {
        await this.server.execute(PREVIEW, [uri, persona], token);
      } catch (error) {
        if (!token.isCancellationRequested) {
          throw error;
        }
      }
    });
  }

  private async explain(topic: string | undefined): Promise<void> {
    const chosen = topic ?? (await this.topic());
    if (chosen !== undefined) {
      await this.pages.show(chosen.trim());
    }
  }

  /** The finding at the cursor, one that is picked of several, or what is typed. */
  private async topic(): Promise<string | undefined> {
    const editor = vscode.window.activeTextEditor;
    const here = editor === undefined ? [] : findingsAt(editor);
    if (here.length > 1) {
      return (await vscode.window.showQuickPick(here, { placeHolder: "Which finding?" }))?.label;
    }
    return here[0]?.label ?? vscode.window.showInputBox({ prompt: "A code, a rule, a filter or a setting", value: wordAt(editor) });
  }
}

function raise(message: string): never {
  throw new Error(message);
}

function findingsAt({ document, selection }: vscode.TextEditor): (vscode.QuickPickItem & { label: string })[] {
  const findings = vscode.languages.getDiagnostics(document.uri).flatMap((diagnostic) => {
    const code = codeOf(diagnostic);
    const { start, end } = diagnostic.range;
    const range = { startLine: start.line, startCharacter: start.character, endLine: end.line, endCharacter: end.character };
    return code === undefined ? [] : [{ code, label: code, description: diagnostic.message.split("\n")[0] ?? "", ...range }];
  });
  return meant(findings, selection.active.line, selection.active.character);
}

function wordAt(editor: vscode.TextEditor | undefined): string {
  const range = editor?.document.getWordRangeAtPosition(editor.selection.active);
  return range === undefined ? "" : (editor?.document.getText(range) ?? "");
}
