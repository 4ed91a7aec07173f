/** The last request that was built, and a way to wait for the next one. */
import type { BuiltRequest } from '../core/pipeline.ts';

/** Above so many UTF-16 units a document is not read a second time for a question. */
export const largeText = 100_000;

export interface LatestRequest {
  /** Null before the first. */
  readonly now: () => BuiltRequest | null;
  readonly tell: (built: BuiltRequest) => void;
  /**
   * The request to answer a question about `text` with: in a large document the one that is being
   * built of it anyway, else the last one, perhaps of a text a keystroke older.
   */
  readonly forText: (text: string) => BuiltRequest | null | Promise<BuiltRequest>;
}

export function createLatestRequest(): LatestRequest {
  let latest: BuiltRequest | null = null;
  let waiting: ((built: BuiltRequest) => void)[] = [];
  return {
    now: () => latest,
    tell(built) {
      latest = built;
      const told = waiting;
      waiting = [];
      for (const tell of told) tell(built);
    },
    forText(text) {
      if (latest === null || latest.inputs.xml === text || text.length < largeText) return latest;
      return new Promise((resolve) => waiting.push(resolve));
    },
  };
}
