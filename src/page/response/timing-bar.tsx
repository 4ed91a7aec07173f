import { useMemo } from 'react';
import { formatMilliseconds } from '../components/format.ts';
import { Meta, SectionTitle } from '../components/section.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import type { Exchange } from '../exchange/exchange.ts';
import { type Phase, phasesOf } from '../exchange/phases.ts';
import { phaseLooks } from './phase-looks.ts';
import { formatRate } from './verdict/transfer-rate.ts';

/** Where the time went, in one bar, beside what came of it. */
export function TimingBar({ exchange }: { readonly exchange: Exchange }) {
  const { phases, total, rate, isCut } = useMemo(() => phasesOf(exchange), [exchange]);
  const { reply } = exchange;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <SectionTitle>Timing</SectionTitle>
        <Meta>
          {reply && (
            <>
              {reply.status} <ExcerptText text={reply.statusText} />
              {' · '}
            </>
          )}
          {isCut && 'failed after '}
          {formatMilliseconds(total)}
          {rate !== null && ` · ${formatRate(rate)}`}
        </Meta>
        <div className="flex h-2.5 min-w-35 flex-1 gap-px overflow-hidden rounded-sm" aria-hidden>
          {phases.map((phase) => (
            <Segment key={phase.name} phase={phase} />
          ))}
          {isCut && <span className={`w-1 forced:border ${phaseLooks.fault}`} />}
        </div>
      </div>
      <dl className="flex flex-wrap gap-x-4 gap-y-0.5 text-small tabular-nums" aria-label="Phases">
        {phases.map(({ name, look, ms }) => (
          <div key={name} className="flex items-center gap-1.5">
            <span className={`size-2.5 rounded-[2px] forced:border ${phaseLooks[look]}`} aria-hidden />
            <dt className="text-muted">{name}</dt>
            <dd>{formatMilliseconds(ms)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Segment({ phase: { look, ms } }: { readonly phase: Phase }) {
  if (ms === 0) return null;
  return (
    <span className={`min-w-0.75 ${phaseLooks[look]} forced:border`} style={{ flexGrow: ms, flexBasis: 0 }} />
  );
}
