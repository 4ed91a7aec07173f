/** Opening and saving the Account XML as a file. Nothing leaves the computer, and nothing is lost. */
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { isUnsaved } from './account-document.ts';
import { type DocumentFile, readDocumentFile } from './document-file.ts';
import { download } from './download.ts';
import { useEditor } from './editor-provider.tsx';
import { requiredContext } from './required-context.ts';
import type { ExampleContent } from './session.ts';
import { useSession } from './session-provider.tsx';

export interface DocumentState {
  /** Null while it has no file. */
  readonly name: string | null;
  readonly isUnsaved: boolean;
  /** What the person should know about the last attempt; null where all is well. */
  readonly notice: string | null;
  readonly notify: (notice: string | null) => void;
  /** `message` is shown once it is open. */
  readonly open: (file: File, message?: string) => void;
  readonly openExample: (example: ExampleContent) => void;
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
  const [notice, notify] = useState<string | null>(null);
  const chooser = useRef<HTMLInputElement>(null);
  /** Files that are not UTF-8, by their text: saved unchanged, they stay as they were. */
  const own = useRef(new Map<string, Uint8Array<ArrayBuffer>>());

  // Of several choices the last one counts, whichever is read first.
  const { mutate: read } = useMutation({ mutationFn: readDocumentFile });

  const open = useCallback(
    (file: File, message?: string) => {
      const onSuccess = (document: DocumentFile) => {
        if (document.kind === 'refused') {
          notify(document.why);
          return;
        }
        notify(message ?? null);
        const { name, text, fault } = document;
        if (fault) own.current.set(text, fault.bytes);
        change({ type: 'open', xml: text, file: { name, encoding: fault?.diagnostic ?? null } });
        editor.replaceText(text);
      };
      read(file, { onSuccess });
    },
    [read, change, editor],
  );

  const save = useCallback(() => {
    const xml = editor.text();
    const name = session.document.name ?? firstName;
    // A text of another document may be the same; then its file is UTF-8 already.
    const bytes = session.document.encoding === null ? undefined : own.current.get(xml);
    download(name, new Blob([bytes ?? new TextEncoder().encode(xml)]));
    if (bytes !== undefined) return;
    change({ type: 'saved', xml, name });
    if (session.document.encoding !== null && xml.includes('\uFFFD')) notify(stillLost);
  }, [change, editor, session.document.name, session.document.encoding]);

  const openExample = useCallback(
    (example: ExampleContent) => {
      change({ type: 'example', example });
      editor.replaceText(example.xml);
      notify(null);
    },
    [change, editor],
  );
  const choose = useCallback(() => chooser.current?.click(), []);

  const { name } = session.document;
  const unsaved = isUnsaved(session);
  return useMemo(
    () => ({ name, isUnsaved: unsaved, notice, notify, open, openExample, save, chooser, choose }),
    [name, unsaved, notice, open, openExample, save, choose],
  );
}
