import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { BuiltRequest } from '../../core/build-request.ts';
import type { Position, Range } from '../../core/source/diagnostics.ts';
import { applyLineEdits, editOfFieldValue, type LineEdit } from '../monaco/line-edits.ts';
import type { ParameterMark } from '../monaco/parameter-marks.ts';
import type { EditHistory, TextSpan } from '../monaco/xml-editor.ts';
import { fieldPosition, selectInField } from './field-position.ts';
import { PlainXml } from './plain-xml.tsx';
import { useXmlEditor } from './use-xml-editor.ts';
import '../components/xml-marks.css';
import './account-editor.css';

/** What the page asks of the editor, be it Monaco or the plain field before it. */
export interface AccountEditorHandle {
  readonly replaceText: (text: string) => void;
  /** Edits of the text as it is now, as one step that can be undone, or as part of one that is typed. */
  readonly applyEdits: (edits: readonly LineEdit[], joins?: 'opens' | 'joins') => void;
  /** The text as it is now, to the byte. */
  readonly text: () => string;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly endStep: () => void;
  /** Selects, scrolls there and takes the focus. */
  readonly select: (start: Position, end: Position) => void;
  readonly position: () => Position;
  /** Lights up one place of `ofText`; null: none. */
  readonly showSource: (ofText: string, source: Range | null) => void;
}

interface AccountEditorProps {
  readonly ref: Ref<AccountEditorHandle>;
  readonly xml: string;
  readonly onText: (xml: string) => void;
  readonly onHistory: (history: EditHistory) => void;
  /** The cursor or the selection; null while the editor has not the focus. */
  readonly onCursor: (selection: TextSpan | null) => void;
  /** May lag behind `xml` for a moment. */
  readonly built: BuiltRequest;
  /** Of the text that `built` was built from. */
  readonly marks: readonly ParameterMark[];
  readonly hideSecrets: boolean;
  readonly theme: 'light' | 'dark';
}

const noMarks: readonly ParameterMark[] = [];

export function AccountEditor(props: AccountEditorProps) {
  const { ref, xml, onText, built, marks, hideSecrets, theme } = props;
  const diagnosedXml = built.inputs.xml;
  const host = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  const [surroundings] = useState(() => ({
    host,
    field,
    text: () => latest.current.xml,
    events: {
      onText: (text: string) => latest.current.onText(text),
      onHistory: (history: EditHistory) => latest.current.onHistory(history),
      onCursor: (selection: TextSpan | null) => latest.current.onCursor(selection),
    },
  }));
  const state = useXmlEditor(surroundings);
  const editor = state.phase === 'ready' ? state.editor : null;

  useEffect(() => editor?.setTheme(theme), [editor, theme]);
  useEffect(() => editor?.hideSecrets(hideSecrets), [editor, hideSecrets]);
  useEffect(() => editor?.showRequest(built), [editor, built]);

  useEffect(() => editor?.showParameters(diagnosedXml, marks), [editor, diagnosedXml, marks]);

  useImperativeHandle(ref, () => ({
    replaceText(text) {
      if (editor) editor.replaceText(text);
      else onText(text);
    },
    text: () => editor?.text() ?? xml,
    undo: () => editor?.undo(),
    redo: () => editor?.redo(),
    endStep: () => editor?.endStep(),
    applyEdits(edits, joins) {
      if (editor) editor.applyEdits(edits, joins);
      else onText(applyLineEdits(xml, edits));
    },
    select(start, end) {
      editor?.select(start, end);
      editor?.focus();
      if (field.current) selectInField(field.current, start, end);
    },
    position() {
      if (editor) return editor.position();
      return field.current ? fieldPosition(field.current).start : { line: 1, column: 1 };
    },
    showSource: (ofText, source) => editor?.showSource(ofText, source),
  }));

  const onValue = (value: string) => {
    const edit = editOfFieldValue(xml, value);
    if (edit) onText(applyLineEdits(xml, [edit]));
  };

  return (
    <div className="account-editor" data-phase={state.phase}>
      <div ref={host} className="account-editor-host" />
      {editor === null && (
        <PlainXml
          ref={field}
          xml={xml}
          marks={xml === diagnosedXml ? marks : noMarks}
          onValue={onValue}
          hideSecrets={hideSecrets}
        />
      )}
      {state.phase === 'failed' && (
        <p className="account-editor-failed" aria-live="polite">
          The editor could not be loaded. This plain field works all the same.{' '}
          <button type="button" className="link" onClick={state.retry}>
            Try again
          </button>
        </p>
      )}
    </div>
  );
}
