// Where VS Code gets something else than the client library would give it.

import * as vscode from "vscode";
import type { Middleware } from "vscode-languageclient/node";
import { pageAddress } from "../core/pages";
import { refined } from "../core/semanticTokens";

/** Does what a command says. */
export type Run = (...args: unknown[]) => Promise<void>;

/** What is done with a command of the server, such as those of code lenses. */
export type Answers = ReadonlyMap<string, Run>;

/** Signs behind which people end a line. Suggestions that come unasked would take the Enter key from them. */
const ENDS_LINES = new Set(["[", "(", ",", "=", ":"]);

/** `types` are those of the server's tokens, in the order of their numbers. */
export function middleware(answers: Answers, types: () => readonly string[]): Middleware {
  const finer = (tokens: vscode.SemanticTokens | null | undefined): vscode.SemanticTokens | undefined =>
    tokens ? new vscode.SemanticTokens(refined(tokens.data, types()), tokens.resultId) : undefined;
  return {
    executeCommand: (command, args, next): unknown => answers.get(command)?.(...(args as unknown[])) ?? next(command, args),
    handleDiagnostics: (uri, diagnostics, next) => {
      next(uri, diagnostics.map(linked));
    },
    provideDiagnostics: async (document, previous, token, next) => {
      const report = await next(document, previous, token);
      if (report && "items" in report) {
        report.items.forEach(linked);
      }
      return report;
    },
    provideCompletionItem: (document, position, context, token, next) =>
      ENDS_LINES.has(context.triggerCharacter ?? "") ? undefined : next(document, position, context, token),
    provideCodeActions: async (document, range, context, token, next) => {
      const actions = (await next(document, range, context, token)) ?? [];
      return [...actions, ...explanations(context)];
    },
    provideDocumentSemanticTokens: async (document, token, next) => finer(await next(document, token)),
    provideDocumentRangeSemanticTokens: async (document, range, token, next) => finer(await next(document, range, token)),
  };
}

/** The code of a finding, if it is one of ours. */
export function codeOf({ code, source }: vscode.Diagnostic): string | undefined {
  const value = typeof code === "object" ? code.value : code;
  return source === "personac" && value !== undefined ? String(value) : undefined;
}

/** A click on the code of a finding shows its page as it is meant to be read. */
function linked(diagnostic: vscode.Diagnostic): vscode.Diagnostic {
  const value = codeOf(diagnostic);
  if (value !== undefined) {
    diagnostic.code = { value, target: vscode.Uri.from(pageAddress(value)) };
  }
  return diagnostic;
}

/** For each finding at the cursor, a way to its page. */
function explanations(context: vscode.CodeActionContext): vscode.CodeAction[] {
  if (context.only !== undefined && !context.only.contains(vscode.CodeActionKind.QuickFix)) {
    return [];
  }
  const codes = new Set(context.diagnostics.flatMap((diagnostic) => codeOf(diagnostic) ?? []));
  return [...codes].map((code) => {
    const action = new vscode.CodeAction(`explain ${code}`, vscode.CodeActionKind.QuickFix);
    action.command = { title: action.title, command: "personac.explainDiagnostic", arguments: [code] };
    action.diagnostics = context.diagnostics.filter((diagnostic) => codeOf(diagnostic) === code);
    return action;
  });
}
