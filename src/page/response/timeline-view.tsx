import { useMemo } from 'react';
import { formatMilliseconds } from '../components/format.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { type Step, timelineOf } from '../exchange/timings.ts';
import { phaseLooks } from './phase-looks.ts';

const name = 'p-0 py-0.5 text-left align-top font-normal whitespace-nowrap';
const figure = 'p-0 py-0.5 pl-3 text-right align-top font-normal whitespace-nowrap';

/** When each step began and ended: a chart for the eye, and the same in numbers. */
export function TimelineView({ exchange }: { readonly exchange: Exchange }) {
  const { steps, total } = useMemo(() => timelineOf(exchange), [exchange]);
  if (steps.length === 0) return null;
  return (
    <table className="w-full border-collapse text-small tabular-nums" aria-label="Timeline">
      <thead>
        <tr className="text-tiny text-muted">
          <th scope="col" className={name}>
            Step
          </th>
          <th aria-hidden />
          <th scope="col" className={figure}>
            Duration
          </th>
          <th scope="col" className={figure}>
            Elapsed
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <Row key={`${step.name} ${step.from} ${step.to}`} step={step} total={total} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ step, total }: { readonly step: Step; readonly total: number }) {
  const { name: title, from, to, note, phase } = step;
  const share = (ms: number) => `${total === 0 ? 0 : (ms / total) * 100}%`;
  return (
    <tr>
      <th scope="row" className={phase === 'fault' ? `${name} text-warn` : name}>
        {title}
        {note !== null && (
          <span className="block text-tiny leading-[15px] whitespace-normal text-muted">{note}</span>
        )}
      </th>
      <td className="w-3/5 min-w-10 p-0 pt-2 pb-0.5 pl-3 align-top" aria-hidden>
        <span className="relative block h-1.75 rounded-sm bg-raised shadow-[inset_0_0_0_1px_var(--color-line)]">
          <span
            className={`absolute top-0 h-full min-w-0.75 rounded-sm forced:bg-[CanvasText] ${phaseLooks[phase]}`}
            style={{ left: `min(${share(from)}, calc(100% - 3px))`, width: share(to - from) }}
          />
        </span>
      </td>
      <td className={figure}>{formatMilliseconds(to - from)}</td>
      <td className={figure}>{formatMilliseconds(to)}</td>
    </tr>
  );
}
