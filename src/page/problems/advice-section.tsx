import { lazy, memo, Suspense, useMemo, useState } from 'react';
import type { BuiltRequest } from '../../core/build-request.ts';
import type { Fix, Position } from '../../core/source/diagnostics.ts';
import { LoadFault } from '../components/error-boundary.tsx';
import { type AdviceEntry, listAdvice } from './advice-list.ts';
import { SeverityIcon } from './severity-icon.tsx';
import './advice-section.css';

const MeasuredDialog = lazy(() =>
  import('./measured-dialog.tsx').then((module) => ({ default: module.MeasuredDialog })),
);

interface AdviceSectionProps {
  readonly built: BuiltRequest;
  readonly onPlace: (start: Position, end: Position) => void;
  readonly onFix: (fix: Fix) => void;
}

/** How servers are known to behave, apart from the problems: no rule of the contract is broken here. */
export const AdviceSection = memo(function AdviceSection({ built, onPlace, onFix }: AdviceSectionProps) {
  const [isTableOpen, setIsTableOpen] = useState(false);
  const advice = useMemo(() => listAdvice(built), [built]);
  if (advice.length === 0 && !isTableOpen) return null;
  return (
    <section className="advice" aria-label="Advice">
      <details className="more">
        <summary>
          Advice <span className="section-meta">{advice.length}</span>
        </summary>
        <ul>
          {advice.map((entry) => (
            <AdviceItem
              key={`${entry.id} ${entry.message}`}
              entry={entry}
              onPlace={onPlace}
              onFix={onFix}
              onTable={() => setIsTableOpen(true)}
            />
          ))}
        </ul>
      </details>
      {isTableOpen && (
        <LoadFault>
          <Suspense fallback={null}>
            <MeasuredDialog built={built} onClose={() => setIsTableOpen(false)} />
          </Suspense>
        </LoadFault>
      )}
    </section>
  );
});

interface AdviceItemProps extends Omit<AdviceSectionProps, 'built'> {
  readonly entry: AdviceEntry;
  readonly onTable: () => void;
}

function AdviceItem({ entry, onPlace, onFix, onTable }: AdviceItemProps) {
  const { severity, message, ground, place, fix, isMeasured } = entry;
  return (
    <li className="advice-item">
      <SeverityIcon severity={severity} />
      <div>
        <p>{message}</p>
        <p className="advice-ground">{ground}</p>
        <p className="advice-actions">
          {place && (
            <button type="button" className="link" onClick={() => onPlace(place.start, place.end)}>
              Show line {place.start.line}
            </button>
          )}
          {fix && (
            <button type="button" className="link" onClick={() => onFix(fix)}>
              {fix.title}
            </button>
          )}
          {isMeasured && (
            <button type="button" className="link" aria-haspopup="dialog" onClick={onTable}>
              See the measurements
            </button>
          )}
        </p>
      </div>
    </li>
  );
}
