// Pages of the manual, as they are meant to be read.

import * as vscode from "vscode";
import { PAGE_SCHEME, pageAddress, topicAt } from "../core/pages";
import { EXPLAIN, type Page } from "../core/protocol";
import type { Server } from "./server";

export class PageView implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(PAGE_SCHEME, this);

  constructor(private readonly server: Server) {}

  async show(topic: string): Promise<void> {
    // A page that does not exist is told before a document is opened for it.
    await this.page(topic);
    await vscode.commands.executeCommand("markdown.showPreviewToSide", vscode.Uri.from(pageAddress(topic)));
  }

  provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return this.page(topicAt(uri));
  }

  dispose(): void {
    this.registration.dispose();
  }

  private async page(topic: string): Promise<string> {
    return (await this.server.execute<Page>(EXPLAIN, [topic])).text;
  }
}
