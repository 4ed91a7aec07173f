import { useMemo } from 'react';
import type { Diagnostic } from '../../core/source/diagnostics.ts';
import { plural } from '../components/format.ts';
import { listProblems } from '../state/problems.ts';
import { useFix } from '../state/use-fix.ts';
import { useProblemNavigation } from '../state/use-problem-navigation.ts';
import '../components/button.css';
import { RuleChip } from '../components/rule-chip.tsx';
import './unreadable-document.css';

interface UnreadableDocumentProps {
  readonly xml: string;
  readonly faults: readonly Diagnostic[];
}

const limit = 5;

/** Why the form shows nothing, and the way to mend it. */
export function UnreadableDocument({ xml, faults }: UnreadableDocumentProps) {
  const { goTo } = useProblemNavigation();
  const applyFix = useFix();
  const problems = useMemo(() => listProblems(xml, faults), [xml, faults]);
  const isMalformed = faults.some(({ rule }) => rule === 'ACC-5');
  return (
    <div className="unreadable room-scroll" aria-live="polite">
      <p className="unreadable-title">The form can’t show this document.</p>
      <p>
        {isMalformed
          ? 'It is not well-formed XML, and a form could only guess what belongs to which key. Your text is left as it is: mend these places first.'
          : 'Your text is left as it is.'}
      </p>
      <ul className="unreadable-faults">
        {problems.slice(0, limit).map((problem, index) => {
          const { message, rule, fix } = problem.diagnostic;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity but their place
            <li key={index}>
              <p>
                {problem.start && <span className="unreadable-place">Line {problem.start.line}. </span>}
                {message} <RuleChip rule={rule} />
              </p>
              <p className="unreadable-ways">
                {fix && (
                  <button type="button" className="button button-small" onClick={() => applyFix(fix)}>
                    {fix.title}
                  </button>
                )}
                {problem.start && (
                  <button type="button" className="button button-small" onClick={() => goTo(problem)}>
                    Show in the XML
                  </button>
                )}
              </p>
            </li>
          );
        })}
        {problems.length > limit && <li>and {plural(problems.length - limit, 'more place')}</li>}
      </ul>
    </div>
  );
}
