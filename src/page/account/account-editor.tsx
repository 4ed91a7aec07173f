import { use, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { LinkButton } from '../components/link-button.tsx';
import type { ParameterMark } from '../components/parameter-marks.ts';
import { FitContext } from '../components/split/fit-context.ts';
import { useCodeSize } from '../components/use-code-size.ts';
import { applyTextEdits, editOfFieldValue } from '../monaco/line-edits.ts';
import type { XmlEditor } from '../monaco/xml-editor.ts';
import { useDisplay } from '../state/display-provider.tsx';
import { type EditorImplementation, useEditorLink, useEditorReport } from '../state/editor-provider.tsx';
import { useHues, useRequest } from '../state/request-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { fieldSelection, selectInField } from './field-selection.ts';
import { parameterMarks } from './marks-of-request.ts';
import { PlainXml } from './plain-xml.tsx';
import { useXmlEditor } from './use-xml-editor.ts';
import '../components/xml-marks.css';

const noMarks: readonly ParameterMark[] = [];

/** The Account XML as text: Monaco, or a plain field until it is there and where it can't be. */
export function AccountEditor() {
  const { session, change } = useSession();
  const { built } = useRequest();
  const hues = useHues();
  const { showSecrets, theme, openReference, openDialog, tabIndents, setTabIndents } = useDisplay();
  const link = useEditorLink();
  const report = useEditorReport();
  const { xml } = session;
  const diagnosedXml = built.inputs.xml;
  const marks = useMemo(() => parameterMarks(built, hues), [built, hues]);
  const host = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const height = useRef<HTMLDivElement>(null);
  const latest = useRef({ text: xml, theme: theme.effective });
  useLayoutEffect(() => {
    latest.current = { text: xml, theme: theme.effective };
  });
  const [dependencies] = useState(() => ({
    host,
    field,
    start: () => latest.current,
    events: {
      onText: (text: string) => change({ type: 'xml', xml: text }),
      onHistory: report,
      onHeight: (pixels: number) => height.current?.style.setProperty('height', `${pixels}px`),
      onCursor: (selection: { readonly start: number; readonly end: number } | null) => report({ selection }),
      onCommands: () => openDialog('palette'),
      onReference: (entry: string) => openReference(entry),
      onTabIndents: setTabIndents,
    },
  }));
  const state = useXmlEditor(dependencies);
  const size = useCodeSize(host);
  const editor = state.phase === 'ready' ? state.editor : null;

  // All before the editor is painted first.
  useLayoutEffect(() => editor?.setTheme(theme.effective), [editor, theme.effective]);
  useLayoutEffect(() => editor?.setSize(size), [editor, size]);
  useLayoutEffect(() => editor?.hideSecrets(!showSecrets), [editor, showSecrets]);
  useLayoutEffect(() => editor?.letTabIndent(tabIndents), [editor, tabIndents]);
  useLayoutEffect(() => editor?.showRequest(built), [editor, built]);
  useLayoutEffect(() => editor?.showParameters(diagnosedXml, marks), [editor, diagnosedXml, marks]);

  useLayoutEffect(() => {
    const onText = (text: string) => change({ type: 'xml', xml: text });
    link.connect(editor ? monacoBehind(editor) : plainBehind(() => latest.current.text, onText, field));
  }, [link, editor, change]);

  const onValue = (value: string) => {
    const edit = editOfFieldValue(xml, value);
    if (edit) change({ type: 'xml', xml: applyTextEdits(xml, [edit]) });
  };

  return (
    <div
      ref={use(FitContext)}
      data-scroll=""
      className="relative h-[max(16rem,55dvh)] flex-none overflow-hidden bg-pane wide:h-auto wide:min-h-0 wide:flex-1"
      data-phase={state.phase}
    >
      {/* As high as all of the text, for the list below to know what room it leaves. */}
      <div ref={height} className="invisible absolute top-0 h-40" data-need="" />
      <div ref={host} className="code absolute inset-0 leading-(--code-line)" />
      {editor === null && (
        <PlainXml
          ref={field}
          xml={xml}
          marks={xml === diagnosedXml ? marks : noMarks}
          onValue={onValue}
          hideSecrets={!showSecrets}
          tabIndents={tabIndents}
        />
      )}
      {state.phase === 'failed' && (
        <p
          className="absolute inset-x-0 bottom-0 border-t border-warn-line bg-warn-tint px-4 py-2"
          aria-live="polite"
        >
          The editor could not be loaded. This plain field works all the same.{' '}
          <LinkButton onClick={state.retry}>Try again</LinkButton>
        </p>
      )}
    </div>
  );
}

function monacoBehind(editor: XmlEditor): EditorImplementation {
  return {
    ...editor,
    select(range) {
      editor.select(range);
      editor.focus();
    },
  };
}

/** The plain field: its own undo, and no highlights. */
function plainBehind(
  text: () => string,
  onText: (text: string) => void,
  field: { readonly current: HTMLTextAreaElement | null },
): EditorImplementation {
  return {
    text,
    replaceText: onText,
    apply: (edits) => onText(applyTextEdits(text(), edits)),
    undo() {},
    redo() {},
    endStep() {},
    select: (range) => field.current && selectInField(field.current, text(), range),
    cursor: () => (field.current ? fieldSelection(field.current, text()).start : 0),
    showSource() {},
    run() {},
  };
}
