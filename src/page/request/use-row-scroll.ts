/**
 * Scrolling through any number of rows of one height. A browser's box ends at some 30 million
 * pixels, far short of a gigabyte of rows: there the scroll bar stands for a share of the
 * rows, while wheel and keys still move by rows.
 */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** Pixels that a box is allowed to be high. */
const limit = 8_000_000;

export interface RowScroll {
  /** Index of the first row in view, and how many fit. */
  readonly top: number;
  readonly visible: number;
  /** Height of the box in pixels. */
  readonly height: number;
  /** Height of the scrolled content in pixels; the rows in view stick to the top of the box. */
  readonly spacer: number;
  readonly onScroll: (scrollTop: number) => void;
  readonly goTo: (row: number) => void;
}

export function useRowScroll(
  box: RefObject<HTMLElement | null>,
  rowCount: number,
  rowHeight: number,
): RowScroll {
  const [height, setHeight] = useState(400);
  const [row, setRow] = useState(0);
  const visible = Math.ceil(height / rowHeight);
  const last = Math.max(0, rowCount - Math.floor(height / rowHeight) + 1);
  const top = Math.min(row, last);
  const isScaled = rowCount * rowHeight > limit;
  const spacer = isScaled ? limit : last * rowHeight + height;
  const pixelsPerRow = isScaled ? (limit - height) / last : rowHeight;

  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(([entry]) => entry && setHeight(entry.contentRect.height));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);

  const goTo = useCallback(
    (wanted: number) => {
      const next = Math.max(0, Math.min(Math.trunc(wanted), last));
      setRow(next);
      if (box.current) box.current.scrollTop = next * pixelsPerRow;
    },
    [box, last, pixelsPerRow],
  );

  const onScroll = (scrollTop: number) => {
    // What `goTo` has just set comes back rounded to the pixel: the row stays.
    if (Math.abs(scrollTop - top * pixelsPerRow) > 1) setRow(Math.round(scrollTop / pixelsPerRow));
  };

  const wheel = useRef<(event: WheelEvent) => void>(() => {});
  useEffect(() => {
    wheel.current = (event) => {
      if (!isScaled || event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      const rows = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY / rowHeight : event.deltaY;
      goTo(top + Math.sign(rows) * Math.max(1, Math.abs(rows)));
    };
  });
  useEffect(() => {
    const element = box.current;
    const listener = (event: WheelEvent) => wheel.current(event);
    // Not React's: that listener is passive and could not keep the browser from scrolling as well.
    element?.addEventListener('wheel', listener, { passive: false });
    return () => element?.removeEventListener('wheel', listener);
  }, [box]);

  return { top, visible, height, spacer, onScroll, goTo };
}
