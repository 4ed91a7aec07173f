/**
 * The editor of the Account XML as the rest of the page knows it: an object that stays the same, and
 * offsets everywhere. What is behind it, Monaco or the plain field before it, connects itself.
 */
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { applyEdits } from '../../core/account/edit-account.ts';
import type { Range } from '../../core/source/diagnostics.ts';
import type { XmlEditor } from '../monaco/xml-editor.ts';
import { useDisplay } from './display-provider.tsx';
import { requiredContext } from './required-context.ts';
import { useSession } from './session-provider.tsx';

export interface Editor
  extends Pick<XmlEditor, 'text' | 'replaceText' | 'apply' | 'undo' | 'redo' | 'endStep'> {
  /** Shows the XML, selects there and takes the focus. */
  readonly select: (range: Range) => void;
  /** Offset of the cursor. */
  readonly cursor: () => number;
  /** Marks one place of `ofText`; null: none. To `reveal` it scrolls there too; focus and selection stay. */
  readonly showSource: (ofText: string, source: Range | null, how?: 'reveal') => void;
  /** Shows the XML and does what the editor calls so, at the cursor; the plain field knows none. */
  readonly run: (action: string) => void;
}

/** What is behind the editor at the moment. */
export type EditorImplementation = Editor;

export interface EditorState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The cursor or selection; null while the editor does not have the focus. */
  readonly selection: Range | null;
}

interface EditorLink extends Editor {
  /** The newest connection counts. */
  readonly connect: (implementation: EditorImplementation) => void;
}

const [Provider, useEditorLink] = requiredContext<EditorLink>('Editor');
const [StateProvider, useEditorState] = requiredContext<EditorState>('Editor');
const [ReportProvider, useEditorReport] = requiredContext<(state: Partial<EditorState>) => void>('Editor');

/** For the editor's own view. */
export { useEditorLink, useEditorReport, useEditorState };

export function useEditor(): Editor {
  return useEditorLink();
}

const initial: EditorState = { canUndo: false, canRedo: false, selection: null };

export function EditorProvider({ children }: { readonly children: ReactNode }) {
  const { session, change } = useSession();
  const { showPane, setPanel } = useDisplay();
  const latest = useRef(session.xml);
  useEffect(() => {
    latest.current = session.xml;
  }, [session.xml]);
  const [state, setState] = useState(initial);
  const report = useMemo(
    () => (part: Partial<EditorState>) => setState((before) => ({ ...before, ...part })),
    [],
  );
  const [link] = useState(() => {
    const onText = (xml: string) => change({ type: 'xml', xml });
    return createLink(
      () => latest.current,
      onText,
      () =>
        // A place of the text is in the XML, which must be there to take the focus.
        flushSync(() => {
          change({ type: 'view', view: 'xml' });
          showPane('account');
          setPanel(null);
        }),
    );
  });
  return (
    <Provider value={link}>
      <ReportProvider value={report}>
        <StateProvider value={state}>{children}</StateProvider>
      </ReportProvider>
    </Provider>
  );
}

function createLink(text: () => string, onText: (text: string) => void, showXml: () => void): EditorLink {
  /** Before any view is there: the session itself. */
  let behind: EditorImplementation = {
    text,
    replaceText: onText,
    apply: (edits) => onText(applyEdits(text(), edits)),
    undo() {},
    redo() {},
    endStep() {},
    select() {},
    cursor: () => 0,
    showSource() {},
    run() {},
  };
  return {
    connect(implementation) {
      behind = implementation;
    },
    text: () => behind.text(),
    replaceText: (next) => behind.replaceText(next),
    apply: (edits, joins) => behind.apply(edits, joins),
    undo: () => behind.undo(),
    redo: () => behind.redo(),
    endStep: () => behind.endStep(),
    select(range) {
      showXml();
      behind.select(range);
    },
    cursor: () => behind.cursor(),
    showSource: (ofText, source, how) => behind.showSource(ofText, source, how),
    run(action) {
      showXml();
      behind.run(action);
    },
  };
}
