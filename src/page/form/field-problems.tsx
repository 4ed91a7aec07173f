import { LinkButton } from '../components/link-button.tsx';
import { RuleChip } from '../components/rule-chip.tsx';
import { SeverityIcon } from '../components/severity-icon.tsx';
import type { Problem } from '../state/problems.ts';
import { useFix } from '../state/use-fix.ts';
import { useProblemNavigation } from '../state/use-problem-navigation.ts';

/** What the problem list says of a field, at the field. */
export function FieldProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const { goTo } = useProblemNavigation();
  const applyFix = useFix();
  if (problems.length === 0) return null;
  return (
    <ul className="pt-0.75 text-small">
      {problems.map((problem, index) => {
        const { fix, message, rule, severity } = problem.diagnostic;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity but their place
          <li key={index} className="flex gap-1.5 pt-0.5 wrap-anywhere">
            <SeverityIcon severity={severity} />
            <span>
              {message} <RuleChip rule={rule} />{' '}
              <span className="inline-flex flex-wrap gap-x-2.5">
                {fix && <LinkButton onClick={() => applyFix(fix)}>{fix.title}</LinkButton>}
                {problem.start && <LinkButton onClick={() => goTo(problem)}>Show in the XML</LinkButton>}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
