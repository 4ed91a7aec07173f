import { useEffect, useRef } from 'react';
import type { OutcomeTone } from '../state/outcome/outcome-of.ts';
import { useUploads } from '../state/uploads-provider.tsx';
import { dimmed } from './dimmed.ts';
import type { VerdictParts } from './verdict/parts.ts';

/** A transport failure is no verdict: another colour, another shape. */
const tones = {
  quiet: 'rounded-[8px] border-dashed border-line',
  good: 'rounded-[8px] border-good-line bg-good-tint',
  warn: 'rounded-[8px] border-warn-line bg-warn-tint',
  bad: 'rounded-[8px] border-bad-line bg-bad-tint',
  transport: 'rounded-sm border-l-4 border-warn-line border-l-warn bg-warn-tint',
} satisfies Record<OutcomeTone, string>;

/** As high empty as with most verdicts: nothing jumps when one comes. */
const card = '@container scroll-my-2 mx-4 mb-3 flex min-h-36 flex-col gap-1 border px-3.5 pt-2 pb-3';

const content = 'flex flex-1 flex-wrap content-start items-start gap-x-3.5 gap-y-2';

/** The moment of the show: what the app's user sees, or why that is not known; while it is sent, how far it is. */
export function Outcome({ parts }: { readonly parts: VerdictParts | 'unavailable' | null }) {
  const { upload, verdict, sentRequest, hasChanged, send } = useUploads();
  const isStale = hasChanged && upload !== null && !upload.isRunning;
  const loaded = parts === null || parts === 'unavailable' ? null : parts;
  const outcome = upload && loaded?.outcomeOf(upload, verdict, sentRequest);
  const tone = outcome && loaded ? loaded.toneOf(outcome) : 'quiet';
  const region = useRef<HTMLDivElement>(null);
  // On a narrow screen all this is far below the button: how far it is comes into view, and what came of it.
  const startedAt = upload?.exchange.sent.startedAt;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each upload comes into view
  useEffect(() => {
    if (startedAt !== undefined) region.current?.scrollIntoView({ block: 'nearest' });
  }, [tone, startedAt]);
  const sendAgain = () => {
    // The button goes with what it stands on.
    region.current?.focus({ preventScroll: true });
    send();
  };
  return (
    <div ref={region} data-need="" tabIndex={-1} className={`${card} ${tones[isStale ? 'quiet' : tone]}`}>
      {upload && loaded && outcome && (
        <loaded.OutcomeHead outcome={outcome} onSendAgain={isStale ? sendAgain : null} />
      )}
      <div className={`${content} ${isStale ? dimmed : ''}`}>
        {/* One element that is there from the start, so that each turn is spoken. */}
        <div role="status" className="min-w-0 flex-1 basis-40">
          {upload && loaded && outcome ? (
            <loaded.OutcomeText outcome={outcome} upload={upload} />
          ) : (
            <p className="text-muted">{withoutParts(upload !== null, parts === 'unavailable')}</p>
          )}
        </div>
        {upload === null && <GhostBubble />}
        {upload && loaded && outcome && <loaded.OutcomeAside outcome={outcome} upload={upload} />}
      </div>
    </div>
  );
}

/** Where the picture will be. */
function GhostBubble() {
  return (
    <div
      className="order-first h-21 w-28 flex-none rounded-[15px_15px_4px_15px] border border-dashed border-line-strong"
      aria-hidden
    />
  );
}

function withoutParts(isSent: boolean, isUnavailable: boolean): string {
  if (!isSent) return 'Nothing sent yet. What your app’s user sees will appear here.';
  if (!isUnavailable) return 'Sending…';
  return 'The part of the page that shows the result could not be loaded. Is the command that started the playground still running? Then send again.';
}
