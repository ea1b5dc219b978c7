// Texts that are open, as the extension and the client library see them.

import { TextDocument as Text } from "vscode-languageserver-textdocument";
import { type URI } from "vscode-uri";
import { EventEmitter, Position, type Range } from "./values";

/** An open text. */
export class Document {
  version = 1;
  isClosed = false;
  readonly isDirty = false;
  readonly isUntitled = false;
  readonly eol = 1;
  private text: Text;

  constructor(
    readonly uri: URI,
    readonly languageId: string,
    text: string,
  ) {
    this.text = Text.create(uri.toString(), languageId, 1, text);
  }

  get fileName(): string {
    return this.uri.fsPath;
  }

  get lineCount(): number {
    return this.text.lineCount;
  }

  getText(range?: Range): string {
    return this.text.getText(range);
  }

  offsetAt(position: Position): number {
    return this.text.offsetAt(position);
  }

  positionAt(offset: number): Position {
    const { line, character } = this.text.positionAt(offset);
    return new Position(line, character);
  }

  getWordRangeAtPosition(): undefined {
    return undefined;
  }

  set(text: string): void {
    this.version += 1;
    this.text = Text.create(this.uri.toString(), this.languageId, this.version, text);
  }
}

/** All open texts. */
export class Documents {
  readonly open: Document[] = [];
  readonly opened = new EventEmitter<Document>();
  readonly closed = new EventEmitter<Document>();
  readonly saved = new EventEmitter<Document>();
  readonly changed = new EventEmitter<{ document: Document; contentChanges: unknown[]; reason: undefined }>();

  add(document: Document): void {
    this.open.push(document);
    this.opened.fire(document);
  }

  /** Types over a part of a text. */
  edit(document: Document, old: string, text: string): void {
    const before = document.getText();
    const offset = before.indexOf(old);
    if (offset < 0) {
      throw new Error(`the text holds no ${old}`);
    }
    const range = { start: document.positionAt(offset), end: document.positionAt(offset + old.length) };
    document.set(before.replace(old, () => text));
    const change = { range, rangeOffset: offset, rangeLength: old.length, text };
    this.changed.fire({ document, contentChanges: [change], reason: undefined });
  }
}
