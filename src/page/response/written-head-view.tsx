import { useMemo } from 'react';
import type { RequestPlan } from '../../core/request/plan.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { VisibleText } from '../components/visible-text.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { headRuns, type WrittenHead } from './written-head.ts';

interface WrittenHeadViewProps {
  readonly head: WrittenHead;
  readonly plan: RequestPlan;
}

/** Dots: hidden for the eyes, sent all the same. */
const dots = '••••••••';

/** The head to its empty line; its line ends are line ends here, any other is marked. */
export function WrittenHeadView({ head, plan }: WrittenHeadViewProps) {
  const { showSecrets } = useDisplay();
  const runs = useMemo(() => headRuns(head, plan), [head, plan]);
  const text = runs.map((run) => run.text).join('');
  return (
    <>
      <div className="written-head-tools">
        <span>Byte by byte, each line ended by CR LF; an empty line ends it.</span>
        <CopyButton label="Copy head" text={() => text} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, and must do so by keyboard */}
      <pre className="wire written-head" tabIndex={0}>
        {runs.map((run, index) =>
          run.hidden && !showSecrets ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a run has no identity but its place
            <span key={index} data-tip="Dots for onlookers: the value itself was sent.">
              {dots}
            </span>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a run has no identity but its place
            <Lines key={index} text={run.text} />
          ),
        )}
      </pre>
    </>
  );
}

function Lines({ text }: { readonly text: string }) {
  return text.split('\r\n').map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
    <span key={index}>
      {index > 0 && '\n'}
      <VisibleText text={line} />
    </span>
  ));
}
