import { lazy, Suspense, useMemo, useState } from 'react';
import { positionLookup } from '../../core/source/diagnostics.ts';
import { adviseOn } from '../../language/advice.ts';
import type { Advice } from '../../language/advices.ts';
import { LoadFault } from '../components/error-boundary.tsx';
import { SeverityIcon } from '../components/severity-icon.tsx';
import { useEditor } from '../state/editor-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useFix } from '../state/use-fix.ts';
import './advice-section.css';

const MeasuredDialog = lazy(() =>
  import('./measured-dialog.tsx').then((module) => ({ default: module.MeasuredDialog })),
);

/** How servers are known to behave, apart from the problems: no rule of the contract is broken here. */
export function AdviceSection() {
  const { built } = useRequest();
  const lineOf = positionLookup(built.inputs.xml);
  const [isTableOpen, setIsTableOpen] = useState(false);
  const advice = useMemo(() => adviseOn(built), [built]);
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
              line={entry.range ? lineOf(entry.range.start).line : null}
              onTable={() => setIsTableOpen(true)}
            />
          ))}
        </ul>
      </details>
      {isTableOpen && (
        <LoadFault>
          <Suspense fallback={null}>
            <MeasuredDialog onClose={() => setIsTableOpen(false)} />
          </Suspense>
        </LoadFault>
      )}
    </section>
  );
}

interface AdviceItemProps {
  readonly entry: Advice;
  /** In the Account XML. */
  readonly line: number | null;
  readonly onTable: () => void;
}

function AdviceItem({ entry, line, onTable }: AdviceItemProps) {
  const editor = useEditor();
  const applyFix = useFix();
  const { severity, message, ground, range, fix, variant } = entry;
  return (
    <li className="advice-item">
      <SeverityIcon severity={severity} />
      <div>
        <p>{message}</p>
        <p className="advice-ground">{ground}</p>
        <p className="advice-actions">
          {range && (
            <button type="button" className="link" onClick={() => editor.select(range)}>
              Show line {line}
            </button>
          )}
          {fix && (
            <button type="button" className="link" onClick={() => applyFix(fix)}>
              {fix.title}
            </button>
          )}
          {variant !== undefined && (
            <button type="button" className="link" aria-haspopup="dialog" onClick={onTable}>
              See the measurements
            </button>
          )}
        </p>
      </div>
    </li>
  );
}
