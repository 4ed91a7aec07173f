/** How fast a body goes out and how long it will take, from what was counted over the last seconds. */

export interface Sample {
  /** Milliseconds. */
  readonly at: number;
  readonly bytes: number;
}

/** Milliseconds that count: a rate of long ago says nothing. */
const span = 4000;
/** Before that, a rate is a guess: the first bytes go into buffers. */
const least = 1000;

/** With the one more; of those before the span the last is kept, to count from. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const first = samples.findLastIndex(({ at }) => at <= sample.at - span);
  return [...samples.slice(Math.max(0, first)), sample];
}

/** Bytes a second; null while that would be a guess. */
export function rateOf(samples: readonly Sample[], now: number): number | null {
  const [first] = samples;
  const last = samples.at(-1);
  if (first === undefined || last === undefined || now - first.at < least) return null;
  return ((last.bytes - first.bytes) / (now - first.at)) * 1000;
}

const units = ['kB', 'MB', 'GB'] as const;

/** `59 MB/s`, in powers of ten as rates are given. */
export function formatRate(bytesPerSecond: number): string {
  let value = bytesPerSecond;
  let unit: string = 'bytes';
  for (const next of units) {
    if (Math.round(value) < 1000) break;
    value /= 1000;
    unit = next;
  }
  return `${value < 9.95 && unit !== 'bytes' ? value.toFixed(1) : Math.round(value)} ${unit}/s`;
}

/** `3 s left`, `2 min left`: no more exact than it is known. */
export function formatTimeLeft(bytes: number, bytesPerSecond: number): string {
  const seconds = Math.ceil(bytes / bytesPerSecond);
  if (!Number.isFinite(seconds)) return '';
  if (seconds < 90) return `${seconds} s left`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min left` : `${Math.round(minutes / 60)} h left`;
}
