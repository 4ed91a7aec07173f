import { lazy, Suspense, useMemo } from 'react';
import type { Diagnostic, Fix, Severity } from '../../core/source/diagnostics.ts';
import { LoadFault } from '../components/error-boundary.tsx';
import { plural } from '../components/format.ts';
import { RuleChip } from '../components/rule-chip.tsx';
import { SeverityIcon } from '../components/severity-icon.tsx';
import { editorSettled } from '../state/editor-settled.ts';
import { countSeverities, type Problem } from '../state/problems.ts';
import { useRequest } from '../state/request-provider.tsx';
import { useFix } from '../state/use-fix.ts';
import { useProblemNavigation } from '../state/use-problem-navigation.ts';
import { fixesOfKinds } from './fix-all.ts';
import './problem-list.css';

export const loadAdvice = () => import('./advice-section.tsx');
const AdviceSection = lazy(() =>
  editorSettled.then(loadAdvice).then((module) => ({ default: module.AdviceSection })),
);

/** More than these at once help nobody; they come into view as the first ones are fixed. */
const limit = 200;

export function ProblemList() {
  const { built, problems } = useRequest();
  const fixAllLike = useMemo(() => fixesOfKinds(built.diagnostics), [built.diagnostics]);
  const counts = countSeverities(problems.map(({ diagnostic }) => diagnostic));
  return (
    <section className="room problems" aria-label="Problems">
      <header className="problems-head">
        <h3 className="section-title">Problems</h3>
        <span className="section-meta">{summary(counts)}</span>
        {problems.length > 0 && (
          <span className="problems-keys">
            <kbd>F8</kbd> next
          </span>
        )}
      </header>
      {problems.length === 0 ? (
        <p className="problems-none">Nothing to report on this Account XML.</p>
      ) : (
        <ul className="room-scroll problems-items">
          {problems.slice(0, limit).map((problem, index) => (
            <ProblemItem
              // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity but their place
              key={index}
              problem={problem}
              fixAllLike={fixAllLike}
            />
          ))}
          {problems.length > limit && (
            <li className="problems-more">and {plural(problems.length - limit, 'more problem')}</li>
          )}
        </ul>
      )}
      <LoadFault>
        <Suspense fallback={<div className="advice-waiting" />}>
          <AdviceSection />
        </Suspense>
      </LoadFault>
    </section>
  );
}

interface ProblemItemProps {
  readonly problem: Problem;
  readonly fixAllLike: (like: Diagnostic) => (Fix & { readonly count: number }) | null;
}

function ProblemItem({ problem, fixAllLike }: ProblemItemProps) {
  const { goTo } = useProblemNavigation();
  const applyFix = useFix();
  const { diagnostic, start } = problem;
  const all = fixAllLike(diagnostic);
  const { fix, message, rule, severity } = diagnostic;
  const text = (
    <>
      <SeverityIcon severity={severity} />
      <span className="problem-place">{start ? `${start.line}:${start.column}` : '–'}</span>
      <span className="problem-message">
        {message} <RuleChip rule={rule} />
      </span>
    </>
  );
  return (
    <li className="problem">
      {start ? (
        <button type="button" className="problem-text" onClick={() => goTo(problem)}>
          {text}
        </button>
      ) : (
        <div className="problem-text">{text}</div>
      )}
      {fix && (
        <span className="problem-fix">
          <button type="button" className="link" onClick={() => applyFix(fix)}>
            {fix.title}
          </button>
          {all && (
            <button type="button" className="link" onClick={() => applyFix(all)}>
              Fix all {all.count} of this kind
            </button>
          )}
        </span>
      )}
    </li>
  );
}

function summary(counts: Readonly<Record<Severity, number>>): string {
  const parts = [
    counts.error > 0 && plural(counts.error, 'error'),
    counts.warning > 0 && plural(counts.warning, 'warning'),
    counts.info > 0 && plural(counts.info, 'note'),
  ];
  return parts.filter((part) => part !== false).join(', ') || 'none';
}
