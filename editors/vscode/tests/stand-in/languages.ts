// What was registered for the language, and what was found wrong.

import { type URI } from "vscode-uri";
import { type Document } from "./documents";
import { type Editor, type Provider } from "./editor";
import { strict } from "./strict";
import { type Diagnostic, Disposable } from "./values";

interface Filter {
  readonly language?: string;
  readonly scheme?: string;
}

interface Languages {
  getDiagnostics(uri: URI): Diagnostic[];
}

export function languages(editor: Editor): Languages {
  const collections: Map<string, Diagnostic[]>[] = [];
  const made = {
    match,
    createDiagnosticCollection: () => {
      const all = new Map<string, Diagnostic[]>();
      collections.push(all);
      return collection(all);
    },
    createLanguageStatusItem: () => ({ dispose: () => undefined }),
    getDiagnostics: (uri: URI) => collections.flatMap((all) => all.get(uri.toString()) ?? []),
    setTextDocumentLanguage: (document: Document) => Promise.resolve(document),
  };
  const register = (kind: string) => (...args: unknown[]) => {
    const provider = args.find(isProvider) as Provider | undefined;
    editor.providers.set(kind, provider ?? {});
    return new Disposable(() => editor.providers.delete(kind));
  };
  return strict(made, "languages", (name) => (/^register\w+Provider$/.test(name) ? register(name.slice("register".length)) : undefined));
}

function isProvider(given: unknown): boolean {
  return typeof given === "object" && given !== null && Object.keys(given).some((key) => /^(provide|resolve)/.test(key));
}

function collection(all: Map<string, Diagnostic[]>): object {
  return strict(
    {
      set: (uri: URI, found: Diagnostic[] | undefined) => all.set(uri.toString(), found ?? []),
      delete: (uri: URI) => all.delete(uri.toString()),
      has: (uri: URI) => all.has(uri.toString()),
      clear: () => all.clear(),
      dispose: () => all.clear(),
    },
    "collection",
  );
}

function match(selector: Filter | readonly Filter[], document: Document): number {
  const filters = [selector].flat();
  const fits = ({ language = document.languageId, scheme = document.uri.scheme }: Filter): boolean =>
    language === document.languageId && scheme === document.uri.scheme;
  return filters.some(fits) ? 10 : 0;
}
