import { memo } from 'react';
import { type VisibleRun, visibleRuns } from './visible-characters.ts';
import './visible-text.css';

/** Text to the letter, with marks drawn beside what the eye would miss. */
export const VisibleText = memo(function VisibleText({ text }: { readonly text: string }) {
  return <VisibleRuns runs={visibleRuns(text)} />;
});

export function VisibleRuns({ runs }: { readonly runs: readonly VisibleRun[] }) {
  return runs.map((run, index) =>
    run.mark === undefined ? (
      run.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
      <span key={index} className="mark" data-mark={run.mark} data-tip={run.meaning}>
        <span className={isDrawn(run.text) ? undefined : 'mark-text'}>{run.text}</span>
      </span>
    ),
  );
}

/** A tab has its width, and a replacement character its own picture. */
function isDrawn(text: string): boolean {
  return text === '\t' || text === '\uFFFD';
}
