/** The measured table as it is shown: what each of the servers makes of each variant of the body. */

import type { BuiltRequest } from '../../core/build-request.ts';
import {
  type MeasuredServer,
  measuredServers,
  measuredVariants,
  type Outcome,
  outcomeMeanings,
} from '../../language/server-table.ts';
import { rowsFor } from '../../language/table-rows.ts';

export interface TableCell {
  readonly server: string;
  readonly outcome: Outcome;
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
  readonly legend: readonly (readonly [letter: string, meaning: string])[];
}

/** From right to worst; an object would put `0` first. */
const legendOrder = ['·', 'N', 'V', 'T', 'X', 'L', '0', 'E'] as const satisfies readonly Outcome[];

export function measuredTable(built: BuiltRequest): MeasuredTable {
  const present = new Set(rowsFor(built));
  const rows = measuredVariants.map(({ id, title, quoted, outcomes }) => ({
    id,
    title,
    quoted,
    isPresent: present.has(id),
    cells: measuredServers.flatMap(({ id: server }, index) => {
      const outcome = outcomes[index];
      return outcome === undefined ? [] : [{ server, outcome, meaning: outcomeMeanings[outcome] }];
    }),
  }));
  return {
    servers: measuredServers,
    rows,
    legend: legendOrder.map((letter) => [letter, outcomeMeanings[letter]]),
  };
}
