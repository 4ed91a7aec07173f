import { memo } from 'react';
import { visibleRuns } from '../../app/visible-text.ts';
import './visible-text.css';

/** Text to the letter, with marks drawn beside what the eye would miss. */
export const VisibleText = memo(function VisibleText({ text }: { readonly text: string }) {
  return visibleRuns(text).map((run, index) =>
    run.mark === undefined ? (
      run.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
      <span key={index} className="mark" data-mark={run.mark} data-tip={run.meaning}>
        {run.text}
      </span>
    ),
  );
});
