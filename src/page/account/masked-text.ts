/** The Account XML with its secrets as dots, for a text field, which can hide no part of its value. Pure. */
import { secretNodes } from '../../core/secrets/secret-nodes.ts';

/** A dot for each unit of a secret: every offset is the same in both texts, and lines stay lines. */
export function maskSecrets(value: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of secretNodes(value)) {
    pieces.push(value.slice(at, start), value.slice(start, end).replace(/[^\n]/g, '•'));
    at = end;
  }
  return pieces.join('') + value.slice(at);
}

/**
 * What `value` has become when the field that showed it as `shown` now holds `typed`. An edit ends at the
 * cursor, so that it is known which one of several dots is gone.
 */
export function unmaskTyped(value: string, shown: string, typed: string, cursor: number): string {
  const end = shown.length - (typed.length - cursor);
  if (end < 0 || shown.slice(end) !== typed.slice(cursor))
    return unmaskTyped(value, shown, typed, lastDifference(shown, typed));
  let start = 0;
  while (start < Math.min(end, cursor) && shown[start] === typed[start]) start += 1;
  return value.slice(0, start) + typed.slice(start, cursor) + value.slice(end);
}

/** Where `typed` goes on as `shown` ends. */
function lastDifference(shown: string, typed: string): number {
  let same = 0;
  while (same < Math.min(shown.length, typed.length) && shown.at(-1 - same) === typed.at(-1 - same))
    same += 1;
  return typed.length - same;
}
