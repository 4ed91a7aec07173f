import type { Problem } from '../../app/problems.ts';
import { SeverityIcon } from '../account/severity-icon.tsx';
import { RuleChip } from '../common/rule-chip.tsx';
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
