import { distance } from 'fastest-levenshtein';

export interface Closest {
  readonly name: string;
  /** Edits between the two, letter case aside. */
  readonly distance: number;
}

/** The candidate nearest to `name` within `most` edits; the first of several equally near. */
export function closestName(
  name: string,
  candidates: Iterable<string>,
  most = Number.POSITIVE_INFINITY,
): Closest | undefined {
  let best: Closest | undefined;
  // A name longer than any candidate by far is near none: do not compare kilobytes.
  const wanted = name.slice(0, 64).toLowerCase();
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - name.length) > most) continue;
    const edits = distance(wanted, candidate.slice(0, 64).toLowerCase());
    if (edits <= most && edits < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { name: candidate, distance: edits };
  }
  return best;
}
