import { useMemo } from 'react';
import { formatMilliseconds } from '../components/format.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { timelineOf } from './timings.ts';

/** When each step began and ended: a chart for the eye, and the same in numbers. */
export function TimelineView({ exchange }: { readonly exchange: Exchange }) {
  const { steps, total } = useMemo(() => timelineOf(exchange), [exchange]);
  if (steps.length === 0) return null;
  const share = (ms: number) => `${total === 0 ? 0 : (ms / total) * 100}%`;
  return (
    <table className="timeline" aria-label="Timeline">
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th aria-hidden />
          <th scope="col">Took</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {steps.map(({ name, from, to, note, phase }) => (
          <tr key={`${name} ${from} ${to}`} className={phase === 'fault' ? 'timeline-fault-row' : undefined}>
            <th scope="row">
              {name}
              {note !== null && <span className="timeline-note">{note}</span>}
            </th>
            <td className="timeline-track" aria-hidden>
              <span className={`timeline-bar timeline-${phase}`}>
                <span style={{ left: `min(${share(from)}, calc(100% - 3px))`, width: share(to - from) }} />
              </span>
            </td>
            <td>{formatMilliseconds(to - from)}</td>
            <td>{formatMilliseconds(to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
