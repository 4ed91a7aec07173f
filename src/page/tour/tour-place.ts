import type { TourStep } from './tour-steps.ts';

interface Edges {
  readonly left: number;
  readonly top: number;
}

export interface TourPlace {
  /** Round what a step is about. */
  readonly ring: Edges & { readonly width: number; readonly height: number };
  readonly box: Edges;
}

/** At the foot of what it is about, or under it where that is low; wholly in view. */
export function placeOf(step: TourStep, box: HTMLElement, margin: number): TourPlace | null {
  const about = document.querySelector(step.selector)?.getBoundingClientRect();
  if (about === undefined) return null;
  const { width, height } = box.getBoundingClientRect();
  const within = (at: number, size: number, all: number) =>
    Math.max(margin, Math.min(at, all - size - margin));
  const isLow = about.height < height + 2 * margin;
  const top = isLow ? about.bottom + margin : about.bottom - height - margin;
  const { left, width: ringWidth, height: ringHeight } = about;
  return {
    ring: { left, top: about.top, width: ringWidth, height: ringHeight },
    box: {
      left: within(isLow ? about.right - width - margin : left + margin, width, window.innerWidth),
      top: within(top, height, window.innerHeight),
    },
  };
}
