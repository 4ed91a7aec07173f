/** Two panes one above the other by what they hold, in pixels: what is read first is in view. */

export interface PaneNeed {
  /** All that it holds, its frame included. */
  readonly content: number;
  /** What has to be in view of it; its content where it says nothing. */
  readonly need: number;
  /** Ends of its rows, from its top: a cut between two of them cuts no line. */
  readonly rowEnds: readonly number[];
}

/** Of the whole height, what the other pane gets for its need at most. */
const largestShare = 0.6;

/**
 * The height of the pane that is as high as its content, where `other` takes the rest and has its need met.
 * Where it does not fit, it ends with a row.
 */
export function fitContent(total: number, sized: PaneNeed, other: PaneNeed, least: number): number {
  const room = total - Math.min(other.need, total * largestShare);
  const wanted = Math.max(room, Math.min(sized.need, total - least));
  if (sized.content <= wanted) return sized.content;
  const end = sized.rowEnds.findLast((rowEnd) => rowEnd <= wanted && rowEnd >= sized.need - 1);
  return Math.round(end ?? wanted);
}

/** What a pane holds; it is marked there: `data-scroll`, in it `data-row` and the last `data-need`. */
export function measurePane(pane: Element): PaneNeed | null {
  const scroller = Array.from(pane.querySelectorAll('[data-scroll]')).find(isShown);
  if (scroller === undefined) return null;
  const { height } = pane.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const frame = height - view.height;
  const endOf = (element: Element) =>
    frame + element.getBoundingClientRect().bottom - view.top + scroller.scrollTop;
  const content = Math.max(frame, ...Array.from(scroller.children, endOf));
  const needed = Array.from(scroller.querySelectorAll('[data-need]')).findLast(isShown);
  return {
    content,
    need: needed ? endOf(needed) : content,
    rowEnds: Array.from(scroller.querySelectorAll('[data-row]')).filter(isShown).map(endOf),
  };
}

/** Not what is folded away. */
function isShown(element: Element): boolean {
  return element.checkVisibility();
}
