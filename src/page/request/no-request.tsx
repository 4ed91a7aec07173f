import { LinkButton } from '../components/link-button.tsx';
import { Notice } from '../components/notice.tsx';
import { RuleChip } from '../components/rule-chip.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useProblemNavigation } from '../state/use-problem-navigation.ts';

/** Reasons shown at once; the problem list has all of them. */
const limit = 4;

/** Where no request can be built: why, and where to fix it. */
export function NoRequest() {
  const { problems } = useRequest();
  const { goTo } = useProblemNavigation();
  const errors = problems.filter(({ diagnostic }) => diagnostic.severity === 'error').slice(0, limit);
  return (
    <div className="m-4">
      <Notice tone="bad">
        <h3 className="mb-1 text-[0.875rem] font-semibold text-bad">No request</h3>
        {errors.length === 0 && <p>Nothing would be sent for this Account XML.</p>}
        <ul className="grid gap-1.5">
          {errors.map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity but their place
            <li key={index}>
              {problem.diagnostic.message} <RuleChip rule={problem.diagnostic.rule} />{' '}
              {problem.start && (
                <LinkButton onClick={() => goTo(problem)}>Line {problem.start.line}</LinkButton>
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
