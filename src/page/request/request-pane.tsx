import Pilcrow from 'lucide-react/icons/pilcrow';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { RequestPlan } from '../../core/request/plan.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { LoadErrorBoundary } from '../components/error-boundary.tsx';
import { formatBytes, plural } from '../components/format.ts';
import { IconButton } from '../components/icon-button.tsx';
import { Pane, PaneScroll, Waiting } from '../components/pane.tsx';
import { type Tab, TabList, TabPanel, usePanelId } from '../components/tabs.tsx';
import { useBrowserValue } from '../components/use-browser-value.ts';
import { InvisiblesShown } from '../components/visible-text.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useDrops } from '../state/use-drops.ts';
import { assumptionsByPlace } from './affected-places.ts';
import { BodyBar } from './body-bar.tsx';
import { copyableBody, copyableHeaders } from './copyable.ts';
import { NoRequest } from './no-request.tsx';
import { RequestBody } from './request-body.tsx';
import { RequestHeaders } from './request-headers.tsx';
import { RequestSection } from './request-section.tsx';
import { RequestUrl } from './request-url.tsx';
import { SourceList } from './source-list.tsx';
import { SpanCards } from './span-cards.tsx';
import { useAffectedPlaces } from './use-affected-places.ts';
import { Faded } from './wire-text.tsx';

const BytesView = lazy(() => import('./bytes-view.tsx').then(({ BytesView }) => ({ default: BytesView })));

type View = 'message' | 'bytes';
const views: readonly Tab<View>[] = [
  { id: 'message', title: 'Message' },
  { id: 'bytes', title: 'Bytes' },
];

interface RequestPaneProps {
  /** A line below the message; it comes after the editor. */
  readonly server: ReactNode;
}

export function RequestPane({ server }: RequestPaneProps) {
  const isAlive = useBrowserValue(true, false);
  const { built } = useRequest();
  const { showInvisibles, setShowInvisibles } = useDisplay();
  useAffectedPlaces();
  const onFiles = useDrops('page');
  const [view, setView] = useState<View>('message');
  const panelId = usePanelId();
  const plan = built.request;
  const last = useLastPlan(plan);
  return (
    <Pane
      title="Request"
      number={2}
      onFiles={onFiles}
      controls={
        <>
          {view === 'message' && (
            <IconButton
              label="Show invisible characters"
              tip={showInvisibles ? 'Hide marks of spaces and line ends' : 'Mark spaces, tabs and line ends'}
              aria-pressed={showInvisibles}
              onClick={() => setShowInvisibles(!showInvisibles)}
            >
              <Pilcrow aria-hidden />
            </IconButton>
          )}
          <TabList
            label="View of the message"
            tabs={views}
            selected={view}
            onSelect={setView}
            panelId={panelId}
          />
        </>
      }
    >
      <InvisiblesShown value={showInvisibles}>
        <SpanCards>
          <TabPanel panelId={panelId} selected={view} isFilling>
            {plan === null ? (
              <PaneScroll>
                <NoRequest />
                {last && view === 'message' && (
                  <>
                    <p className="px-4 pb-1 text-small text-muted">
                      The last one that could be built, faded:
                    </p>
                    <div className="pointer-events-none opacity-38 saturate-30 select-none" aria-hidden inert>
                      <Faded value={true}>
                        <Message plan={last} />
                      </Faded>
                    </div>
                  </>
                )}
              </PaneScroll>
            ) : view === 'message' ? (
              <PaneScroll>
                <Message plan={plan} />
                <SourceList />
              </PaneScroll>
            ) : (
              <LoadErrorBoundary>
                <Suspense fallback={<Waiting>Loading the byte view…</Waiting>}>
                  <BytesView plan={plan} />
                </Suspense>
              </LoadErrorBoundary>
            )}
          </TabPanel>
        </SpanCards>
      </InvisiblesShown>
      {/* As high before it is loaded: nothing moves then. */}
      <footer className="flex min-h-8.5 flex-none flex-wrap items-center gap-x-2 gap-y-0.5 border-t border-line px-4 py-1 text-small medium:flex-nowrap presenting:hidden">
        <LoadErrorBoundary>{isAlive && <Suspense fallback={null}>{server}</Suspense>}</LoadErrorBoundary>
      </footer>
    </Pane>
  );
}

function Message({ plan }: { readonly plan: RequestPlan }) {
  const { built } = useRequest();
  const assumptions = useMemo(() => assumptionsByPlace(plan, built.touched), [plan, built.touched]);
  return (
    <>
      <RequestSection
        title="Request line"
        assumptions={assumptions.url}
        tools={<CopyButton label="Copy URL" text={() => plan.url} />}
      >
        <RequestUrl plan={plan} />
      </RequestSection>
      <RequestSection
        title="Headers"
        meta={String(plan.headers.length)}
        assumptions={assumptions.headers}
        tools={<CopyButton label="Copy headers" text={() => copyableHeaders(plan)} />}
      >
        <RequestHeaders plan={plan} />
      </RequestSection>
      <RequestSection
        title="Body"
        meta={`${plural(plan.parts.length, 'part')}, ${formatBytes(plan.bodyLength)}`}
        assumptions={assumptions.body}
        tools={<CopyButton label="Copy body, media folded" text={() => copyableBody(plan)} />}
      >
        <BodyBar plan={plan} />
        <RequestBody plan={plan} />
      </RequestSection>
    </>
  );
}

/** The last request that could be built, so that the pane keeps its shape while one can't. */
function useLastPlan(plan: RequestPlan | null): RequestPlan | null {
  const [last, setLast] = useState(plan);
  if (plan !== null && plan !== last) setLast(plan);
  return plan ?? last;
}
