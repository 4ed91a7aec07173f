import { RuleChip } from '../components/rule-chip.tsx';
import { SeverityIcon } from '../components/severity-icon.tsx';
import type { Problem } from '../state/problems.ts';
import { useFix } from '../state/use-fix.ts';
import { useProblemNavigation } from '../state/use-problem-navigation.ts';
import './field-problems.css';

/** What the problem list says of a field, at the field. */
export function FieldProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const { goTo } = useProblemNavigation();
  const applyFix = useFix();
  if (problems.length === 0) return null;
  return (
    <ul className="field-problems">
      {problems.map((problem, index) => {
        const { fix, message, rule, severity } = problem.diagnostic;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity but their place
          <li key={index} className="field-problem">
            <SeverityIcon severity={severity} />
            <span>
              {message} <RuleChip rule={rule} />{' '}
              {fix && (
                <button type="button" className="link" onClick={() => applyFix(fix)}>
                  {fix.title}
                </button>
              )}{' '}
              {problem.start && (
                <button type="button" className="link" onClick={() => goTo(problem)}>
                  Show in the XML
                </button>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
