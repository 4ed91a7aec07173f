import Plus from 'lucide-react/icons/plus';
import { useId, useState } from 'react';
import type { KeyEntry } from '../../core/account/key-catalogue.ts';
import { Button } from '../components/button.tsx';
import { useRequest } from '../state/request-provider.tsx';
import type { KeyState } from './account-form-model.ts';
import { useForm } from './form-context.ts';
import { insertRow, moveRow, type RowGrammar, removeRow, setField } from './form-rows.ts';
import { AddKey, RemoveKey } from './key-buttons.tsx';
import { KeyFrame } from './key-frame.tsx';
import { problemsOfKey, problemsOfRows } from './key-problems.ts';
import { LocalisedNote } from './localised-note.tsx';
import { RowItem } from './row-item.tsx';
import type { RowWords } from './row-words.ts';
import { useRowFocus } from './use-row-focus.ts';

interface RowsKeyProps {
  readonly entry: KeyEntry;
  readonly state: KeyState;
  readonly grammar: RowGrammar;
  readonly words: RowWords;
}

/** A key whose value is a list: a row for each part or header. */
export function RowsKey({ entry, state, grammar, words }: RowsKeyProps) {
  const { name } = entry;
  const { edits } = useForm();
  const { built, problems } = useRequest();
  const aboutId = useId();
  const [notice, setNotice] = useState<{ readonly text: string; readonly isRefusal: boolean } | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const text = state.kind === 'text' ? state.text : '';
  const lead = state.kind === 'text' ? state.lead : '';
  const rows = grammar.rows(text);
  const ofKey = problemsOfRows(built, problemsOfKey(built, problems, name), name, grammar.rows);
  const { list, focusOn } = useRowFocus();

  const say = (done: ReturnType<typeof edits.editRows>, sentence: string) => {
    const isRefusal = done.kind === 'refused';
    setNotice({ text: isRefusal ? done.reason : sentence, isRefusal });
    return !isRefusal;
  };
  const add = (content: string, then: 'name' | 'value') => {
    const at = rows.length;
    const done = edits.editRows(name, (template) => insertRow(grammar, template, at, content, lead));
    if (say(done, `A ${words.one} was added.`)) focusOn(at, then, 'select');
  };
  const remove = (at: number) => {
    const done = edits.editRows(name, (template) => removeRow(grammar, template, at));
    if (say(done, `A ${words.one} was removed.`)) focusOn(Math.min(at, rows.length - 2), 'remove');
  };
  const move = (from: number, to: number, then: 'up' | 'down' | 'grip') => {
    if (to < 0 || to >= rows.length || from === to) return;
    const done = edits.editRows(name, (template) => moveRow(grammar, template, from, to));
    if (say(done, `Moved from place ${from + 1} to ${to + 1} of ${rows.length}.`)) focusOn(to, then);
  };
  const start = () => {
    edits.set(name, entry.example);
    focusOn(0, 'name', 'select');
  };

  const action =
    state.kind === 'absent' ? (
      <AddKey name={name} onClick={start} />
    ) : (
      <RemoveKey name={name} onClick={() => edits.remove(name)} />
    );
  return (
    <KeyFrame entry={entry} aboutId={aboutId} problems={ofKey.others} action={action}>
      {state.kind === 'localised' && <LocalisedNote state={state} />}
      {state.kind === 'text' && (
        <div ref={list} className={dragged === null ? undefined : '[&_textarea]:pointer-events-none'}>
          {rows.length === 0 && <p className="pb-1 text-small text-muted">{words.none}</p>}
          <ol>
            {rows.map((row, at) => (
              <RowItem
                // biome-ignore lint/suspicious/noArrayIndexKey: a row has no identity but its place
                key={at}
                at={at}
                count={rows.length}
                row={row}
                text={text}
                words={words}
                problems={ofKey.ofRows.get(at)}
                dragged={dragged}
                onDrag={setDragged}
                onEdit={(field, typed) =>
                  edits.editRows(
                    name,
                    (template) => setField(grammar, template, at, field, typed),
                    `${name} ${at} ${field}`,
                  )
                }
                onMove={move}
                onRemove={() => remove(at)}
              />
            ))}
          </ol>
          <div className="flex flex-wrap items-center gap-1.5 pt-1">
            <Button size="small" onClick={() => add(words.fresh, 'name')} data-add>
              <Plus aria-hidden /> Add {words.one}
            </Button>
            {words.withMedia && !text.includes('%media_content%') && (
              <Button size="small" onClick={() => add('file=%media_content%', 'name')}>
                <Plus aria-hidden /> Add the media
              </Button>
            )}
            <p className={notice?.isRefusal ? 'text-tiny text-bad' : 'unseen'} aria-live="polite">
              {notice?.text}
            </p>
          </div>
        </div>
      )}
    </KeyFrame>
  );
}
