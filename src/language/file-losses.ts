import { measuredServers, measuredVariant, type Outcome, type VariantId } from './server-table.ts';

/** The file does not come to the program behind the server. */
const lost: ReadonlySet<Outcome> = new Set<Outcome>(['T', 'X', '0', 'E']);

/** Servers that lose the file of a request, or refuse the request, by any of the rows that speak of it. */
export function serversThatLoseFile(rows: readonly VariantId[]): readonly string[] {
  const outcomes = rows.map((row) => measuredVariant(row).outcomes);
  return measuredServers.flatMap(({ name }, index) =>
    outcomes.some((row) => lost.has(row[index] ?? '·')) ? [name] : [],
  );
}
