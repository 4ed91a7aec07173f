import { RuleChip } from '../components/rule-chip.tsx';
import { SeverityIcon } from '../problems/severity-icon.tsx';
import type { Problem } from '../state/problems.ts';
import { useForm } from './form-context.ts';
import './field-problems.css';

/** What the problem list says of a field, at the field. */
export function FieldProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const { onProblem, onFix } = useForm();
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
                <button type="button" className="link" onClick={() => onFix(fix)}>
                  {fix.title}
                </button>
              )}{' '}
              {problem.start && (
                <button type="button" className="link" onClick={() => onProblem(problem)}>
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
