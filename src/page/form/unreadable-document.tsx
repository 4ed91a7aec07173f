import { useMemo } from 'react';
import type { Diagnostic } from '../../core/source/diagnostics.ts';
import { Button } from '../components/button.tsx';
import { plural } from '../components/format.ts';
import { Notice } from '../components/notice.tsx';
import { PaneScroll } from '../components/pane.tsx';
import { RuleChip } from '../components/rule-chip.tsx';
import { listProblems } from '../state/problems.ts';
import { useFix } from '../state/use-fix.ts';
import { useProblemNavigation } from '../state/use-problem-navigation.ts';

interface UnreadableDocumentProps {
  readonly xml: string;
  readonly faults: readonly Diagnostic[];
}

const limit = 5;

/** Why the form shows nothing, and how to fix it. */
export function UnreadableDocument({ xml, faults }: UnreadableDocumentProps) {
  const { goTo } = useProblemNavigation();
  const applyFix = useFix();
  const problems = useMemo(() => listProblems(xml, faults), [xml, faults]);
  const isMalformed = faults.some(({ rule }) => rule === 'ACC-5');
  return (
    <PaneScroll aria-live="polite">
      <div className="px-4 py-3.5">
        <p className="mb-0.5 font-semibold">The form can’t show this document.</p>
        <p className="max-w-[62ch]">
          {isMalformed
            ? 'It is not well-formed XML, and a form could only guess what belongs to which key. Your text is left as it is: fix these places first.'
            : 'Your text is left as it is.'}
        </p>
        <ul className="mt-2.5 grid gap-2.5">
          {problems.slice(0, limit).map((problem, index) => {
            const { message, rule, fix } = problem.diagnostic;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: problems have no identity but their place
              <li key={index}>
                <Notice tone="bad">
                  <p>
                    {problem.start && <span className="font-semibold">Line {problem.start.line}. </span>}
                    {message} <RuleChip rule={rule} />
                  </p>
                  <p className="mt-1.25 flex flex-wrap gap-1.5">
                    {fix && (
                      <Button size="small" onClick={() => applyFix(fix)}>
                        {fix.title}
                      </Button>
                    )}
                    {problem.start && (
                      <Button size="small" onClick={() => goTo(problem)}>
                        Show in the XML
                      </Button>
                    )}
                  </p>
                </Notice>
              </li>
            );
          })}
          {problems.length > limit && <li>and {plural(problems.length - limit, 'more place')}</li>}
        </ul>
      </div>
    </PaneScroll>
  );
}
