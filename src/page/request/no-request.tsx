import { RuleChip } from '../components/rule-chip.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useProblemNavigation } from '../state/use-problem-navigation.ts';
import './no-request.css';

/** Reasons shown at once; the problem list has all of them. */
const limit = 4;

/** Where no request can be built: why, and where to fix it. */
export function NoRequest() {
  const { problems } = useRequest();
  const { goTo } = useProblemNavigation();
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
              <button type="button" className="link" onClick={() => goTo(problem)}>
                Line {problem.start.line}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
