/** Opening and saving the Account XML as a file. Nothing leaves the computer, and nothing is lost. */
import { type Dispatch, useCallback, useRef, useState } from 'react';
import { isUnsaved } from './account-document.ts';
import { readDocumentFile } from './document-file.ts';
import { download } from './download.ts';
import type { Session, SessionAction } from './session.ts';

export interface LiveDocument {
  /** Null while it has no file. */
  readonly name: string | null;
  readonly isUnsaved: boolean;
  /** What the person should know about the last attempt; null where all is well. */
  readonly notice: string | null;
  readonly tell: (notice: string | null) => void;
  /** `told` is said once it is open. */
  readonly open: (file: File, told?: string) => void;
  readonly save: () => void;
}

const firstName = 'account.xml';
const stillLost =
  'Saved, but without the characters shown as \uFFFD: they were lost when the file was opened, because it is not UTF-8. Your own file still has them.';

/** `replaceText` puts a text into the editor as one step that can be undone; `text` is the latest one. */
export function useDocument(
  session: Session,
  change: Dispatch<SessionAction>,
  editor: { readonly replaceText: (text: string) => void; readonly text: () => string },
): LiveDocument {
  const [notice, tell] = useState<string | null>(null);
  const choice = useRef(0);
  /** Files that are not UTF-8, by their text: saved unchanged, they stay as they were. */
  const own = useRef(new Map<string, Uint8Array<ArrayBuffer>>());

  const open = useCallback(
    (file: File, told?: string) => {
      choice.current += 1;
      const mine = choice.current;
      void readDocumentFile(file).then((read) => {
        // A later choice may have been faster to read.
        if (mine !== choice.current) return;
        if (read.kind === 'refused') {
          tell(read.why);
          return;
        }
        tell(told ?? null);
        const { name, text, fault } = read;
        if (fault) own.current.set(text, fault.bytes);
        change({ type: 'open', xml: text, file: { name, encoding: fault?.diagnostic ?? null } });
        editor.replaceText(text);
      });
    },
    [change, editor],
  );

  const save = useCallback(() => {
    const xml = editor.text();
    const name = session.document.name ?? firstName;
    // A text of another document may be the same; then its file is UTF-8 already.
    const bytes = session.document.encoding === null ? undefined : own.current.get(xml);
    download(name, new Blob([bytes ?? new TextEncoder().encode(xml)]));
    if (bytes !== undefined) return;
    change({ type: 'saved', xml, name });
    if (session.document.encoding !== null && xml.includes('\uFFFD')) tell(stillLost);
  }, [change, editor, session.document.name, session.document.encoding]);

  return { name: session.document.name, isUnsaved: isUnsaved(session), notice, tell, open, save };
}
