/** The Account XML editor: Monaco behind a small handle, so that the page need not know it. */

import type { BuiltRequest } from '../../core/build-request.ts';
import { secretNodes } from '../../core/secrets/secret-nodes.ts';
import type { Range, TextEdit } from '../../core/source/diagnostics.ts';
import { fixesAt } from '../../language/quick-fixes.ts';
import { isMac } from '../components/is-mac.ts';
import { markClasses, type ParameterMark } from '../components/parameter-marks.ts';
import { type ActionEvents, addEditorActions } from './editor-actions.ts';
import { applyTheme, defineThemes, type EditorTheme, keepThemeBehindForcedColours } from './editor-themes.ts';
import { createExactTexts } from './exact-texts.ts';
import { registerLanguage } from './language-providers.ts';
import { createLightBulb } from './light-bulb.ts';
import { applyLineEdits, applyTextEdits, fieldValueOf, type LineEdit, lineEndFor } from './line-edits.ts';
import { monaco } from './monaco.ts';
import { createProblemMarkers } from './problem-markers.ts';
import { offsetOfPosition, offsetsOf, rangesOf } from './text-places.ts';
import { dressWidgets } from './widget-looks.ts';
import { xmlEditorOptions } from './xml-editor-options.ts';

const { KeyCode, KeyMod } = monaco;

/** Beyond so many the colours help nobody, and cost. */
const markLimit = 2000;

export interface XmlEditorEvents extends ActionEvents {
  /** The whole document, exact, after a change in the editor. */
  readonly onText: (text: string) => void;
  /** Whether there is something to undo and to redo, after every change. */
  readonly onHistory: (history: EditHistory) => void;
  /** The cursor or the selection; null while the editor has not the focus. */
  readonly onCursor: (selection: Range | null) => void;
  /** Pixels that all of the text takes, wrapped as it is. */
  readonly onHeight: (height: number) => void;
  /** The keys that switch between indenting and leaving by Tab. */
  readonly onTabIndents: (indents: boolean) => void;
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
  /** One step that can be undone, of the text as it is now. Typing `opens` a step that stays open, and `joins` it. */
  readonly apply: (edits: readonly TextEdit[], joins?: 'opens' | 'joins') => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** What comes next is a step of its own. */
  readonly endStep: () => void;
  /** The last request; its text may be a little older than what the editor shows. */
  readonly showRequest: (built: BuiltRequest) => void;
  /** Parameters of `text` in their colours. */
  readonly showParameters: (text: string, marks: readonly ParameterMark[]) => void;
  /** Marks one place of `text`; null: none. To `reveal` it scrolls there too. */
  readonly showSource: (text: string, source: Range | null, how?: 'reveal') => void;
  readonly hideSecrets: (hide: boolean) => void;
  /** Else Tab leaves the editor. */
  readonly letTabIndent: (indents: boolean) => void;
  readonly setTheme: (theme: EditorTheme) => void;
  /** Pixels. */
  readonly setSize: (size: { readonly font: number; readonly line: number }) => void;
  readonly select: (range: Range) => void;
  /** Offset of the cursor. */
  readonly cursor: () => number;
  readonly focus: () => void;
  /** Does what Monaco calls so, at the cursor. */
  readonly run: (action: string) => void;
  readonly remeasure: () => void;
  readonly dispose: () => void;
}

export interface XmlEditorStart {
  readonly text: string;
  readonly theme: EditorTheme;
}

