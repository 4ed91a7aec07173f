import CircleX from 'lucide-react/icons/circle-x';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { memo } from 'react';
import { plural } from '../../app/format.ts';
import { countSeverities, type Problem } from '../../app/problems.ts';
import type { Fix, Severity } from '../../core/diagnostics.ts';
import { RuleChip } from '../common/rule-chip.tsx';
import './problem-list.css';

interface ProblemListProps {
  readonly problems: readonly Problem[];
  readonly onSelect: (problem: Problem) => void;
  readonly onFix: (fix: Fix) => void;
}

/** More than these at once help nobody; they come into view as the first ones are mended. */
const limit = 200;

export const ProblemList = memo(function ProblemList({ problems, onSelect, onFix }: ProblemListProps) {
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
            // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity but their place
            <ProblemItem key={index} problem={problem} onSelect={onSelect} onFix={onFix} />
          ))}
          {problems.length > limit && (
            <li className="problems-more">and {plural(problems.length - limit, 'more problem')}</li>
          )}
        </ul>
      )}
    </section>
  );
});

interface ProblemItemProps extends Omit<ProblemListProps, 'problems'> {
  readonly problem: Problem;
}

function ProblemItem({ problem, onSelect, onFix }: ProblemItemProps) {
  const { diagnostic, start } = problem;
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
        <button type="button" className="link problem-fix" onClick={() => onFix(fix)}>
          {fix.title}
        </button>
      )}
    </li>
  );
}

const words: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', info: 'Note' };
const icons = { error: CircleX, warning: TriangleAlert, info: Info } satisfies Record<Severity, unknown>;

export function SeverityIcon({ severity }: { readonly severity: Severity }) {
  const Icon = icons[severity];
  return <Icon className={`severity severity-${severity}`} role="img" aria-label={words[severity]} />;
}

function summary(counts: Readonly<Record<Severity, number>>): string {
  const parts = [
    counts.error > 0 && plural(counts.error, 'error'),
    counts.warning > 0 && plural(counts.warning, 'warning'),
    counts.info > 0 && plural(counts.info, 'note'),
  ];
  return parts.filter((part) => part !== false).join(', ') || 'none';
}
