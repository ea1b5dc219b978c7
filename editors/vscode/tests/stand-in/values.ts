// The values of the editor's interface that the client library makes: data, without an editor behind it. `Uri` is
// VS Code's own; positions of texts are those of the protocol's library.

import { URI } from "vscode-uri";

export const Uri = Object.assign(URI, {
  joinPath: (uri: URI, ...parts: string[]): URI => uri.with({ path: [uri.path, ...parts].join("/") }),
});

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
}

export class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(start: Position | number, end: Position | number, endLine?: number, endCharacter?: number) {
    const numbers = typeof start === "number" && typeof end === "number";
    this.start = numbers ? new Position(start, end) : (start as Position);
    this.end = numbers ? new Position(endLine ?? 0, endCharacter ?? 0) : (end as Position);
  }
}

export class Disposable {
  constructor(private readonly end: () => unknown) {}

  static from(...parts: { dispose(): unknown }[]): Disposable {
    return new Disposable(() => parts.forEach((part) => part.dispose()));
  }

  dispose(): void {
    this.end();
  }
}

type Listener<T> = (value: T) => unknown;

export class EventEmitter<T> {
  private readonly listeners = new Set<Listener<T>>();

  readonly event = (listener: Listener<T>, self?: unknown, rest?: Disposable[]): Disposable => {
    const bound: Listener<T> = (value) => listener.call(self, value);
    this.listeners.add(bound);
    const end = new Disposable(() => this.listeners.delete(bound));
    rest?.push(end);
    return end;
  };

  fire(value: T): void {
    [...this.listeners].forEach((listener) => listener(value));
  }

  dispose(): void {
    this.listeners.clear();
  }
}

export class CancellationTokenSource {
  private readonly emitter = new EventEmitter<undefined>();
  readonly token = { isCancellationRequested: false, onCancellationRequested: this.emitter.event };

  cancel(): void {
    this.token.isCancellationRequested = true;
    this.emitter.fire(undefined);
  }

  dispose(): void {
    this.emitter.dispose();
  }
}

export class CancellationError extends Error {}

export class Diagnostic {
  source?: string;
  code?: unknown;

  constructor(
    readonly range: Range,
    readonly message: string,
    readonly severity?: number,
  ) {}
}

export class CompletionList {
  constructor(
    readonly items: CompletionItem[],
    readonly isIncomplete: boolean,
  ) {}
}

export class CompletionItem {
  detail?: string;

  constructor(
    readonly label: string | { label: string },
    readonly kind?: number,
  ) {}
}

export class CodeLens {
  constructor(
    readonly range: Range,
    readonly command?: { command: string; title: string; arguments?: unknown[] },
  ) {}
}

export class CodeActionKind {
  static readonly Empty = new CodeActionKind("");
  static readonly QuickFix = new CodeActionKind("quickfix");

  constructor(readonly value: string) {}

  append(part: string): CodeActionKind {
    return new CodeActionKind(this.value === "" ? part : `${this.value}.${part}`);
  }

  contains(other: CodeActionKind): boolean {
    return this.value === "" || other.value === this.value || other.value.startsWith(`${this.value}.`);
  }
}

export class CodeAction {
  command?: { command: string; arguments?: unknown[] };
  diagnostics?: Diagnostic[];

  constructor(
    readonly title: string,
    readonly kind?: CodeActionKind,
  ) {}
}

export class SemanticTokens {
  constructor(
    readonly data: Uint32Array,
    readonly resultId?: string,
  ) {}
}

export class SemanticTokensLegend {
  constructor(
    readonly tokenTypes: string[],
    readonly tokenModifiers: string[],
  ) {}
}

/** Data that no test looks into. */
class Opaque {
  readonly given: unknown[];

  constructor(...given: unknown[]) {
    this.given = given;
  }
}

export class CallHierarchyItem extends Opaque {}
export class TypeHierarchyItem extends Opaque {}
export class SymbolInformation extends Opaque {}
export class DocumentLink extends Opaque {}
export class InlayHint extends Opaque {}
export class MarkdownString extends Opaque {}
export class SnippetString extends Opaque {}
export class TextEdit extends Opaque {}
export class WorkspaceEdit extends Opaque {
  set(...edits: unknown[]): void {
    this.given.push(...edits);
  }
}
export class Location extends Opaque {}
export class DiagnosticRelatedInformation extends Opaque {}
export class TabInputText extends Opaque {}
export class TabInputTextDiff extends Opaque {}
export class TabInputCustom extends Opaque {}
export class TabInputNotebook extends Opaque {}
