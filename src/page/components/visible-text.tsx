import { createContext, Fragment, memo, use } from 'react';
import { type VisibleRun, visibleRuns, visibleSpaces } from './visible-characters.ts';
import './visible-text.css';

/** Whether spaces and the message's own line ends have marks, too. All else that is unseen always has. */
export const InvisiblesShown = createContext(false);

/** Text to the letter, with marks drawn beside what the eye would miss. */
export const VisibleText = memo(function VisibleText({ text }: { readonly text: string }) {
  return <VisibleRuns runs={use(InvisiblesShown) ? visibleSpaces(text) : visibleRuns(text)} />;
});

/** The message's own text, in which CR LF ends a line; one inside a value is `VisibleText`'s to mark. */
export function MessageText({ text }: { readonly text: string }) {
  return text.split('\r\n').map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
    <Fragment key={index}>
      {index > 0 && <LineEnd />}
      <VisibleText text={line} />
    </Fragment>
  ));
}

/** CR LF, as text that is read on screen has it. */
export function LineEnd() {
  return use(InvisiblesShown) ? <span className="line-end">{'\n'}</span> : '\n';
}

/** The end of a message's head, of which no text is shown: that of its last line, and an empty line. */
export function HeadEnd() {
  return use(InvisiblesShown) && <span className="line-end head-end" />;
}

export function VisibleRuns({ runs }: { readonly runs: readonly VisibleRun[] }) {
  return runs.map((run, index) =>
    run.mark === undefined ? (
      run.text
    ) : run.isSpace ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
      <span key={index} className="spaces" data-mark={run.mark}>
        {run.text}
      </span>
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
