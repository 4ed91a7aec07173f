/** What the servers that don't run here made of such a request when they were measured. */
import type { BuiltRequest } from '../../core/build-request.ts';
import {
  measuredServers,
  measuredVariants,
  type Outcome,
  outcomeMeanings,
} from '../../language/server-table.ts';
import { rowsFor } from '../../language/table-rows.ts';

export interface MeasuredGroup {
  readonly outcome: Outcome;
  /** `right`, `the file is lost`, … */
  readonly meaning: string;
  readonly servers: readonly string[];
  /** Titles of the rows of the table that say so; none for `right`. */
  readonly because: readonly string[];
}

/** Those that read the very bytes here. */
const runningHere = new Set(['busboy', 'formidable', 'multiparty', 'hono', 'remix']);

/** Of two outcomes the later one counts. */
const order: readonly Outcome[] = ['·', 'N', 'V', 'L', 'T', 'X', '0', 'E'];

/** The right ones first, then from bad to worst. */
export function measuredGroups(built: BuiltRequest): readonly MeasuredGroup[] {
  const present = new Set(rowsFor(built));
  const rows = measuredVariants.filter(({ id }) => present.has(id));
  const groups = new Map<Outcome, { readonly servers: string[]; readonly because: Set<string> }>();
  for (const [index, { id, name }] of measuredServers.entries()) {
    if (runningHere.has(id)) continue;
    const worst = rows.reduce<Outcome>((one, { outcomes }) => {
      const other = outcomes[index] ?? '·';
      return order.indexOf(other) > order.indexOf(one) ? other : one;
    }, '·');
    const group = groups.get(worst) ?? { servers: [], because: new Set() };
    group.servers.push(name);
    if (worst !== '·') {
      for (const { title, outcomes } of rows) if (outcomes[index] === worst) group.because.add(title);
    }
    groups.set(worst, group);
  }
  return order.flatMap((outcome) => {
    const group = groups.get(outcome);
    if (group === undefined) return [];
    return [
      { outcome, meaning: outcomeMeanings[outcome], servers: group.servers, because: [...group.because] },
    ];
  });
}
