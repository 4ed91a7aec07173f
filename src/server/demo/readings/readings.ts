/** `GET /demo/readings/ID`: how other parsers read the body of an upload that is kept. */
import { parsers, type Reading, type ServerParserId } from '../../../demo/readings.ts';
import { parserVersions } from './parser-versions.ts';
import { type ReadingTask, readWith } from './read-with.ts';

export interface Readings {
  /** Of an upload by its id; made once, and one upload at a time. */
  readonly of: (id: string, task: () => Omit<ReadingTask, 'parser'>) => Promise<readonly Reading[]>;
}

/** Of so many uploads the readings are remembered. */
const mostRemembered = 20;

export function createReadings(): Readings {
  const remembered = new Map<string, Promise<readonly Reading[]>>();
  let turn: Promise<unknown> = Promise.resolve();
  return {
    of: (id, task) => {
      const known = remembered.get(id);
      if (known !== undefined) return known;
      const made = turn.then(() => readAll(task()));
      turn = made.catch(() => {});
      remembered.set(id, made);
      made.catch(() => remembered.delete(id));
      const [oldest] = remembered.keys();
      if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
      return made;
    },
  };
}

function readAll(task: Omit<ReadingTask, 'parser'>): Promise<readonly Reading[]> {
  const ids = parsers.flatMap(({ id, runs }): ServerParserId[] => (runs === 'server' ? [id] : []));
  return Promise.all(
    ids.map(async (parser) => ({
      parser,
      version: parserVersions[parser],
      outcome: await readWith({ ...task, parser }),
    })),
  );
}
