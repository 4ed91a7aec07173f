import { lazy, Suspense, useMemo, useState } from 'react';
import { positionLookup } from '../../core/source/diagnostics.ts';
import { adviseOn } from '../../language/advice.ts';
import type { Advice } from '../../language/advices.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { LoadErrorBoundary } from '../components/error-boundary.tsx';
import { LinkButton } from '../components/link-button.tsx';
import { Meta } from '../components/section.tsx';
import { SeverityIcon } from '../components/severity-icon.tsx';
import { useEditor } from '../state/editor-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useFix } from '../state/use-fix.ts';

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
    <section
      className="relative max-h-[60%] flex-none overflow-auto border-t border-line px-4 py-0.75"
      aria-label="Advice"
    >
      <Disclosure
        summary={
          <>
            Advice <Meta>{advice.length}</Meta>
          </>
        }
      >
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
      </Disclosure>
      {isTableOpen && (
        <LoadErrorBoundary>
          <Suspense fallback={null}>
            <MeasuredDialog onClose={() => setIsTableOpen(false)} />
          </Suspense>
        </LoadErrorBoundary>
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
  const { severity, message, rationale, range, fix, variant } = entry;
  return (
    <li className="flex gap-2 pt-1.25 pb-1.75">
      <SeverityIcon severity={severity} />
      <div>
        <p>{message}</p>
        <p className="text-small text-muted">{rationale}</p>
        <p className="flex flex-wrap gap-x-3.5 gap-y-0.5 text-small">
          {range && <LinkButton onClick={() => editor.select(range)}>Show line {line}</LinkButton>}
          {fix && <LinkButton onClick={() => applyFix(fix)}>{fix.title}</LinkButton>}
          {variant !== undefined && (
            <LinkButton aria-haspopup="dialog" onClick={onTable}>
              See the measurements
            </LinkButton>
          )}
        </p>
      </div>
    </li>
  );
}