export function createXmlEditor(
  host: HTMLElement,
  start: XmlEditorStart,
  events: XmlEditorEvents,
): XmlEditor {
  defineThemes();
  // Before there is an editor: it would be drawn in Monaco's own colours, and then again.
  applyTheme(start.theme);
  const initial = start.text;
  let text = initial;
  let latest: BuiltRequest | null = null;
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
  const source = editor.createDecorationsCollection();
  /** A place that was led to: the colour of a parameter covers that of the selection. */
  const ledTo = editor.createDecorationsCollection();
  const language = registerLanguage(model, { text: () => text, request: () => latest });
  const theme = keepThemeBehindForcedColours();
  const actions = addEditorActions(editor, events);
  const bulb = createLightBulb(editor, (selection) => {
    return latest?.inputs.xml === text && fixesAt(latest.diagnostics, offsetsOf(text, selection)).length > 0;
  });
  const disposables: monaco.IDisposable[] = [...language, ...actions, problems, theme, bulb, editor, model];
  dressWidgets(host, editor);
  let tabIndents = false;
  editor.addAction({
    id: 'playground.tab',
    label: 'Switch between indenting and leaving by Tab',
    // As elsewhere; on a Mac Cmd M is the window's.
    keybindings: [tabKeys],
    run: () => events.onTabIndents(!tabIndents),
  });

  const markSecrets = () => {
    const rangeOf = rangesOf(text);
    const ranges = secretsHidden ? secretNodes(text) : [];
    const options = { inlineClassName: 'secret-value' };
    secrets.set(ranges.map((range) => ({ range: rangeOf(range), options })));
  };

  const exact = createExactTexts();
  exact.remember(model.getAlternativeVersionId(), text);

  const changed = (next: string) => {
    text = next;
    exact.remember(model.getAlternativeVersionId(), text);
    markSecrets();
    events.onText(text);
    events.onHistory({ canUndo: model.canUndo(), canRedo: model.canRedo() });
  };

  const replaceText = (next: string) => {
    if (next === text) return;
    exact.remember(model.getAlternativeVersionId(), text, 'always');
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
    exact.remember(model.getAlternativeVersionId(), text, 'always');
  };

  disposables.push(
    model.onDidChangeContent(({ changes, isEolChange, isUndoing, isRedoing }) => {
      const known = isUndoing || isRedoing ? exact.recall(model.getAlternativeVersionId()) : undefined;
      if (known !== undefined) return changed(known);
      if (isEolChange || replacing) return;
      changed(applyLineEdits(text, changes.map(lineEditOf)));
    }),
  );
  markSecrets();
  events.onHeight(editor.getContentHeight());
  const tellCursor = () => {
    const selected = editor.getSelection();
    if (!ledTo.getRanges().every((range) => range.equalsRange(selected))) ledTo.clear();
    const selection = editor.hasTextFocus() ? selected : null;
    events.onCursor(selection && offsetsOf(text, selection));
  };
  disposables.push(
    editor.onDidChangeCursorSelection(tellCursor),
    editor.onDidFocusEditorText(tellCursor),
    editor.onDidBlurEditorText(tellCursor),
    editor.onDidContentSizeChange(({ contentHeight }) => events.onHeight(contentHeight)),
  );

  return {
    text: () => text,
    replaceText,
    apply(edits, joins) {
      if (edits.length === 0) return;
      if (joins !== 'joins') editor.pushUndoStop();
      // The edits' own line ends count, not the one kind that the editor knows.
      const next = applyTextEdits(text, edits);
      const rangeOf = rangesOf(text);
      replacing = true;
      editor.executeEdits(
        'playground',
        edits.map((edit) => ({ range: rangeOf(edit.range), text: edit.text, forceMoveMarkers: true })),
      );
      replacing = false;
      if (joins === undefined) editor.pushUndoStop();
      changed(next);
    },
    undo: () => void model.undo(),
    redo: () => void model.redo(),
    endStep: () => editor.pushUndoStop(),
    showRequest(next) {
      latest = next;
      problems.show(next.inputs.xml, next.diagnostics);
      bulb.update();
    },
    showParameters(ofText, marks) {
      const rangeOf = rangesOf(ofText);
      parameters.set(
        marks.slice(0, markLimit).map((mark) => ({
          range: rangeOf(mark.range),
          options: { inlineClassName: markClasses(mark) },
        })),
      );
    },
    showSource(ofText, place, how) {
      // A place of an older text would be another place by now.
      if (place === null || ofText !== text) return source.clear();
      const range = rangesOf(ofText)(place);
      source.set([{ range, options: { inlineClassName: 'source-lit' } }]);
      if (how === 'reveal') editor.revealRangeInCenterIfOutsideViewport(range);
    },
    letTabIndent(indents) {
      tabIndents = indents;
      editor.updateOptions({ tabFocusMode: !indents });
    },
    hideSecrets(hide) {
      secretsHidden = hide;
      markSecrets();
    },
    setTheme: applyTheme,
    setSize: ({ font, line }) => editor.updateOptions({ fontSize: font, lineHeight: line }),
    select(selected) {
      const range = rangesOf(text)(selected);
      editor.setSelection(range);
      ledTo.set([{ range, options: { inlineClassName: 'source-lit' } }]);
      editor.revealRangeInCenterIfOutsideViewport(range);
    },
    cursor() {
      const position = editor.getPosition();
      return position ? offsetOfPosition(text, position) : 0;
    },
    focus: () => editor.focus(),
    run(action) {
      editor.focus();
      void editor.getAction(action)?.run();
    },
    remeasure: () => monaco.editor.remeasureFonts(),
    dispose() {
      for (const disposable of disposables) disposable.dispose();
    },
  };
}

const tabKeys = isMac ? KeyMod.WinCtrl | KeyMod.Shift | KeyCode.KeyM : KeyMod.CtrlCmd | KeyCode.KeyM;

function lineEditOf({ range, text }: monaco.editor.IModelContentChange): LineEdit {
  return {
    line: range.startLineNumber,
    column: range.startColumn,
    endLine: range.endLineNumber,
    endColumn: range.endColumn,
    text,
  };
}
