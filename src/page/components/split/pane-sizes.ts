/** Sizes of panes beside one another, in pixels. Pure: what a separator does to them. */

/**
 * Moves the separator behind pane `index` by `delta` pixels. The two panes beside it give and
 * take; neither gets smaller than its minimum.
 */
export function moveSeparator(
  sizes: readonly number[],
  minima: readonly number[],
  index: number,
  delta: number,
): number[] {
  const before = sizes[index] ?? 0;
  const after = sizes[index + 1] ?? 0;
  const least = (minima[index] ?? 0) - before;
  const most = after - (minima[index + 1] ?? 0);
  const moved = Math.max(least, Math.min(delta, most));
  // Where the window is too small for both minima there is nothing to give.
  if (least > most) return [...sizes];
  return sizes.map((size, at) => (at === index ? size + moved : at === index + 1 ? size - moved : size));
}

/** Sizes as whole percent of all, as for a screen reader. */
export function percentBefore(sizes: readonly number[], index: number): number {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const before = sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0);
  return total === 0 ? 0 : Math.round((before / total) * 100);
}

/** Sizes as they were kept; null where they do not fit `count` panes. */
export function readSizes(text: string | null, count: number): number[] | null {
  const sizes = (text ?? '').split(' ').map(Number);
  const isGood = sizes.length === count && sizes.every((size) => Number.isFinite(size) && size > 0);
  return isGood ? sizes : null;
}
