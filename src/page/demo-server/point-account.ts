/**
 * Leads the Account XML to the demo server and back, each time by one edit of its text (ACC-6). What is not
 * one of the keys reads as before, or nothing is changed.
 */
import { applyEdits, removeKey, setKey } from '../../core/account/edit-account.ts';
import { type Account, type AccountChoice, readAccount } from '../../core/account/read-account.ts';
import { urlKey } from '../../core/account/service-keys.ts';
import { setKeys } from '../../core/account/set-keys.ts';
import { commonEnds } from '../../core/source/common-ends.ts';
import type { TextEdit } from '../../core/source/diagnostics.ts';
import type { OwnKey, OwnServer } from '../state/own-server.ts';
import { behaviourOf } from './behaviour.ts';

export type Pointing =
  /** `edits` of the text as it was; `text` is what becomes of it, `keys` those that changed. */
  | {
      readonly kind: 'changed';
      readonly edits: readonly TextEdit[];
      readonly text: string;
      readonly keys: readonly string[];
      /** To be put aside. */
      readonly own: OwnServer | null;
    }
  | { readonly kind: 'refused'; readonly reason: string };

export interface Place extends AccountChoice {
  readonly account: number;
  readonly locale: string | undefined;
}

/** `aside` is what was put aside before: what stands in the document since then is not the person's own. */
export function pointAt(
  keys: readonly (readonly [key: string, value: string])[],
  text: string,
  place: Place,
  aside: OwnServer | null,
  origin: string,
): Pointing {
  const kept = isLedAway(text, place, aside, origin) ? aside : null;
  const back = kept && giveBack(text, place, kept);
  const own = back?.kind === 'changed' ? back.text : text;
  const set = setKeys(own, place, keys);
  if (set.kind === 'refused') return set;
  const after = set.text;
  const touched = [...new Set([...keys.map(([key]) => key), ...(kept?.keys.map(([key]) => key) ?? [])])];
  if (!isRestAlike(text, after, place, touched)) return notWellFormed(touched);
  const { account } = readAccount(own, place);
  const values: OwnKey[] = kept && own === text ? [...kept.keys] : [];
  for (const [key] of keys) {
    if (!values.some(([known]) => known === key)) values.push([key, account?.value(key)?.text ?? null]);
  }
  const [url = ''] = keys.filter(([key]) => key === urlKey).map(([, value]) => value);
  return changed(text, after, place, touched, {
    account: place.account,
    locale: place.locale ?? '',
    keys: values,
    url,
    ...placeOf(own, after),
    ownSample: null,
  });
}

/** The person's own URL and login again: to the letter, or else by their values. */
export function giveBack(text: string, place: Place, own: OwnServer): Pointing {
  const keys = own.keys.map(([key]) => key);
  const exact = placesFor(text, own)
    .map((start) => text.slice(0, start) + own.was + text.slice(start + own.is.length))
    .find((candidate) => hasValues(candidate, place, own.keys) && isRestAlike(text, candidate, place, keys));
  if (exact !== undefined) return changed(text, exact, place, keys, null);
  let after = text;
  for (const [key, value] of own.keys) {
    const outcome = value === null ? removeKey(after, place, key) : setKey(after, place, key, value);
    if (outcome.kind === 'refused') return outcome;
    after = applyEdits(after, outcome.edits);
  }
  const isRight =
    hasValues(after, place, own.keys, 'empty is absent') && isRestAlike(text, after, place, keys);
  return isRight ? changed(text, after, place, keys, null) : notWellFormed(keys);
}

/** Whether the document still leads where it was pointed to, so that the person's own server is the one aside. */
export function isLedAway(text: string, place: Place, aside: OwnServer | null, origin: string): boolean {
  if (aside === null) return false;
  const url = readAccount(text, place).account?.value(urlKey)?.text;
  if (url === aside.url) return true;
  if (url === aside.keys.find(([key]) => key === urlKey)?.[1]) return false;
  const { kind } = behaviourOf(url, origin);
  // A scenario whose options were tried by hand.
  return kind === 'scenario' || kind === 'status';
}

/** The one edit that makes `after` of `before`; none where they are the same. */
export function differenceOf(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  const { head, tail } = commonEnds(before, after);
  return [
    { range: { start: head, end: before.length - tail }, text: after.slice(head, after.length - tail) },
  ];
}

function changed(
  text: string,
  after: string,
  place: Place,
  keys: readonly string[],
  own: OwnServer | null,
): Pointing {
  const before = readAccount(text, place).account;
  const now = readAccount(after, place).account;
  const edited = keys.filter((key) => before?.value(key)?.text !== now?.value(key)?.text);
  return { kind: 'changed', edits: differenceOf(text, after), text: after, keys: edited, own };
}

function placeOf(own: string, after: string): Pick<OwnServer, 'was' | 'is' | 'start' | 'fromEnd'> {
  const { head, tail } = commonEnds(own, after);
  const was = own.slice(head, own.length - tail);
  return { was, is: after.slice(head, after.length - tail), start: head, fromEnd: tail };
}

/** Where `is` stands now: counted from the start, and from the end. */
function placesFor(text: string, { is, start, fromEnd }: OwnServer): readonly number[] {
  const places = new Set([start, text.length - fromEnd - is.length]);
  return [...places].filter((at) => at >= 0 && text.startsWith(is, at));
}

/** An empty key counts as absent (ACC-2), but is not the same to the letter. */
function hasValues(
  text: string,
  place: Place,
  keys: readonly OwnKey[],
  how: 'exactly' | 'empty is absent' = 'exactly',
): boolean {
  const { account } = readAccount(text, place);
  const none = how === 'exactly' ? null : '';
  return (
    account !== null && keys.every(([key, value]) => (account.value(key)?.text ?? none) === (value ?? none))
  );
}

/** Whether everything but these keys reads as before: in this account its nodes, and how many accounts there are. */
function isRestAlike(before: string, after: string, place: Place, keys: readonly string[]): boolean {
  const one = readAccount(before, place);
  const other = readAccount(after, place);
  if (one.account === null || other.account === null) return false;
  if (one.titles.length !== other.titles.length) return false;
  return valuesOf(one.account, keys) === valuesOf(other.account, keys);
}

function valuesOf(account: Account, without: readonly string[]): string {
  const names = [...account.nodes.keys()].filter((name) => !without.includes(name));
  return JSON.stringify(names.toSorted().map((name) => [name, account.value(name)?.text]));
}

function notWellFormed(keys: readonly string[]): Pointing {
  const names = keys.map((key) => `<${key}>`).join(', ');
  return {
    kind: 'refused',
    reason: `${names} can’t be edited here: the document is not well-formed around it. Fix that first.`,
  };
}
