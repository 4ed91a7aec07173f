import { useMemo } from 'react';
import type { RequestPlan } from '../../core/request/plan.ts';
import { dots } from '../../core/source/secret-masking.ts';
import type { WrittenHead } from '../../upload/written-head.ts';
import { CodeBox } from '../components/code-text.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { VisibleText } from '../components/visible-text.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { headRuns } from './written-head.ts';

interface WrittenHeadViewProps {
  readonly head: WrittenHead;
  readonly plan: RequestPlan;
}

/** In the place of a password, whatever its length. */

/** The head to its empty line; its line ends are line ends here, any other is marked. */
export function WrittenHeadView({ head, plan }: WrittenHeadViewProps) {
  const { showSecrets } = useDisplay();
  const runs = useMemo(() => headRuns(head, plan), [head, plan]);
  const text = runs.map((run) => run.text).join('');
  return (
    <>
      <div className="flex items-center justify-between gap-2 pb-1 text-small text-muted">
        <span>Byte by byte, each line ended by CR LF; an empty line ends it.</span>
        <CopyButton label="Copy head" text={() => text} />
      </div>
      <CodeBox>
        {runs.map((run, index) =>
          run.hidden && !showSecrets ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: a run has no identity but its place
            <span key={index} data-tip="Hidden on screen; the real value was sent.">
              {dots}
            </span>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: a run has no identity but its place
            <Lines key={index} text={run.text} />
          ),
        )}
      </CodeBox>
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
