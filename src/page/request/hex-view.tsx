import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type UIEvent, useEffect, useMemo, useRef, useState } from 'react';
import { formatOffset, hexRows } from '../components/hex-rows.ts';
import { useCodeSize } from '../components/use-code-size.ts';
import { HexRowView } from './hex-row-view.tsx';
import { type ReadMedia, type RequestMap, readWindow } from './request-map.ts';
import { pointerHandlers } from './run-keys.ts';
import { useRowScroll } from './use-row-scroll.ts';
import { useRunActions } from './use-run-actions.ts';

interface HexViewProps {
  readonly map: RequestMap;
  readonly readMedia: ReadMedia;
  /** Offset of the byte to bring into view; a new object for each jump. */
  readonly jump: { readonly offset: number } | null;
}

const spare = 12;

/** The whole request as bytes. Only the rows in view are drawn and read, whatever its length. */
export function HexView({ map, readMedia, jump }: HexViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const { line: rowHeight } = useCodeSize(box);
  const perRow = useBytesPerRow(box, rowHeight);
  const rowCount = Math.ceil(map.length / perRow);
  const { top, visible, height, spacer, onScroll, goTo } = useRowScroll(box, rowCount, rowHeight);
  // Some rows more on both sides, so that slow reading leaves no gap while scrolling.
  const first = Math.max(0, top - spare) * perRow;
  const bytes = useWindow(map, first, (top + visible + spare) * perRow, readMedia);

  useEffect(() => {
    if (jump) goTo(Math.floor(jump.offset / perRow) - 2);
  }, [jump, goTo, perRow]);

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, visible - 1);
    const to = {
      ArrowDown: top + 1,
      ArrowUp: top - 1,
      PageDown: top + page,
      PageUp: top - page,
      Home: 0,
      End: rowCount,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    goTo(to);
  };

  const actions = useRunActions();
  const pointers = useMemo(() => pointerHandlers(actions), [actions]);
  const rows = useMemo(
    () => (bytes.kind === 'read' ? hexRows(bytes.bytes, bytes.start, perRow) : []),
    [bytes, perRow],
  );
  const shift = bytes.kind === 'read' ? (bytes.start / perRow - top) * rowHeight : 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, and this is text
    <div
      ref={box}
      role="group"
      aria-label="Bytes of the message"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls by keyboard
      tabIndex={0}
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain font-mono text-code leading-(--code-line) focus-visible:-outline-offset-2 max-wide:h-105 max-wide:flex-none"
      onScroll={(event: UIEvent) => onScroll(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
      {...pointers}
    >
      <div className="relative min-w-max" style={{ height: spacer }}>
        <div className="sticky top-0 overflow-clip px-4" style={{ height }}>
          <div style={{ transform: `translateY(${shift}px)` }}>
            {bytes.kind === 'unreadable' && (
              <p className="max-w-105 pt-2 font-sans whitespace-normal text-bad">
                The media can’t be read any more: it was changed, moved or deleted. Choose it again. (
                {formatOffset(first)})
              </p>
            )}
            {rows.map((row) => (
              <HexRowView key={row.offset} row={row} perRow={perRow} map={map} />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

type Window =
  | { readonly kind: 'read'; readonly start: number; readonly bytes: Uint8Array }
  | { readonly kind: 'unreadable' };

const nothing: Window = { kind: 'read', start: 0, bytes: new Uint8Array(0) };

/** The window that was read last stays in view until the next one is there. */
function useWindow(map: RequestMap, start: number, end: number, readMedia: ReadMedia): Window {
  const { data = nothing } = useQuery({
    queryKey: ['window', map, start, end, readMedia],
    queryFn: (): Promise<Window> =>
      readWindow(map, start, end, readMedia).then(
        (bytes) => ({ kind: 'read', start, bytes }),
        () => ({ kind: 'unreadable' }),
      ),
    placeholderData: keepPreviousData,
  });
  return data;
}

/** Sixteen bytes a row, eight where the pane is too narrow for them. */
function useBytesPerRow(box: React.RefObject<HTMLElement | null>, rowHeight: number): number {
  const [perRow, setPerRow] = useState(16);
  useEffect(() => {
    if (box.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setPerRow(entry.contentRect.width < 31 * rowHeight ? 8 : 16);
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box, rowHeight]);
  return perRow;
}
