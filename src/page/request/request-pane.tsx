import { lazy, Suspense, useMemo, useState } from 'react';
import type { Assumptions } from '../../core/assumptions.ts';
import type { BuiltRequest } from '../../core/build-request.ts';
import type { RequestPlan } from '../../core/request/plan.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { LoadFault } from '../components/error-boundary.tsx';
import { formatBytes, plural } from '../components/format.ts';
import { type Tab, TabList, TabPanel, usePanelId } from '../components/tabs.tsx';
import { RoomHead } from '../layout/pane-head.tsx';
import type { Hues } from '../state/parameter-hues.ts';
import type { Problem } from '../state/problems.ts';
import { touchedPlaces } from './affected-places.ts';
import { BodyBar } from './body-bar.tsx';
import { copyableBody, copyableHeaders } from './copyable.ts';
import { NoRequest } from './no-request.tsx';
import type { Reading } from './provenance-run.tsx';
import { RequestBody } from './request-body.tsx';
import { RequestHeaders } from './request-headers.tsx';
import { RequestSection } from './request-section.tsx';
import { RequestUrl } from './request-url.tsx';
import { SourceList } from './source-list.tsx';
import { Faded } from './wire-text.tsx';

const BytesView = lazy(() => import('./bytes-view.tsx').then(({ BytesView }) => ({ default: BytesView })));

interface RequestRoomProps {
  readonly built: BuiltRequest;
  readonly problems: readonly Problem[];
  readonly hues: Hues;
  readonly assumptions: Assumptions;
  readonly mediaHead: Uint8Array;
  readonly media: () => Promise<Blob | null>;
  readonly showSecrets: boolean;
  readonly onProblem: (problem: Problem) => void;
  readonly onAssumptions: () => void;
}

type View = 'message' | 'bytes';
const views: readonly Tab<View>[] = [
  { id: 'message', title: 'Message' },
  { id: 'bytes', title: 'Bytes' },
];

export function RequestRoom(props: RequestRoomProps) {
  const { built, problems, hues, media, showSecrets, onProblem } = props;
  const [view, setView] = useState<View>('message');
  const panelId = usePanelId();
  const plan = built.request;
  const last = useLastPlan(plan);
  return (
    <section className="room" aria-label="Request">
      <RoomHead number={2} title="Request">
        <TabList
          label="View of the message"
          tabs={views}
          selected={view}
          onSelect={setView}
          panelId={panelId}
        />
      </RoomHead>
      <TabPanel panelId={panelId} selected={view} className="room-panel">
        {plan === null ? (
          <div className="room-scroll">
            <NoRequest problems={problems} onProblem={onProblem} />
            {last && view === 'message' && (
              <>
                <p className="last-request-note">The last one that could be built, faded:</p>
                <div className="last-request" aria-hidden inert>
                  <Faded value={true}>
                    <Message {...props} plan={last} />
                  </Faded>
                </div>
              </>
            )}
          </div>
        ) : view === 'message' ? (
          <div className="room-scroll">
            <Message {...props} plan={plan} />
            <SourceList built={built} hues={hues} />
          </div>
        ) : (
          <LoadFault>
            <Suspense fallback={<p className="room-waiting">Loading the byte view…</p>}>
              <BytesView plan={plan} hues={hues} showSecrets={showSecrets} media={media} />
            </Suspense>
          </LoadFault>
        )}
      </TabPanel>
    </section>
  );
}

function Message(props: RequestRoomProps & { readonly plan: RequestPlan }) {
  const { plan, built, hues, assumptions, mediaHead, showSecrets, onAssumptions } = props;
  const touched = useMemo(() => touchedPlaces(plan, built.touched), [plan, built.touched]);
  const reading: Reading = useMemo(() => ({ hues, showSecrets }), [hues, showSecrets]);
  const shared = { assumptions, onAssumptions };
  return (
    <>
      <RequestSection
        title="Request line"
        touched={touched.url}
        tools={<CopyButton label="Copy URL" text={() => plan.url} />}
        {...shared}
      >
        <RequestUrl plan={plan} reading={reading} />
      </RequestSection>
      <RequestSection
        title="Headers"
        meta={String(plan.headers.length)}
        touched={touched.headers}
        tools={<CopyButton label="Copy headers" text={() => copyableHeaders(plan)} />}
        {...shared}
      >
        <RequestHeaders plan={plan} reading={reading} />
      </RequestSection>
      <RequestSection
        title="Body"
        meta={`${plural(plan.parts.length, 'part')}, ${formatBytes(plan.bodyLength)}`}
        touched={touched.body}
        tools={<CopyButton label="Copy body, media folded" text={() => copyableBody(plan)} />}
        {...shared}
      >
        <BodyBar plan={plan} hues={hues} />
        <RequestBody plan={plan} reading={reading} mediaHead={mediaHead} />
      </RequestSection>
    </>
  );
}

/** The last request that could be built, so that the room keeps its shape while one can't. */
function useLastPlan(plan: RequestPlan | null): RequestPlan | null {
  const [last, setLast] = useState(plan);
  if (plan !== null && plan !== last) setLast(plan);
  return plan ?? last;
}
