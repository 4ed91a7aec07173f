/**
 * Delta debugging (Zeller and Hildebrandt 2002, `ddmin`): of things that together make a test fail, a smallest set
 * that still does, none of which can be left out.
 */
export type Tried = 'fails' | 'passes' | 'stopped';

export interface Minimized<T> {
  readonly items: readonly T[];
  /** Every one of them was seen to be needed; else the tests were used up before. */
  readonly isProven: boolean;
}

/** `test` is never asked about the same set twice, nor about the whole or nothing: those are known. */
export async function minimize<T>(
  all: readonly T[],
  test: (items: readonly T[]) => Promise<Tried>,
): Promise<Minimized<T>> {
  const known = new Map<string, Tried>();
  const places = new Map(all.map((item, at) => [item, at]));
  const keyOf = (items: readonly T[]) => items.map((item) => places.get(item)).join();
  const ask = async (items: readonly T[]): Promise<Tried> => {
    if (items.length === 0) return 'passes';
    if (items.length === all.length) return 'fails';
    const before = known.get(keyOf(items));
    if (before !== undefined) return before;
    const tried = await test(items);
    if (tried !== 'stopped') known.set(keyOf(items), tried);
    return tried;
  };
  let items = all;
  for (let parts = 2; items.length > 1; ) {
    const chunks = split(items, Math.min(parts, items.length));
    const candidates = [
      ...chunks,
      ...(chunks.length > 2 ? chunks.map((chunk) => without(items, chunk)) : []),
    ];
    let smaller: readonly T[] | null = null;
    for (const candidate of candidates) {
      const tried = await ask(candidate);
      if (tried === 'stopped') return { items, isProven: false };
      if (tried === 'fails') {
        smaller = candidate;
        break;
      }
    }
    if (smaller === null) {
      if (parts >= items.length) return { items, isProven: true };
      parts = Math.min(items.length, parts * 2);
    } else {
      parts = chunks.includes(smaller) ? 2 : Math.max(2, parts - 1);
      items = smaller;
    }
  }
  return { items, isProven: true };
}

function split<T>(items: readonly T[], parts: number): readonly (readonly T[])[] {
  return Array.from({ length: parts }, (_, at) =>
    items.slice(Math.floor((at * items.length) / parts), Math.floor(((at + 1) * items.length) / parts)),
  );
}

function without<T>(items: readonly T[], some: readonly T[]): readonly T[] {
  const out = new Set(some);
  return items.filter((item) => !out.has(item));
}
