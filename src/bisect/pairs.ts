/** Two lists of named things, held against each other. */
import { latin1Bytes, textOf } from '../capture/byte-text.ts';

export interface Aligned<T> {
  readonly pairs: readonly (readonly [one: T, other: T])[];
  /** Only in the first, only in the second. */
  readonly removed: readonly T[];
  readonly added: readonly T[];
  /** The pairs stand in another order in the second. */
  readonly isReordered: boolean;
}

/** Of several with one key the first goes with the first, and so on. */
export function aligned<T>(from: readonly T[], to: readonly T[], key: (item: T) => string): Aligned<T> {
  const left = [...to];
  const pairs: (readonly [T, T])[] = [];
  const removed: T[] = [];
  for (const one of from) {
    const at = left.findIndex((other) => key(other) === key(one));
    const [other] = at < 0 ? [] : left.splice(at, 1);
    if (other === undefined) removed.push(one);
    else pairs.push([one, other]);
  }
  const places = pairs.map(([, other]) => to.indexOf(other));
  const isReordered = places.some((place, index) => index > 0 && place < (places[index - 1] ?? 0));
  return { pairs, removed, added: left, isReordered };
}

/** A text of bytes for people. */
export const readable = (text: string): string => textOf(latin1Bytes(text));
