import { RuleChip } from '../components/rule-chip.tsx';
import type { Problem } from '../state/problems.ts';
import './no-request.css';

interface NoRequestProps {
  readonly problems: readonly Problem[];
  readonly onProblem: (problem: Problem) => void;
}

/** Reasons shown at once; the problem list has all of them. */
const limit = 4;

/** Where no request can be built: why, and where to mend it. */
export function NoRequest({ problems, onProblem }: NoRequestProps) {
  const errors = problems.filter(({ diagnostic }) => diagnostic.severity === 'error').slice(0, limit);
  return (
    <div className="no-request">
      <h3 className="no-request-title">No request</h3>
      {errors.length === 0 && <p>Nothing would be sent for this Account XML.</p>}
      <ul className="no-request-reasons">
        {errors.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity but their place
          <li key={index}>
            {problem.diagnostic.message} <RuleChip rule={problem.diagnostic.rule} />{' '}
            {problem.start && (
              <button type="button" className="link" onClick={() => onProblem(problem)}>
                Line {problem.start.line}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
