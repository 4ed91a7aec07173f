import { lazy, type ReactNode, Suspense } from 'react';
import { LoadErrorBoundary } from '../components/error-boundary.tsx';
import { formatMilliseconds } from '../components/format.ts';
import { LowerPane, PaneScroll } from '../components/pane.tsx';
import { excerptOf } from '../exchange/excerpt.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { useUploads } from '../state/uploads-provider.tsx';
import { Outcome } from './outcome.tsx';

export const loadReplyDetails = () => import('./reply-details.tsx');
const ReplyDetails = lazy(() => loadReplyDetails().then((module) => ({ default: module.ReplyDetails })));

interface ResponsePaneProps {
  /** Below the rest, once there is an upload: what its server received, where that server can be asked. */
  readonly arrived: ReactNode;
}

/** What came of the upload: the verdict for the app's user, or why there is none; then the reply. */
export function ResponsePane({ arrived }: ResponsePaneProps) {
  const { upload, hasChanged } = useUploads();
  return (
    <LowerPane title="Response" level={2} meta={upload && facts(upload.exchange)}>
      {/* A transport failure may be all there is, and longer than the pane: by keyboard one scrolls it here. */}
      <PaneScroll tabIndex={upload?.exchange.failure ? 0 : undefined}>
        <Outcome />
        {hasChanged && (
          <p className="mx-4 -mt-1 mb-3 text-small text-warn">
            Result of an earlier request. Send again to update it.
          </p>
        )}
        {upload && !upload.isRunning && (
          <LoadErrorBoundary>
            <Suspense fallback={null}>
              <ReplyDetails key={upload.exchange.sent.startedAt} upload={upload} />
            </Suspense>
          </LoadErrorBoundary>
        )}
        {upload && (
          <LoadErrorBoundary>
            <Suspense fallback={null}>{arrived}</Suspense>
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
