// The extension as it is in the package, loaded into a stand-in for the editor, with the real server behind it.

import { mkdtempSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { type URI } from "vscode-uri";
import { type Document } from "../stand-in/documents";
import { Editor } from "../stand-in/editor";
import { CancellationTokenSource, Uri } from "../stand-in/values";
import { PERSONAC, unpack } from "./vsix";

interface Extension {
  activate(context: unknown): Promise<void>;
  deactivate(): Promise<void>;
}

/** Nobody takes a question back. */
export const NEVER = new CancellationTokenSource().token;

/** The settings of a persona that nothing is wrong with. */
export const HEAD = 'name: "x"\nlimit: 5\nwebhook: "https://hooks.example.com/leads"\n';

/** A directory for the files of the tests. */
export const ROOM = mkdtempSync(path.join(tmpdir(), "personac-room-"));

const directory = unpack();

/** An editor with the extension in it. */
export class Session {
  readonly editor = new Editor();
  private readonly extension: Extension;

  constructor(program = PERSONAC) {
    this.editor.settings.set("personac.path", program);
    this.extension = load(this.editor);
  }

  activate(): Promise<void> {
    return this.extension.activate({ subscriptions: [], extensionUri: Uri.file(directory) });
  }

  end(): Promise<void> {
    return this.extension.deactivate();
  }

  open(name: string, text: string): Document {
    return this.editor.open(Uri.file(path.join(ROOM, name)), "persona", text);
  }

  async run(command: string, ...args: unknown[]): Promise<void> {
    const registered = this.editor.commands.get(command);
    if (registered === undefined) {
      throw new Error(`nobody registered the command ${command}`);
    }
    await registered(...args);
  }

  /** The codes of what is wrong with a text. */
  codes(document: Document): string[] {
    return this.editor.findings(document).map(({ code }) => (code as { value: string }).value);
  }

  /** The body that is shown under a name. */
  shown(name: string): Document | undefined {
    return this.editor.documents.open.find(({ uri }) => uri.scheme === "personac-body" && uri.path.endsWith(name));
  }

  /** A text that the extension provides. */
  document(uri: URI): Promise<Document> {
    const { workspace } = this.editor.module as unknown as { workspace: { openTextDocument(uri: URI): Promise<Document> } };
    return workspace.openTextDocument(uri);
  }

  /** Wait until something holds. */
  async until<T>(what: string, look: () => T | undefined | false): Promise<T> {
    for (let tries = 0; tries < 800; tries += 1) {
      const seen = look();
      if (seen !== undefined && seen !== false) {
        return seen;
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error(`${what}: never. messages: ${JSON.stringify(this.editor.messages)}; log: ${this.editor.log.join("\n")}`);
  }
}

/** Load the bundle anew, with the stand-in where it asks for the editor. */
function load(editor: Editor): Extension {
  const loader = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown; _cache: Map<string, unknown> };
  const bundle = path.join(directory, "dist", "extension.js");
  const original = loader._load.bind(Module);
  loader._load = (name, ...rest) => (name === "vscode" ? editor.module : original(name, ...rest));
  const require = createRequire(import.meta.url);
  try {
    Reflect.deleteProperty(require.cache, bundle);
    return require(bundle) as Extension;
  } finally {
    loader._load = original;
  }
}
