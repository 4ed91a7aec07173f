/** Pixels between a popup and the edge of the window, and what it belongs to. */
const margin = 6;
const gap = 4;

export interface Box {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
}

/** From left to right; by default the window. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/**
 * Puts a popup below what it belongs to or, where that has more space, above it; never over it, so that
 * it may have to be lower than it would be. Both are fixed boxes of the window.
 */
export function placeBeside(popup: HTMLElement, { top, bottom, left }: Box, within?: Span): void {
  popup.style.maxHeight = '';
  const { width, height } = popup.getBoundingClientRect();
  const below = window.innerHeight - bottom - gap - margin;
  const above = top - gap - margin;
  const isBelow = height <= below || below >= above;
  const space = Math.max(0, isBelow ? below : above);
  const shown = Math.min(height, space);
  if (shown < height) popup.style.maxHeight = `${shown}px`;
  popup.style.top = `${isBelow ? bottom + gap : top - gap - shown}px`;
  // Where it fits it leaves alone what is beside; it never leaves the window.
  const isNarrow = within !== undefined && within.right - within.left >= width + 2 * margin;
  const right = isNarrow ? within.right : window.innerWidth;
  popup.style.left = `${Math.max(margin, Math.min(left, right - width - margin))}px`;
}
