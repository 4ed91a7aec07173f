/** Times as a report has them: the same wherever it is written. */

/** `2026-11-27 08:10 UTC` */
export function dateText(milliseconds: number): string {
  const date = new Date(milliseconds);
  // A report that was read from a file may say anything.
  if (Number.isNaN(date.getTime())) return 'unknown';
  return `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

export function durationText(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
