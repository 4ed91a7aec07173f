import { memo } from 'react';
import { isHiddenOnScreen } from '../../core/source/secret-masking.ts';
import { formatOffset, type HexCell, type HexRow } from '../components/hex-rows.ts';
import { useDisplay } from '../state/display-provider.tsx';
import { useHues } from '../state/request-provider.tsx';
import { type RequestMap, segmentAt } from './request-map.ts';
import type { PlaceKey } from './request-sources.ts';

interface HexRowViewProps {
  readonly row: HexRow;
  readonly perRow: number;
  readonly map: RequestMap;
}

interface Run {
  readonly cells: HexCell[];
  readonly parameter: string | null;
  readonly place: PlaceKey | null;
  readonly hidden: boolean;
  readonly segment: number;
}

export const HexRowView = memo(function HexRowView({ row, perRow, map }: HexRowViewProps) {
  const hues = useHues();
  const { showSecrets } = useDisplay();
  const runs = runsOf(row, map);
  const render = (column: 'hex' | 'ascii') =>
    runs.map(({ cells, parameter, place, hidden, segment }) => {
      const isHidden = hidden && !showSecrets;
      const shown = cells.map((cell) => {
        if (isHidden) return column === 'hex' ? '••' : '•';
        return cell[column];
      });
      const text = shown.join(column === 'hex' ? ' ' : '');
      const gap = column === 'hex' ? ' ' : '';
      if (place === null) return text + gap;
      return (
        <span key={segment}>
          <span
            className={parameter === null ? 'run' : 'run prov'}
            data-place={place}
            {...(parameter !== null && {
              'data-hue': hues.get(parameter) ?? 0,
              'data-param': parameter,
              'data-tip': `%${parameter}%`,
            })}
          >
            {text}
          </span>
          {gap}
        </span>
      );
    });
  const inHead = row.offset < map.headLength;
  return (
    <div className="h-(--code-line) whitespace-pre">
      <span className={`mr-[2ch] inline-block ${inHead ? 'text-accent' : 'text-muted'}`}>
        {formatOffset(row.offset)}
      </span>
      <span className="inline-block" style={{ width: `${perRow * 3}ch` }}>
        {render('hex')}
      </span>
      <span className="ml-[1ch] border-l border-line pl-[1ch]">{render('ascii')}</span>
    </div>
  );
});

/** Neighbouring bytes of one origin together. */
function runsOf(row: HexRow, map: RequestMap): Run[] {
  const runs: Run[] = [];
  let segment = segmentAt(map, row.offset);
  for (const cell of row.cells) {
    while (cell.offset >= endOf(map, segment) && segment < map.segments.length - 1) segment += 1;
    const last = runs.at(-1);
    if (last?.segment === segment) {
      last.cells.push(cell);
      continue;
    }
    const { origin, place = null } = map.segments[segment] ?? {};
    const parameter = origin?.kind === 'parameter' ? origin.parameter : null;
    runs.push({
      cells: [cell],
      parameter,
      place,
      hidden: origin !== undefined && isHiddenOnScreen(origin),
      segment,
    });
  }
  return runs;
}

function endOf(map: RequestMap, index: number): number {
  const segment = map.segments[index];
  return segment ? segment.start + segment.length : 0;
}
