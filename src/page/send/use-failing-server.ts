/** Points the Account XML at a server that fails: one edit of the document, told, and taken back on request. */
import { type RefObject, useState } from 'react';
import type { AccountChoice } from '../../core/account/read-account.ts';
import type { AccountEditorHandle } from '../account/account-editor.tsx';
import { lineEditsOf } from '../account/fix-edits.ts';
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
}

/** `xml` is the document as it is now. */
export function useFailingServer(
  editor: RefObject<AccountEditorHandle | null>,
  choice: AccountChoice,
  xml: string,
): LiveFailingServer {
  const [change, setChange] = useState<Change | null>(null);
  const onPoint = ({ title, apply }: ServerPointer) => {
    const before = editor.current?.text() ?? xml;
    const pointing = apply(before, choice);
    if (pointing.kind === 'refused') {
      setChange({ notice: pointing, before, after: before });
      return;
    }
    editor.current?.applyEdits(lineEditsOf(pointing, before));
    setChange({ notice: { kind: 'changed', title, keys: pointing.keys }, before, after: pointing.text });
  };
  const onUndo = () => {
    if (change === null) return;
    setChange(null);
    editor.current?.undo();
    // The plain field before the editor has no history.
    if (editor.current?.text() === change.after) editor.current.replaceText(change.before);
  };
  return {
    notice: change !== null && change.after === xml ? change.notice : null,
    onPoint,
    onUndo,
    onNoticeRead: () => setChange(null),
  };
}
