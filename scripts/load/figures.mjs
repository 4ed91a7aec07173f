/** What a run of users comes to, as lines for people. */

/**
 * @param {{
 *   served: readonly import('./user.mjs').Times[], lost: readonly string[], atOnce: number,
 *   elapsed: number,
 *   samples: readonly (readonly import('./playground.mjs').Sample[])[],
 * }} run
 */
export function figures({ served, lost, atOnce, elapsed, samples }) {
  const bytes = served.reduce((sum, each) => sum + each.bytes, 0);
  const lines = [
    `${served.length} uploads in ${elapsed.toFixed(0)} s, at most ${atOnce} at once, ${lost.length} lost; ${(served.length / elapsed).toFixed(2)} a second, ${(bytes / elapsed / 2 ** 20).toFixed(1)} MiB/s`,
  ];
  for (const key of /** @type {const} */ (['page', 'token', 'upload', 'answer', 'bare'])) {
    const times = served.map((each) => each[key]).toSorted((a, b) => a - b);
    const [p50, p90, p99, most] = [0.5, 0.9, 0.99, 1].map((share) => percentile(times, share).toFixed(1));
    lines.push(`${key.padEnd(6)} ms: p50 ${p50}, p90 ${p90}, p99 ${p99}, most ${most}`);
  }
  const count = samples[0]?.length ?? 0;
  for (let index = 0; index < count; index += 1) {
    const own = samples.flatMap((each) => each[index] ?? []);
    const memory = own.map((each) => Math.round(each.memory / 2 ** 20));
    const processor = (own.at(-1)?.processor ?? 0) - (own[0]?.processor ?? 0);
    lines.push(
      `${own[0]?.name} ${index + 1}: processor ${((100 * processor) / elapsed).toFixed(0)} % of a core, ${((1000 * processor) / served.length).toFixed(1)} ms an upload of the run`,
      `  resident MiB, in tenths of the time: ${tenths(memory).join(' ')}; most ${Math.max(...memory)}`,
    );
  }
  const reasons = new Map(lost.map((reason) => [reason, lost.filter((each) => each === reason).length]));
  for (const [reason, times] of [...reasons].slice(0, 10)) lines.push(`lost ${times}: ${reason}`);
  return lines.join('\n');
}

/** @param {readonly number[]} sorted @param {number} share */
function percentile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Eleven of them, the first and the last included. @param {readonly number[]} values */
function tenths(values) {
  return Array.from({ length: 11 }, (_, index) => values[Math.round(((values.length - 1) * index) / 10)]);
}

/** Numbers from 0 to 1, the same in each run. @param {number} seed */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
