// The request body beside its persona. It follows what is typed.

import * as vscode from "vscode";
import { askedAt, Bodies, BODY_SCHEME, bodyAddress } from "../core/bodies";
import { BODY_REQUEST, type Asked, type Shown } from "../core/protocol";
import type { Server } from "./server";

/** A body is asked for when nobody has typed for this long. */
const PAUSE_MS = 150;

export class BodyView implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly bodies: Bodies;
  private readonly parts: { dispose(): unknown }[];
  private pause: NodeJS.Timeout | undefined;

  constructor(server: Server) {
    this.bodies = new Bodies((asked) => server.ask<Shown>(BODY_REQUEST, asked));
    this.parts = [
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(BODY_SCHEME, this),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.follow(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.closed(document)),
      server.onDidChange(({ kind }) => (kind === "running" ? this.soon() : undefined)),
    ];
  }

  async show(asked: Asked): Promise<void> {
    const uri = vscode.Uri.from(bodyAddress(asked));
    const document = await vscode.workspace.openTextDocument(uri);
    // While the persona does not compile, the reason stands above the body, as a comment.
    await vscode.languages.setTextDocumentLanguage(document, "jsonc");
    const options = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: false };
    await vscode.window.showTextDocument(document, options);
    this.changed.fire(uri);
  }

  provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return this.bodies.text(askedAt(uri));
  }

  dispose(): void {
    clearTimeout(this.pause);
    this.parts.forEach((part) => void part.dispose());
  }

  private follow(document: vscode.TextDocument): void {
    // A persona may use any other file, so any may change any body.
    if (document.languageId === "persona") {
      this.soon();
    }
  }

  /** Ask for all bodies that are shown once more, in a moment. */
  soon(): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => {
      const shown = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === BODY_SCHEME);
      shown.forEach(({ uri }) => this.changed.fire(uri));
    }, PAUSE_MS);
  }

  private closed({ uri, isClosed }: vscode.TextDocument): void {
    if (uri.scheme === BODY_SCHEME && isClosed) {
      this.bodies.forget(askedAt(uri));
    }
  }
}
