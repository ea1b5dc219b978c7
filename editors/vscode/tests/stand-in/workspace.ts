// The open texts, those that the extension provides, and the settings.

import { type URI } from "vscode-uri";
import { Document } from "./documents";
import { type Editor } from "./editor";
import { strict } from "./strict";
import { Disposable } from "./values";

interface Content {
  provideTextDocumentContent(uri: URI): Promise<string>;
  onDidChange?(listener: (uri: URI) => unknown): unknown;
}

export function workspace(editor: Editor): object {
  const { documents, quiet, files } = editor;
  const contents = new Map<string, Content>();
  const made = {
    get textDocuments(): Document[] {
      return documents.open;
    },
    get isTrusted(): boolean {
      return editor.isTrusted;
    },
    notebookDocuments: [],
    workspaceFolders: undefined,
    openTextDocument: (uri: URI) => provided(editor, contents, uri),
    registerTextDocumentContentProvider: (scheme: string, content: Content) => {
      contents.set(scheme, content);
      return new Disposable(() => contents.delete(scheme));
    },
    getConfiguration: (section = "") => ({
      get: (key: string, otherwise?: unknown) => editor.settings.get([section, key].filter((part) => part !== "").join(".")) ?? otherwise,
      inspect: () => undefined,
      has: () => false,
    }),
    createFileSystemWatcher: () => ({ onDidCreate: quiet.event, onDidChange: files.event, onDidDelete: quiet.event, dispose: () => undefined }),
    onDidChangeConfiguration: editor.configuration.event,
    onDidOpenTextDocument: documents.opened.event,
    onDidCloseTextDocument: documents.closed.event,
    onDidChangeTextDocument: documents.changed.event,
    onDidSaveTextDocument: documents.saved.event,
    onWillSaveTextDocument: quiet.event,
    onDidGrantWorkspaceTrust: quiet.event,
    onDidChangeWorkspaceFolders: quiet.event,
    onDidCreateFiles: quiet.event,
    onDidRenameFiles: quiet.event,
    onDidDeleteFiles: quiet.event,
    onWillCreateFiles: quiet.event,
    onWillRenameFiles: quiet.event,
    onWillDeleteFiles: quiet.event,
  };
  return strict(made, "workspace");
}

/** A text of a scheme that the extension provides. It follows what the provider says. */
async function provided({ documents }: Editor, contents: Map<string, Content>, uri: URI): Promise<Document> {
  const known = documents.open.find((document) => document.uri.toString() === uri.toString());
  const content = contents.get(uri.scheme);
  if (known !== undefined || content === undefined) {
    return known ?? Promise.reject(new Error(`nobody provides ${uri.scheme}`));
  }
  const document = new Document(uri, "json", await content.provideTextDocumentContent(uri));
  documents.add(document);
  content.onDidChange?.((changed) => {
    if (changed.toString() === uri.toString()) {
      void content.provideTextDocumentContent(uri).then((text) => document.set(text));
    }
  });
  return document;
}
