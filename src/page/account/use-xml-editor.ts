/** Loads the editor after the first paint and hands over what is being typed until then. */
import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { XmlEditor, XmlEditorEvents, XmlEditorStart } from '../monaco/xml-editor.ts';
import { settleEditor } from '../state/editor-settled.ts';
import { fieldSelection } from './field-selection.ts';

export type EditorState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly editor: XmlEditor }
  | { readonly phase: 'failed'; readonly retry: () => void };

export interface EditorDependencies {
  readonly host: RefObject<HTMLDivElement | null>;
  /** The plain field shown until the editor is there. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly start: () => XmlEditorStart;
  readonly events: XmlEditorEvents;
}

/** `dependencies` must stay the same object. */
export function useXmlEditor(dependencies: EditorDependencies): EditorState {
  const [state, setState] = useState<EditorState>({ phase: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt loads it again
  useEffect(() => {
    const stop = new AbortController();
    setState({ phase: 'loading' });
    const cancel = afterFirstPaint(() => {
      import('../monaco/xml-editor.ts')
        .then(
          async ({ createXmlEditor }) => {
            await compositionEnd(dependencies.field.current);
            const host = dependencies.host.current;
            if (stop.signal.aborted || host === null) return;
            const editor = createXmlEditor(host, dependencies.start(), dependencies.events);
            stop.signal.addEventListener('abort', () => editor.dispose());
            takeOver(editor, dependencies.field.current);
            void document.fonts.ready.then(() => stop.signal.aborted || editor.remeasure());
            setState({ phase: 'ready', editor });
          },
          () => stop.signal.aborted || setState({ phase: 'failed', retry }),
        )
        .finally(settleEditor);
    });
    return () => {
      cancel();
      stop.abort();
    };
  }, [attempt, dependencies, retry]);

  return state;
}

/** The first paint comes first: the editor is large, and the request is readable without it. */
function afterFirstPaint(run: () => void): () => void {
  if (performance.getEntriesByName('first-contentful-paint').length > 0) {
    run();
    return () => {};
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    timer = setTimeout(run);
  });
  // A tab in the background paints nothing.
  timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    run();
  }, 1000);
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** Text that is being composed (as with a Chinese keyboard) belongs to the field until it is there. */
function compositionEnd(field: HTMLTextAreaElement | null): Promise<void> {
  if (field === null || field.dataset['composing'] === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    field.addEventListener('compositionend', () => setTimeout(resolve), { once: true });
  });
}

function takeOver(editor: XmlEditor, field: HTMLTextAreaElement | null): void {
  if (field === null || document.activeElement !== field) return;
  editor.select(fieldSelection(field, editor.text()));
  editor.focus();
}
