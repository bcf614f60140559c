import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  ApplyWorkspaceEditRequest,
  CodeAction,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  ExecuteCommandRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  MessageType,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentEdit,
  type Diagnostic,
  type InitializeParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';

/** What an editor with the ESLint extension does: it holds documents, and asks the language server about them. */
export interface Editor {
  /** Opens a document that holds `text`; the file need not be the same. */
  open(name: string, text: string): Promise<void>;
  /** The text of an open document. */
  textOf(name: string): string;
  /** Edits an open document, as typing does. */
  edit(name: string, edits: readonly TextEdit[]): Promise<void>;
  /** What is underlined in a document. */
  diagnosticsOf(name: string): Promise<readonly Diagnostic[]>;
  /** What the light bulb at a diagnostic offers. */
  actionsAt(name: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]>;
  /** Chooses what the light bulb offered, and resolves when the documents are edited. */
  choose(action: CodeAction): Promise<void>;
}

/**
 * Starts the ESLint language server for a folder, and ends it when the test ends. Whatever the server complains of, such as
 * a configuration it cannot load, fails the request that is under way.
 */
export async function startEditor(folder: string): Promise<Editor> {
  const child = spawn(process.execPath, [serverPath, '--stdio'], { cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
  const exited = once(child, 'exit');
  const complaints: string[] = [];
  let printed = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text));

  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const documents = new Map<string, TextDocument>();
  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

  connection.onClose(() => {
    connection.dispose();
  }); // rejects the requests under way
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => settingsFor(folder)));
  connection.onRequest(ApplyWorkspaceEditRequest.type, async ({ edit }) => {
    await applyWorkspaceEdit(edit);
    return { applied: true };
  });
  connection.onNotification(LogMessageNotification.type, ({ message, type }) => {
    if (type === MessageType.Error) complaints.push(message);
  });
  connection.onNotification('eslint/status', ({ state }: { readonly state: number }) => {
    if (state !== statusOk) complaints.push(`eslint/status is ${state}`);
  });
  for (const method of ['eslint/noConfig', 'eslint/noLibrary', 'eslint/probeFailed']) {
    connection.onRequest(method, (details: unknown) => {
      complaints.push(`${method} ${JSON.stringify(details)}`);
      return {};
    });
  }
  connection.onNotification('eslint/exitCalled', (details: unknown) => {
    complaints.push(`eslint/exitCalled ${JSON.stringify(details)}`);
  });
  connection.listen();

  onTestFinished(async () => {
    await connection.sendRequest(ShutdownRequest.type);
    await connection.sendNotification(ExitNotification.type);
    await exited;
  });
  await ask(connection.sendRequest(InitializeRequest.type, initializeParams(folder)));
  await connection.sendNotification(InitializedNotification.type, {});
  return { open, textOf, edit, diagnosticsOf, actionsAt, choose };

  async function open(name: string, text: string): Promise<void> {
    const uri = uriOf(name);
    documents.set(uri, TextDocument.create(uri, 'typescript', 1, text));
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'typescript', version: 1, text },
    });
  }

  function textOf(name: string): string {
    return documentAt(uriOf(name)).getText();
  }

  async function edit(name: string, edits: readonly TextEdit[]): Promise<void> {
    await editDocument(uriOf(name), edits);
  }

  async function diagnosticsOf(name: string): Promise<readonly Diagnostic[]> {
    const textDocument = { uri: uriOf(name) };
    const report = await ask(connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument }));
    if (report.kind !== DocumentDiagnosticReportKind.Full)
      throw new Error(`A report of kind ${report.kind} was not asked for.`);
    return report.items;
  }

  async function actionsAt(name: string, diagnostic: Diagnostic): Promise<readonly CodeAction[]> {
    const actions = await ask(
      connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri: uriOf(name) },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic] },
      }),
    );
    return (actions ?? []).filter(action => CodeAction.is(action));
  }

  async function choose({ command, title }: CodeAction): Promise<void> {
    if (command === undefined) throw new Error(`"${title}" has no command.`);
    await ask(
      connection.sendRequest(ExecuteCommandRequest.type, {
        command: command.command,
        arguments: command.arguments ?? [],
      }),
    );
  }

  async function applyWorkspaceEdit({ documentChanges = [] }: WorkspaceEdit): Promise<void> {
    for (const change of documentChanges) {
      if (!TextDocumentEdit.is(change))
        throw new Error(`${JSON.stringify(change)} is more than an edit of a document.`);
      await editDocument(change.textDocument.uri, change.edits as TextEdit[]); // snippets are not among the capabilities
    }
  }

  async function editDocument(uri: string, edits: readonly TextEdit[]): Promise<void> {
    const document = documentAt(uri);
    const text = TextDocument.applyEdits(document, [...edits]);
    const version = document.version + 1;
    documents.set(uri, TextDocument.update(document, [{ text }], version));
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  function documentAt(uri: string): TextDocument {
    const document = documents.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  }

  async function ask<Answer>(request: Promise<Answer>): Promise<Answer> {
    const [result] = await Promise.allSettled([request]);
    if (result.status === 'fulfilled' && complaints.length === 0) return result.value;
    throw new Error(['The ESLint language server complains.', ...complaints.splice(0), printed].join('\n'), {
      cause: result.status === 'rejected' ? result.reason : undefined,
    });
  }
}

const serverPath = createRequire(import.meta.url).resolve(
  'vscode-langservers-extracted/bin/vscode-eslint-language-server',
);

/** `Status.ok` of the server. */
const statusOk = 1;

function initializeParams(folder: string): InitializeParams {
  const uri = pathToFileURL(folder).href;
  return {
    processId: process.pid,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its type demands it still
    rootUri: uri,
    workspaceFolders: [{ uri, name: basename(folder) }],
    capabilities: {
      workspace: { applyEdit: true, configuration: true, workspaceEdit: { documentChanges: true } },
      textDocument: {
        diagnostic: {},
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
      },
    },
  };
}

/** What a user has who set nothing, except that nothing is probed for: a file that cannot be linted is a complaint. */
function settingsFor(folder: string) {
  return {
    validate: 'on',
    run: 'onType',
    format: false,
    quiet: false,
    onIgnoredFiles: 'off',
    options: {},
    rulesCustomizations: [],
    problems: { shortenToSingleLine: false },
    codeAction: {
      disableRuleComment: { enable: true, location: 'separateLine', commentStyle: 'line' },
      showDocumentation: { enable: true },
    },
    codeActionOnSave: { mode: 'all' },
    experimental: {},
    nodePath: null,
    workspaceFolder: { uri: pathToFileURL(folder).href, name: basename(folder) },
  };
}
