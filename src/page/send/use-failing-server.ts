/** Points the Account XML at a server that fails: one edit of the document, with a notice, undone on request. */
import { useState } from 'react';
import type { AccountChoice } from '../../core/account/read-account.ts';
import { useEditor } from '../state/editor-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { useUploads } from '../state/uploads-provider.tsx';
import type { Pointing } from './failing-servers.ts';

export interface ServerPointer {
  readonly title: string;
  readonly apply: (text: string, choice: AccountChoice) => Pointing;
}

export type PointingNotice =
  /** Keys that changed; none where the document was like that already. */
  | { readonly kind: 'changed'; readonly title: string; readonly keys: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string };

export interface LiveFailingServer {
  readonly notice: PointingNotice | null;
  readonly onPoint: (pointer: ServerPointer) => void;
  readonly onUndo: () => void;
  readonly onNoticeRead: () => void;
}

interface Change {
  readonly notice: PointingNotice;
  /** The document before and after; a notice is about the second one and goes with it. */
  readonly before: string;
  readonly after: string;
  /** When the last upload began: it says that nothing was sent yet, and goes with the next one. */
  readonly upload: number | null;
}

export function useFailingServer(): LiveFailingServer {
  const editor = useEditor();
  const { xml, account, locale } = useSession().session;
  const upload = useUploads().upload?.exchange.sent.startedAt ?? null;
  const [change, setChange] = useState<Change | null>(null);
  const onPoint = ({ title, apply }: ServerPointer) => {
    const before = editor.text();
    const pointing = apply(before, { account, locale: locale || undefined });
    if (pointing.kind === 'refused') {
      setChange({ notice: pointing, before, after: before, upload });
      return;
    }
    editor.apply(pointing.edits);
    const notice = { kind: 'changed', title, keys: pointing.keys } as const;
    setChange({ notice, before, after: pointing.text, upload });
  };
  const onUndo = () => {
    if (change === null) return;
    setChange(null);
    editor.undo();
    // The plain field before the editor has no history.
    if (editor.text() === change.after) editor.replaceText(change.before);
  };
  return {
    notice: change !== null && change.after === xml && change.upload === upload ? change.notice : null,
    onPoint,
    onUndo,
    onNoticeRead: () => setChange(null),
  };
}
