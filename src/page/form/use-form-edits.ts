/** Edits of the form: made of the text as it is now, put in as edits of it, one step to undo each. */
import { useMemo, useRef } from 'react';
import { type EditOutcome, readsAs, removeKey, setKey } from '../../core/account/edit-account.ts';
import { type AccountChoice, readAccount } from '../../core/account/read-account.ts';
import { useEditor } from '../state/editor-provider.tsx';
import type { RowEdit } from './form-rows.ts';

/** Typing in one field is one step until it pauses. Milliseconds. */
const typingPause = 1000;

export type Committed =
  /** `reads` is what the field reads now. */
  | { readonly kind: 'written'; readonly reads: string }
  | { readonly kind: 'refused'; readonly reason: string };

export interface FormEdits {
  /** `field` names the field that is typed in; without it the edit is a step of its own. */
  readonly set: (key: string, value: string, field?: string) => Committed;
  readonly editRows: (key: string, edit: (template: string) => RowEdit, field?: string) => Committed;
  readonly remove: (key: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** The field is left: what comes next is another step. */
  readonly leave: () => void;
}

export function useFormEdits({ account, locale }: AccountChoice): FormEdits {
  const editor = useEditor();
  const typing = useRef<{ readonly field: string; readonly at: number } | null>(null);
  return useMemo(() => {
    const choice = { account, locale };
    const put = (outcome: EditOutcome, field: string | undefined): string | null => {
      if (outcome.kind === 'refused') return outcome.reason;
      const now = performance.now();
      const before = typing.current;
      const joins = before !== null && before.field === field && now - before.at < typingPause;
      typing.current = field === undefined ? null : { field, at: now };
      editor.apply(outcome.edits, field === undefined ? undefined : joins ? 'joins' : 'opens');
      return null;
    };
    const set = (key: string, value: string, field?: string): Committed => {
      const reason = put(setKey(editor.text(), choice, key, value), field);
      return reason === null ? { kind: 'written', reads: readsAs(value) } : { kind: 'refused', reason };
    };
    return {
      set,
      editRows(key, edit, field) {
        const edited = edit(readAccount(editor.text(), choice).account?.value(key)?.text ?? '');
        if (edited.kind === 'refused') return edited;
        const done = set(key, edited.text, field);
        return done.kind === 'written' ? { kind: 'written', reads: edited.field } : done;
      },
      remove(key) {
        put(removeKey(editor.text(), choice, key), undefined);
      },
      undo() {
        typing.current = null;
        editor.undo();
      },
      redo() {
        typing.current = null;
        editor.redo();
      },
      leave() {
        if (typing.current !== null) editor.endStep();
        typing.current = null;
      },
    };
  }, [editor, account, locale]);
}
