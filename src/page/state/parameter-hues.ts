import type { Hue } from '../components/parameter-marks.ts';

/**
 * One colour per parameter, everywhere. Eight hues, given in the order of first use; a
 * parameter keeps its hue while it is in use, whatever comes and goes around it.
 */
export const hueCount = 8;

export type Hues = ReadonlyMap<string, Hue>;

/** The hues for `names`; the very same map where nothing has to change. None for what is `unknown`. */
export function assignHues(previous: Hues, names: readonly string[], unknown: readonly string[] = []): Hues {
  const strangers = new Set(unknown);
  const wanted = new Set([...names, ...unknown]);
  const isSame = (name: string) =>
    previous.has(name) && (previous.get(name) === 'unknown') === strangers.has(name);
  if (wanted.size === previous.size && Array.from(wanted).every(isSame)) return previous;
  const next = new Map<string, Hue>();
  const load = new Array<number>(hueCount).fill(0);
  const take = (name: string, hue: Hue) => {
    next.set(name, hue);
    if (hue !== 'unknown') load[hue] = (load[hue] ?? 0) + 1;
  };
  for (const name of wanted) {
    const hue = previous.get(name);
    if (strangers.has(name)) take(name, 'unknown');
    else if (hue !== undefined && hue !== 'unknown') take(name, hue);
  }
  for (const name of wanted) if (!next.has(name)) take(name, load.indexOf(Math.min(...load)));
  return next;
}
