// What the extension shows and looks at.

import { type Document } from "./documents";
import { type Active, type Editor } from "./editor";
import { strict } from "./strict";
import { CancellationTokenSource } from "./values";

export function window(editor: Editor): object {
  const show = (text: string, ...buttons: string[]): Promise<string | undefined> => {
    editor.messages.push({ text, buttons });
    const pressed = buttons.find((button) => button === editor.press);
    editor.press = undefined;
    return Promise.resolve(pressed);
  };
  const showTextDocument = (document: Document, options: unknown): Promise<void> => {
    editor.executed.push(["showTextDocument", document.uri.toString(), options]);
    return Promise.resolve();
  };
  const withProgress = (_options: unknown, run: (progress: unknown, token: unknown) => unknown): unknown =>
    run({ report: () => undefined }, new CancellationTokenSource().token);
  const made = {
    createOutputChannel: () => channel(editor),
    showErrorMessage: show,
    showWarningMessage: show,
    showInformationMessage: show,
    showTextDocument,
    withProgress,
    onDidChangeActiveTextEditor: editor.quiet.event,
    onDidChangeVisibleTextEditors: editor.visible.event,
    tabGroups: { all: [], onDidChangeTabs: editor.quiet.event, onDidChangeTabGroups: editor.quiet.event },
    get activeTextEditor(): Active | undefined {
      return editor.active;
    },
    get visibleTextEditors(): Active[] {
      return editor.active === undefined ? [] : [editor.active];
    },
  };
  return strict(made, "window");
}

function channel(editor: Editor): object {
  const write = (text: string): void => void editor.log.push(text);
  const written = { info: write, warn: write, error: write, debug: write, trace: write, append: write, appendLine: write };
  const show = (): void => void editor.executed.push(["output"]);
  return strict({ ...written, show, name: "personac", logLevel: 3, onDidChangeLogLevel: editor.quiet.event, clear: () => undefined, dispose: () => undefined }, "output");
}
