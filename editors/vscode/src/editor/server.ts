// The language server: found, started, asked, restarted.

import { homedir } from "node:os";
import * as vscode from "vscode";
import { LanguageClient, State, type LanguageClientOptions } from "vscode-languageclient/node";
import { isProblem, locate, NotRunning, type Problem, type Program } from "../core/problem";
import { middleware, type Answers } from "./middleware";
import { tell } from "./tell";

/** What the server is doing. */
export type Status =
  | { readonly kind: "starting" }
  | { readonly kind: "running"; readonly program: Program }
  | { readonly kind: "stopped"; readonly reason: string };

/** Nobody takes the question back. */
const NEVER = new vscode.CancellationTokenSource().token;

export class Server implements vscode.Disposable {
  private readonly output = vscode.window.createOutputChannel("personac", { log: true });
  private readonly trace = vscode.window.createOutputChannel("personac (trace)", { log: true });
  private readonly changed = new vscode.EventEmitter<Status>();
  readonly onDidChange = this.changed.event;
  private client: LanguageClient | undefined;
  private problem: Problem | undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly extension: vscode.Uri,
    private readonly answers: Answers,
  ) {}

  /** Start it, or start it anew. What is asked for meanwhile is done in turn. */
  restart(): Promise<void> {
    const turn = async (): Promise<void> => {
      await this.end();
      await this.begin();
    };
    this.last = this.last.then(turn, turn);
    return this.last;
  }

  /** End it. */
  stop(): Promise<void> {
    const turn = (): Promise<void> => this.end();
    this.last = this.last.then(turn, turn);
    return this.last;
  }

  /** Ask it something, once it has started. */
  async ask<Answer>(method: string, params: unknown, token = NEVER): Promise<Answer> {
    await this.last;
    if (this.client?.state !== State.Running) {
      throw new NotRunning(this.problem);
    }
    return this.client.sendRequest<Answer>(method, params, token);
  }

  /** Have it execute one of its commands. */
  execute<Answer>(command: string, args: readonly unknown[], token = NEVER): Promise<Answer> {
    return this.ask("workspace/executeCommand", { command, arguments: args }, token);
  }

  /** Have the findings of open personas told again: what they depend on has changed. */
  findAgain(): void {
    const feature = this.client?.getFeature("textDocument/diagnostic");
    for (const document of vscode.workspace.textDocuments) {
      feature?.getProvider(document)?.onDidChangeDiagnosticsEmitter.fire();
    }
  }

  showOutput(): Promise<void> {
    this.output.show();
    return Promise.resolve();
  }

  dispose(): void {
    void this.stop();
    for (const part of [this.output, this.trace, this.changed]) {
      part.dispose();
    }
  }

  private async begin(): Promise<void> {
    this.changed.fire({ kind: "starting" });
    this.problem = undefined;
    const found = await locate(this.surroundings());
    if (isProblem(found)) {
      this.give(found);
      return;
    }
    this.output.info(`personac ${found.version}: ${found.file}`);
    await this.run(found);
  }

  private async run(program: Program): Promise<void> {
    const executable = { command: program.file, args: ["lsp"] };
    const client = new LanguageClient("personac", "personac", executable, this.options());
    this.client = client;
    client.onDidChangeState(({ newState }) => {
      const kind = newState === State.Running ? "running" : newState === State.Starting ? "starting" : "stopped";
      this.changed.fire({ kind, program, reason: "the language server has ended" });
    });
    try {
      await client.start();
    } catch (error) {
      const message = `the language server of personac does not start: ${String(error)}`;
      this.give({ message, remedies: ["output", "again"] });
    }
  }

  /** Give up, and say why. */
  private give(problem: Problem): void {
    this.problem = problem;
    this.output.error(problem.message);
    this.changed.fire({ kind: "stopped", reason: problem.message });
    // Nothing waits for the answer: it may never come.
    void tell(problem, this);
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    // One that does not end in time is killed by the client itself.
    await client?.dispose().catch((error: unknown) => {
      this.output.warn(`the language server did not end as it should: ${String(error)}`);
    });
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: ["file", "untitled"].map((scheme) => ({ language: "persona", scheme })),
      outputChannel: this.output,
      traceOutputChannel: this.trace,
      middleware: middleware(this.answers, () => this.tokenTypes()),
    };
  }

  private tokenTypes(): readonly string[] {
    return this.client?.initializeResult?.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
  }

  private surroundings(): Parameters<typeof locate>[0] {
    return {
      setting: vscode.workspace.getConfiguration("personac").get<string>("path", ""),
      extension: this.extension.fsPath,
      folder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
      env: process.env,
      platform: process.platform,
      home: homedir(),
    };
  }
}
