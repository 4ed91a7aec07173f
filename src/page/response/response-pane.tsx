import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { LoadErrorBoundary } from '../components/error-boundary.tsx';
import { formatMilliseconds } from '../components/format.ts';
import { LowerPane, PaneScroll } from '../components/pane.tsx';
import { excerptOf } from '../exchange/excerpt.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { editorSettled } from '../state/editor-settled.ts';
import { useUploads } from '../state/uploads-provider.tsx';
import { Outcome } from './outcome.tsx';
import { useVerdictParts } from './verdict-parts.ts';

interface ResponsePaneProps {
  /** Once there is an upload: what its server received, where that server can be asked. */
  readonly arrived: ReactNode;
  /** Below the rest, also before the first upload, but not in the first frame. */
  readonly uploads: ReactNode;
}

/** What came of the upload: the verdict for the app's user, or why there is none; then all that it stands on. */
export function ResponsePane({ arrived, uploads }: ResponsePaneProps) {
  const { upload } = useUploads();
  const parts = useVerdictParts(upload?.exchange.sent.startedAt ?? null);
  const [isAtRest, setIsAtRest] = useState(false);
  useEffect(() => void editorSettled.then(() => setIsAtRest(true)), []);
  return (
    <LowerPane title="Response" level={2} meta={upload && facts(upload.exchange)}>
      {/* A transport failure may be all there is, and longer than the pane: by keyboard one scrolls it here. */}
      <PaneScroll tabIndex={upload?.exchange.failure ? 0 : undefined}>
        <Outcome parts={parts} />
        {upload && !upload.isRunning && parts !== null && parts !== 'unavailable' && (
          <LoadErrorBoundary>
            <parts.ReplyDetails key={upload.exchange.sent.startedAt} upload={upload} arrived={arrived} />
          </LoadErrorBoundary>
        )}
        {isAtRest && (
          <LoadErrorBoundary>
            <Suspense fallback={null}>{uploads}</Suspense>
          </LoadErrorBoundary>
        )}
      </PaneScroll>
    </LowerPane>
  );
}

function facts({ reply, end }: Exchange): string {
  if (reply === null) return '';
  const time = end ? ` · ${formatMilliseconds(end.at)}` : '';
  return `${reply.status} ${excerptOf(reply.statusText, { characters: 200, cost: 200 }).text}${time}`;
}
