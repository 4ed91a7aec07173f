/** Setting several keys: the document is read once before and once after, however many they are. */
import type { TextEdit } from '../source/diagnostics.ts';
import { applyEdits, editsFor, readsAs, setKey, whyNot } from './edit-account.ts';
import { type AccountChoice, readAccount } from './read-account.ts';

type Outcome =
  | { readonly kind: 'set'; readonly text: string }
  /** `reason` is for people. */
  | { readonly kind: 'refused'; readonly reason: string };

export type KeyValue = readonly [key: string, value: string];

/** As `setKey` for one after the other. */
export function setKeys(text: string, choice: AccountChoice, keys: readonly KeyValue[]): Outcome {
  const { account } = readAccount(text, choice);
  const wanted = keys.map(([key, value]): KeyValue => [key, readsAs(value)]);
  const missing = wanted.filter(([key, value]) => (account?.value(key)?.text ?? '') !== value);
  const isPlain = keys.every(([key, value], at) => whyNot(key, value) === null && isFirst(keys, at));
  if (account && isPlain && missing.length > 1) {
    const edits = missing.flatMap(([key, value]) => editsFor(text, account, choice, key, value, false));
    const after = areApart(edits) ? applyEdits(text, edits) : text;
    const readBack = readAccount(after, choice).account;
    if (missing.every(([key, value]) => readBack?.value(key)?.text === value))
      return { kind: 'set', text: after };
  }
  let after = text;
  for (const [key, value] of keys) {
    const outcome = setKey(after, choice, key, value);
    if (outcome.kind === 'refused') return outcome;
    after = applyEdits(after, outcome.edits);
  }
  return { kind: 'set', text: after };
}

function isFirst(keys: readonly KeyValue[], at: number): boolean {
  return keys.findIndex(([key]) => key === keys[at]?.[0]) === at;
}

function areApart(edits: readonly TextEdit[]): boolean {
  const ranges = edits.map(({ range }) => range).toSorted((a, b) => a.start - b.start || a.end - b.end);
  return ranges.every(({ start }, index) => start >= (ranges[index - 1]?.end ?? 0));
}
