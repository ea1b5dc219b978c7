// A stand-in for the `vscode` module. It holds what an editor would hold, and does nothing by itself: open texts,
// providers and commands that were registered, messages that were shown, the button that a person would press. Nothing
// of the extension, of the client library or of the server is replaced. What is not here fails when it is used.

import { type URI } from "vscode-uri";
import { Document, Documents } from "./documents";
import { enumerations } from "./enums";
import { languages } from "./languages";
import { strict } from "./strict";
import * as values from "./values";
import { window } from "./window";
import { workspace } from "./workspace";

export type Run = (...args: unknown[]) => unknown;
export type Provider = Partial<Record<string, Run>>;

export interface Active {
  readonly document: Document;
  readonly selection: { active: values.Position };
}

export class Editor {
  readonly documents = new Documents();
  readonly commands = new Map<string, Run>();
  /** What the extension had the editor do. */
  readonly executed: unknown[][] = [];
  readonly providers = new Map<string, Provider>();
  readonly messages: { readonly text: string; readonly buttons: string[] }[] = [];
  readonly log: string[] = [];
  readonly settings = new Map<string, unknown>();
  readonly configuration = new values.EventEmitter<{ affectsConfiguration(section: string): boolean }>();
  readonly visible = new values.EventEmitter<unknown>();
  /** A file on the disk has changed. */
  readonly files = new values.EventEmitter<URI>();
  /** What nothing here ever tells. */
  readonly quiet = new values.EventEmitter<never>();
  /** The button that a person presses on the next message. */
  press: string | undefined;
  isTrusted = true;
  active: Active | undefined;
  private readonly languages = languages(this);

  /** The module. */
  readonly module = strict(
    {
      ...enumerations(),
      ...values,
      commands: this.ofCommands(),
      window: window(this),
      workspace: workspace(this),
      languages: this.languages,
      env: { appName: "stand-in", language: "en" },
      version: "1.91.0",
    },
    "vscode",
  );

  /** Opens a text in the window, with the cursor at its beginning. */
  open(uri: URI, languageId: string, text: string): Document {
    const document = new Document(uri, languageId, text);
    this.active = { document, selection: { active: new values.Position(0, 0) } };
    this.visible.fire([this.active]);
    this.documents.add(document);
    return document;
  }

  /** Puts the cursor elsewhere in the window. */
  moveTo(line: number, character: number): void {
    if (this.active !== undefined) {
      this.active.selection.active = new values.Position(line, character);
    }
  }

  set(setting: string, value: unknown): void {
    this.settings.set(setting, value);
    this.configuration.fire({ affectsConfiguration: (section) => setting.startsWith(section) });
  }

  /** Asks a provider of the language, as the editor would. */
  async ask<Answer>(kind: string, method: string, ...args: unknown[]): Promise<Answer> {
    const run = this.providers.get(kind)?.[method];
    if (run === undefined) {
      throw new Error(`nobody registered a ${kind} with ${method}`);
    }
    return (await run(...args)) as Answer;
  }

  /** What is wrong with a text, as the editor would show it. */
  findings(document: Document): values.Diagnostic[] {
    return this.languages.getDiagnostics(document.uri);
  }

  private ofCommands(): object {
    const registerCommand = (name: string, run: Run): values.Disposable => {
      if (this.commands.has(name)) {
        throw new Error(`command '${name}' already exists`);
      }
      this.commands.set(name, run);
      return new values.Disposable(() => this.commands.delete(name));
    };
    const executeCommand = (name: string, ...args: unknown[]): Promise<unknown> => {
      this.executed.push([name, ...args]);
      return Promise.resolve(this.commands.get(name)?.(...args));
    };
    return strict({ registerCommand, executeCommand }, "commands");
  }
}
