/** The Account XML editor: Monaco behind a small handle, so that the page need not know it. */
import { type Diagnostic, type Position, positionLookup } from '../core/diagnostics.ts';
import { applyTheme, defineThemes, type EditorTheme } from './editor-themes.ts';
import { applyLineEdits, fieldValueOf, type LineEdit, lineEndFor } from './line-edits.ts';
import { monaco } from './monaco.ts';
import { markClasses, type ParameterMark } from './parameter-marks.ts';
import { createProblemMarkers } from './problem-markers.ts';
import { secretRanges } from './secret-values.ts';
import { xmlEditorOptions } from './xml-editor-options.ts';

/** Exact texts that are kept for undo and redo: of the latest replaced documents. */
const exactLimit = 6;

/** Beyond so many the colours help nobody, and cost. */
const markLimit = 2000;

export interface XmlEditorEvents {
  /** The whole document, exact, after a change in the editor. */
  readonly onText: (text: string) => void;
  /** Whether there is something to undo and to redo, after every change. */
  readonly onHistory: (history: EditHistory) => void;
}

export interface EditHistory {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface XmlEditor {
  /** The document as it is now, to the byte. */
  readonly text: () => string;
  /** Replaces the whole document as one step that can be undone. */
  readonly replaceText: (text: string) => void;
  /**
   * One step that can be undone; positions are those of the text as it is now. Typing `opens` a
   * step that stays open for more, and `joins` it.
   */
  readonly applyEdits: (edits: readonly LineEdit[], joins?: 'opens' | 'joins') => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** What comes next is a step of its own. */
  readonly endStep: () => void;
  /** Diagnostics of `text`, which may be a little older than what the editor shows. */
  readonly showProblems: (text: string, diagnostics: readonly Diagnostic[]) => void;
  /** Parameters of `text` in their colours. */
  readonly showParameters: (text: string, marks: readonly ParameterMark[]) => void;
  readonly hideSecrets: (hide: boolean) => void;
  readonly setTheme: (theme: EditorTheme) => void;
  readonly select: (start: Position, end: Position) => void;
  readonly position: () => Position;
  readonly focus: () => void;
  readonly remeasure: () => void;
  readonly dispose: () => void;
}

/** Settles when the colours of XML are there too: an editor made then does not change its looks. */
export async function xmlColoursReady(): Promise<void> {
  await monaco.editor.colorize('<a/>', 'xml', {});
}

export function createXmlEditor(host: HTMLElement, initial: string, events: XmlEditorEvents): XmlEditor {
  defineThemes();
  let text = initial;
  let secretsHidden = true;
  let replacing = false;
  const model = monaco.editor.createModel(initial, 'xml');
  // In one line there is no line end to go by, and Monaco would take the computer's.
  if (model.getLineCount() === 1) model.setEOL(monaco.editor.EndOfLineSequence.LF);
  model.updateOptions({ tabSize: 2, insertSpaces: true, trimAutoWhitespace: false });
  const editor = monaco.editor.create(host, { ...xmlEditorOptions, model });
  const problems = createProblemMarkers(model);
  const secrets = editor.createDecorationsCollection();
  const parameters = editor.createDecorationsCollection();
  const disposables: monaco.IDisposable[] = [editor, model, problems];

  const markSecrets = () => {
    const positionOf = positionLookup(text);
    const ranges = secretsHidden ? secretRanges(text) : [];
    secrets.set(
      ranges.map(({ start, end }) => ({
        range: monacoRange(positionOf(start), positionOf(end)),
        options: { inlineClassName: 'secret-value' },
      })),
    );
  };

  const changed = (next: string) => {
    text = next;
    markSecrets();
    events.onText(text);
    events.onHistory({ canUndo: model.canUndo(), canRedo: model.canRedo() });
  };

  /** By Monaco's version, which undo brings back: it has neither a BOM nor mixed line ends. */
  const exactTexts = new Map<number, string>();
  const keepExact = () => {
    exactTexts.set(model.getAlternativeVersionId(), text);
    for (const oldest of exactTexts.keys()) if (exactTexts.size > exactLimit) exactTexts.delete(oldest);
  };

  const replaceText = (next: string) => {
    if (next === text) return;
    keepExact();
    replacing = true;
    editor.pushUndoStop();
    const eol = lineEndFor(next) === '\r\n' ? 'CRLF' : 'LF';
    model.pushEOL(monaco.editor.EndOfLineSequence[eol]);
    model.pushEditOperations(
      null,
      [{ range: model.getFullModelRange(), text: fieldValueOf(next) }],
      () => null,
    );
    editor.pushUndoStop();
    replacing = false;
    changed(next);
    keepExact();
  };

  disposables.push(
    model.onDidChangeContent(({ changes, isEolChange, isUndoing, isRedoing }) => {
      const exact = isUndoing || isRedoing ? exactTexts.get(model.getAlternativeVersionId()) : undefined;
      if (exact !== undefined) return changed(exact);
      if (isEolChange || replacing) return;
      changed(applyLineEdits(text, changes.map(lineEditOf)));
    }),
  );
  markSecrets();

  return {
    text: () => text,
    replaceText,
    applyEdits(edits, joins) {
      if (edits.length === 0) return;
      if (joins !== 'joins') editor.pushUndoStop();
      // The edits' own line ends count, not the one kind that the editor knows.
      const next = applyLineEdits(text, edits);
      replacing = true;
      editor.executeEdits(
        'playground',
        edits.map((edit) => ({ range: rangeOfEdit(edit), text: edit.text, forceMoveMarkers: true })),
      );
      replacing = false;
      if (joins === undefined) editor.pushUndoStop();
      changed(next);
    },
    undo: () => void model.undo(),
    redo: () => void model.redo(),
    endStep: () => editor.pushUndoStop(),
    showProblems: (ofText, diagnostics) => problems.show(ofText, diagnostics),
    showParameters(ofText, marks) {
      const positionOf = positionLookup(ofText);
      parameters.set(
        marks.slice(0, markLimit).map((mark) => ({
          range: monacoRange(positionOf(mark.range.start), positionOf(mark.range.end)),
          options: { inlineClassName: markClasses(mark) },
        })),
      );
    },
    hideSecrets(hide) {
      secretsHidden = hide;
      markSecrets();
    },
    setTheme: applyTheme,
    select(start, end) {
      const range = monacoRange(start, end);
      editor.setSelection(range);
      editor.revealRangeInCenterIfOutsideViewport(range);
    },
    position() {
      const position = editor.getPosition();
      return { line: position?.lineNumber ?? 1, column: position?.column ?? 1 };
    },
    focus: () => editor.focus(),
    remeasure: () => monaco.editor.remeasureFonts(),
    dispose() {
      for (const disposable of disposables) disposable.dispose();
    },
  };
}

function monacoRange(start: Position, end: Position): monaco.Range {
  return new monaco.Range(start.line, start.column, end.line, end.column);
}

function rangeOfEdit({ line, column, endLine, endColumn }: LineEdit): monaco.Range {
  return new monaco.Range(line, column, endLine, endColumn);
}

function lineEditOf({ range, text }: monaco.editor.IModelContentChange): LineEdit {
  return {
    line: range.startLineNumber,
    column: range.startColumn,
    endLine: range.endLineNumber,
    endColumn: range.endColumn,
    text,
  };
}
