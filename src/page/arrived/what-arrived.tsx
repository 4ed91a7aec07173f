import type { ReactNode } from 'react';
import { Disclosure } from '../components/disclosure.tsx';
import { SectionHead } from '../components/section.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { useSentMediaHash } from '../state/outcome/use-sent-media-hash.ts';
import { useUploads } from '../state/uploads-provider.tsx';
import { holdsSecrets } from './arrived.ts';
import { askingReasons } from './asking.ts';
import { MeasuredView } from './measured-view.tsx';
import { ReadingsView } from './readings-view.tsx';
import { ReportView } from './report-view.tsx';
import { UploadsListView } from './uploads-list.tsx';
import { type ArrivedState, useArrived } from './use-arrived.ts';

/** After an upload to the demo server of this page: what that server received and understood. */
export function WhatArrived() {
  const { upload } = useUploads();
  const exchange = upload && !upload.isRunning ? upload.exchange : null;
  const arrived = useArrived(exchange);
  if (arrived.kind === 'none') return null;
  return (
    <section aria-label="What arrived" className="flex flex-col gap-2 border-t border-line px-4 pt-2.5 pb-3">
      <OwnUpload arrived={arrived} />
    </section>
  );
}

/** What arrived last, from wherever; asked for while it is open. */
export function DemoUploads() {
  return (
    <div className="border-t border-line px-4 py-2">
      <Disclosure summary="Uploads to the demo server" isLazy>
        <UploadsListView />
      </Disclosure>
    </div>
  );
}

const reasons = {
  ...askingReasons,
  missing:
    'The demo server has no report of this upload: its head may not have arrived, or too many came after it.',
} satisfies Record<Exclude<ArrivedState['kind'], 'none' | 'reported'>, string>;

function OwnUpload({ arrived }: { readonly arrived: Exclude<ArrivedState, { kind: 'none' }> }): ReactNode {
  const { upload, hasChanged } = useUploads();
  const { showSecrets } = useDisplay();
  const exchange = upload?.exchange ?? null;
  const sentHash = useSentMediaHash(arrived.kind === 'reported' ? exchange : null);
  if (arrived.kind !== 'reported' || exchange === null) {
    return (
      <>
        <SectionHead title="What arrived" />
        {arrived.kind !== 'reported' && <p className="text-small text-muted">{reasons[arrived.kind]}</p>}
      </>
    );
  }
  const { plan } = exchange.sent;
  return (
    <>
      <ReportView report={arrived.report} plan={plan} sentHash={sentHash} />
      <Disclosure summary="How other parsers read it" isLazy>
        <div className="flex flex-col gap-3 pt-1">
          <ReadingsView report={arrived.report} showValues={showSecrets || !holdsSecrets(plan)} />
          {!hasChanged && <MeasuredView />}
        </div>
      </Disclosure>
    </>
  );
}
