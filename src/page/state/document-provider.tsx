/** Opening and saving the Account XML as a file. Nothing leaves the computer, and nothing is lost. */
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isUnsaved } from './account-document.ts';
import { type DocumentFile, readDocumentFile } from './document-file.ts';
import { download } from './download.ts';
import { useEditor } from './editor-provider.tsx';
import { requiredContext } from './required-context.ts';
import { returnTo } from './return-to.ts';
import { type ExampleContent, haveSameInputs, type Session, type SessionAction } from './session.ts';
import { useSession } from './session-provider.tsx';

export interface DocumentNotice {
  readonly text: string;
  /** Takes back what was done; offered until something else is put in. */
  readonly undo?: () => void;
}

export interface DocumentState {
  /** Null while it has no file. */
  readonly name: string | null;
  readonly isUnsaved: boolean;
  /** What the person should know about the last thing that was done with it; null where all is well. */
  readonly notice: DocumentNotice | null;
  readonly notify: (notice: DocumentNotice | null) => void;
  /** `message` is shown once it is open. */
  readonly open: (file: File, message?: string) => void;
  readonly openExample: (example: ExampleContent & { readonly title: string }) => void;
  /** Another session in the place of all that was put in; `text` says so. */
  readonly replaceAll: (session: Session, text: string, onUndo?: () => void) => void;
  readonly save: () => void;
  /** The file chooser, wherever it stands. */
  readonly chooser: RefObject<HTMLInputElement | null>;
  readonly choose: () => void;
}

const firstName = 'account.xml';
const stillLost =
  'Saved, but without the characters shown as \uFFFD: they were lost when the file was opened, because it is not UTF-8. Your own file still has them.';

const [Provider, useDocument] = requiredContext<DocumentState>('Document');

export { useDocument };

export function DocumentProvider({ children }: { readonly children: ReactNode }) {
  return <Provider value={useDocumentState()}>{children}</Provider>;
}

function useDocumentState(): DocumentState {
  const { session, change } = useSession();
  const editor = useEditor();
  const [notice, notify] = useState<DocumentNotice | null>(null);
  /** What `notice` is about. */
  const [noticed, setNoticed] = useState<Session | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  /** Files that are not UTF-8, by their text: saved unchanged, they stay as they were. */
  const own = useRef(new Map<string, Uint8Array<ArrayBuffer>>());
  const latest = useRef(session);
  useEffect(() => {
    latest.current = session;
  }, [session]);
  useEffect(() => setNoticed(notice && latest.current), [notice]);

  /** Another document in the place of the present one. What made way comes back whole, with all beside the text. */
  const replace = useCallback(
    (action: SessionAction, xml: string, text: string, onUndo?: () => void) => {
      const before = { ...latest.current, xml: editor.text() };
      change(action);
      editor.replaceText(xml);
      notify({
        text,
        undo() {
          notify(null);
          returnTo(editor, before.xml);
          change({ type: 'back', session: before });
          onUndo?.();
        },
      });
    },
    [change, editor],
  );

  const replaceAll = useCallback(
    (other: Session, text: string, onUndo?: () => void) =>
      replace({ type: 'replace', session: other }, other.xml, text, onUndo),
    [replace],
  );

  // Of several choices the last one counts, whichever is read first.
  const { mutate: read } = useMutation({ mutationFn: readDocumentFile });

  const open = useCallback(
    (file: File, message?: string) => {
      const onSuccess = (document: DocumentFile) => {
        if (document.kind === 'refused') {
          notify({ text: document.why });
          return;
        }
        if (document.kind === 'session') {
          void import('./sharing/open-shared.ts').then(
            ({ openSessionFile, show }) =>
              show(openSessionFile(document.text, document.name), { notify, replaceAll }),
            () => notify({ text: 'The file could not be opened: a part of the page did not load.' }),
          );
          return;
        }
        const { name, text, fault } = document;
        if (fault) own.current.set(text, fault.bytes);
        const said = [`Replaced by “${name}”.`, message].filter(Boolean).join(' ');
        replace({ type: 'open', xml: text, file: { name, encoding: fault?.diagnostic ?? null } }, text, said);
      };
      read(file, { onSuccess });
    },
    [read, replace, replaceAll],
  );

  const save = useCallback(() => {
    const xml = editor.text();
    const name = session.document.name ?? firstName;
    // A text of another document may be the same; then its file is UTF-8 already.
    const bytes = session.document.encoding === null ? undefined : own.current.get(xml);
    download(name, new Blob([bytes ?? new TextEncoder().encode(xml)]));
    if (bytes !== undefined) return;
    change({ type: 'saved', xml, name });
    if (session.document.encoding !== null && xml.includes('\uFFFD')) notify({ text: stillLost });
  }, [change, editor, session.document.name, session.document.encoding]);

  const openExample = useCallback(
    (example: ExampleContent & { readonly title: string }) =>
      replace({ type: 'example', example }, example.xml, `Replaced by the example “${example.title}”.`),
    [replace],
  );
  const choose = useCallback(() => chooser.current?.click(), []);

  const { name } = session.document;
  const unsaved = isUnsaved(session);
  // Undo would take away what was put in since; what went wrong is said until it is closed.
  const isOver = notice?.undo !== undefined && noticed !== null && !haveSameInputs(noticed, session);
  return useMemo(
    () => ({
      name,
      isUnsaved: unsaved,
      notice: isOver ? null : notice,
      notify,
      open,
      openExample,
      replaceAll,
      save,
      chooser,
      choose,
    }),
    [name, unsaved, notice, isOver, open, openExample, replaceAll, save, choose],
  );
}
