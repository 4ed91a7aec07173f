import type { BuiltRequest } from '../core/build-request.ts';
import type { Range } from '../core/source/diagnostics.ts';
import { affectedPlaces } from './affected-places.ts';
import type { HoverRow } from './hovers.ts';

/** More places than this are counted, not listed. */
const maxRows = 12;

/** The places of the request that a range affects, one a row. */
export function affectedRows(built: BuiltRequest, range: Range, by: 'typed' | 'value'): readonly HoverRow[] {
  if (!built.request) return [];
  const affected = affectedPlaces(built, range).filter((one) => one.by === by);
  const seen = new Map<string, HoverRow>();
  for (const { label, text, origin } of affected) {
    const key = `${label}\n${text}`;
    if (!seen.has(key)) seen.set(key, { label: 'Reaches', value: `${label}: ${text}`, go: origin.range });
  }
  const rows = Array.from(seen.values());
  if (rows.length <= maxRows) return rows;
  return [...rows.slice(0, maxRows), { label: 'Reaches', value: `and ${rows.length - maxRows} more places` }];
}
