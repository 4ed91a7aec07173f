const steps = [
  ['day', 24 * 60 * 60],
  ['hour', 60 * 60],
  ['minute', 60],
] as const;

const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** How long ago, roughly: `3 minutes ago`. A clock that was put back makes nothing younger than now. */
export function describeAge(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  for (const [unit, length] of steps) {
    if (seconds >= length) return words.format(-Math.floor(seconds / length), unit);
  }
  return 'just now';
}
