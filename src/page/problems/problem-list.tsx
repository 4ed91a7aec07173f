import { lazy, memo, Suspense, useMemo } from 'react';
import type { BuiltRequest } from '../../core/build-request.ts';
import type { Diagnostic, Fix, Position, Severity } from '../../core/source/diagnostics.ts';
import { editorSettled } from '../account/use-xml-editor.ts';
import { LoadFault } from '../components/error-boundary.tsx';
import { plural } from '../components/format.ts';
import { RuleChip } from '../components/rule-chip.tsx';
import { countSeverities, type Problem } from '../state/problems.ts';
import { fixesOfKinds } from './fix-all.ts';
import { SeverityIcon } from './severity-icon.tsx';
import './problem-list.css';

export const loadAdvice = () => import('./advice-section.tsx');
const AdviceSection = lazy(() =>
  editorSettled.then(loadAdvice).then((module) => ({ default: module.AdviceSection })),
);

interface ProblemListProps {
  readonly built: BuiltRequest;
  readonly problems: readonly Problem[];
  readonly onSelect: (problem: Problem) => void;
  readonly onPlace: (start: Position, end: Position) => void;
  readonly onFix: (fix: Fix) => void;
}

/** More than these at once help nobody; they come into view as the first ones are mended. */
const limit = 200;

export const ProblemList = memo(function ProblemList(props: ProblemListProps) {
  const { built, problems, onSelect, onPlace, onFix } = props;
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
              onSelect={onSelect}
              onFix={onFix}
            />
          ))}
          {problems.length > limit && (
            <li className="problems-more">and {plural(problems.length - limit, 'more problem')}</li>
          )}
        </ul>
      )}
      <LoadFault>
        <Suspense fallback={<div className="advice-waiting" />}>
          <AdviceSection built={built} onPlace={onPlace} onFix={onFix} />
        </Suspense>
      </LoadFault>
    </section>
  );
});

interface ProblemItemProps extends Pick<ProblemListProps, 'onSelect' | 'onFix'> {
  readonly problem: Problem;
  readonly fixAllLike: (like: Diagnostic) => (Fix & { readonly count: number }) | null;
}

function ProblemItem({ problem, fixAllLike, onSelect, onFix }: ProblemItemProps) {
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
        <button type="button" className="problem-text" onClick={() => onSelect(problem)}>
          {text}
        </button>
      ) : (
        <div className="problem-text">{text}</div>
      )}
      {fix && (
        <span className="problem-fix">
          <button type="button" className="link" onClick={() => onFix(fix)}>
            {fix.title}
          </button>
          {all && (
            <button type="button" className="link" onClick={() => onFix(all)}>
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
