/** The measured table as it is shown: what each of the servers makes of each variant of the body. */

import type { BuiltRequest } from '../../core/build-request.ts';
import {
  type MeasuredServer,
  measuredServers,
  measuredVariants,
  type OutcomeSign,
  outcomeMeanings,
  outcomeSigns,
} from '../../language/server-table.ts';
import { rowsFor } from '../../language/table-rows.ts';

export interface TableCell {
  readonly server: string;
  readonly sign: OutcomeSign;
  /** What is wrong, in a word or two; empty where all is right. */
  readonly word: string;
  readonly meaning: string;
}

export interface TableRow {
  readonly id: string;
  readonly title: string;
  readonly quoted: boolean;
  /** Whether it applies to the request as it is now. */
  readonly isPresent: boolean;
  readonly cells: readonly TableCell[];
}

export interface MeasuredTable {
  readonly servers: readonly MeasuredServer[];
  readonly rows: readonly TableRow[];
}

/** The column of `mine` comes first. */
export function measuredTable(built: BuiltRequest, mine: string): MeasuredTable {
  const present = new Set(rowsFor(built));
  const columns = measuredServers
    .map((server, index) => ({ server, index }))
    .sort((a, b) => Number(b.server.id === mine) - Number(a.server.id === mine));
  const rows = measuredVariants.map(({ id, title, quoted, outcomes }) => ({
    id,
    title,
    quoted,
    isPresent: present.has(id),
    cells: columns.flatMap(({ server, index }) => {
      const outcome = outcomes[index];
      if (outcome === undefined) return [];
      const [sign, word] = outcomeSigns[outcome];
      return [{ server: server.id, sign, word: sign === '✓' ? '' : word, meaning: outcomeMeanings[outcome] }];
    }),
  }));
  return { servers: columns.map(({ server }) => server), rows };
}
