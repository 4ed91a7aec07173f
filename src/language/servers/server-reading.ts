/** What one server of the measured table makes of a request, by the rows that speak of it. */
import type { BuiltRequest } from '../../core/build-request.ts';
import {
  type MeasuredServer,
  measuredServers,
  measuredVariant,
  type Outcome,
  type OutcomeSign,
  outcomeSigns,
} from '../server-table.ts';
import { rowsFor } from '../table-rows.ts';

export interface ServerReading {
  readonly sign: OutcomeSign;
  /** In words, on with the server's name in front: `loses the file`. */
  readonly text: string;
  /** Titles of the rows that it rests on, worst first. */
  readonly rows: readonly string[];
}

/** The worst last. */
const order: readonly Outcome[] = ['·', 'N', 'V', 'L', 'T', 'X', '0', 'E'];

/** Null for a server that was not measured, and where there is no request. */
export function readingBy(serverId: string, built: BuiltRequest): ServerReading | null {
  const at = measuredServers.findIndex(({ id }) => id === serverId);
  const found = rowsFor(built).flatMap((id) => {
    const { title, outcomes } = measuredVariant(id);
    const outcome = outcomes[at];
    return outcome === undefined ? [] : [{ title, outcome }];
  });
  const [worst] = found.toSorted((a, b) => order.indexOf(b.outcome) - order.indexOf(a.outcome));
  if (worst === undefined) return null;
  return {
    sign: outcomeSigns[worst.outcome][0],
    text: texts[worst.outcome],
    rows: found.filter(({ outcome }) => outcome === worst.outcome).map(({ title }) => title),
  };
}

const texts: Readonly<Record<Outcome, string>> = {
  '·': 'read requests like this one right',
  N: 'got only the file name wrong',
  V: 'got a value or a size wrong',
  T: 'took the file for a text field',
  X: 'lost the file',
  L: 'lost fields',
  '0': 'answered 200, but parsed nothing',
  E: 'refused the request',
};

export function measuredServer(id: string): MeasuredServer | undefined {
  return measuredServers.find((server) => server.id === id);
}
