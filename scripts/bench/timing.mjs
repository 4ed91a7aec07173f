/** Medians and percentiles of runs that take turns, so that a slow minute hits every side. */

/** @param {readonly number[]} values @param {number} share 0 to 1 */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/**
 * Runs all sides in turn, `rounds` times after `warmUp` rounds that do not count.
 *
 * @template {Record<string, (round: number) => unknown>} S
 * @param {S} sides
 * @param {{ rounds: number, warmUp: number }} options
 * @returns {Record<keyof S, number[]>} milliseconds
 */
export function takeTurns(sides, { rounds, warmUp }) {
  /** @type {Record<string, number[]>} */
  const times = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [name, side] of Object.entries(sides)) {
      const began = performance.now();
      side(round + warmUp);
      const took = performance.now() - began;
      if (round >= 0) times[name]?.push(took);
    }
  }
  return /** @type {Record<keyof S, number[]>} */ (times);
}

/** @param {number} milliseconds */
export const ms = (milliseconds) =>
  milliseconds < 10 ? `${milliseconds.toFixed(3)} ms` : `${milliseconds.toFixed(1)} ms`;
