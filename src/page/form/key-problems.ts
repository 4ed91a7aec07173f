/** Which problems to show at a key of the form, and which at one of its rows. */
import { multipartDataKey, urlKey } from '../../core/account/service-keys.ts';
import type { BuiltRequest } from '../../core/build-request.ts';
import { sourceRange } from '../../core/xml/source-text.ts';
import type { Problem } from '../state/problems.ts';
import type { FormRow } from './form-rows.ts';

/** A problem about a missing key has no place in the document; in the form it has. */
const keyOfMissing: Readonly<Record<string, string>> = { 'ACC-9': urlKey, 'MP-4': multipartDataKey };

export function problemsOfKey(
  { document }: BuiltRequest,
  problems: readonly Problem[],
  key: string,
): readonly Problem[] {
  const nodes = document.account?.element.children.filter((child) => child.name === key) ?? [];
  return problems.filter(({ diagnostic: { range, rule } }) => {
    if (range === undefined) return false;
    if (nodes.length === 0) return keyOfMissing[rule] === key;
    return nodes.some((node) => node.range.start <= range.start && range.end <= node.range.end);
  });
}

export interface RowProblems {
  /** By the row's index. */
  readonly ofRows: ReadonlyMap<number, readonly Problem[]>;
  readonly others: readonly Problem[];
}

/** Gives the problems of a key to its rows; what is about no row alone stays with the key. */
export function problemsOfRows(
  { document }: BuiltRequest,
  ofKey: readonly Problem[],
  key: string,
  rowsOf: (text: string) => readonly FormRow[],
): RowProblems {
  const value = document.account?.setValue(key);
  if (value === undefined || ofKey.length === 0) return { ofRows: new Map(), others: ofKey };
  const places = rowsOf(value.text).map((row) => sourceRange(value, row.start, row.end));
  const ofRows = new Map<number, Problem[]>();
  const others: Problem[] = [];
  const whole = sourceRange(value, 0, value.text.length);
  for (const problem of ofKey) {
    const range = problem.diagnostic.range;
    // That no part holds the media is about all parts, even where there is only one.
    const isOfAll = problem.diagnostic.rule === 'MP-4' && range?.start === whole.start;
    const at =
      range && !isOfAll
        ? places.findIndex((place) => place.start <= range.start && range.end <= place.end)
        : -1;
    if (at < 0) others.push(problem);
    else ofRows.set(at, [...(ofRows.get(at) ?? []), problem]);
  }
  return { ofRows, others };
}
