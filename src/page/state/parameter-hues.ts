/**
 * One colour per parameter, everywhere. Eight hues, given in the order of first use; a
 * parameter keeps its hue while it is in use, whatever comes and goes around it.
 */
export const hueCount = 8;

export type Hues = ReadonlyMap<string, number>;

/** The hues for `names`; the very same map where nothing has to change. */
export function assignHues(previous: Hues, names: readonly string[]): Hues {
  const wanted = new Set(names);
  const same = wanted.size === previous.size && names.every((name) => previous.has(name));
  if (same) return previous;
  const next = new Map<string, number>();
  const load = new Array<number>(hueCount).fill(0);
  for (const name of wanted) {
    const hue = previous.get(name);
    if (hue !== undefined) load[hue] = (load[hue] ?? 0) + 1;
  }
  for (const name of wanted) {
    let hue = previous.get(name);
    if (hue === undefined) {
      hue = load.indexOf(Math.min(...load));
      load[hue] = (load[hue] ?? 0) + 1;
    }
    next.set(name, hue);
  }
  return next;
}
