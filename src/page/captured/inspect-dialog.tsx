import { type ReactNode, useMemo } from 'react';
import type { Reason } from '../../core/response/verdict.ts';
import type { DemoReport } from '../../demo/report.ts';
import { comparable, type InspectedRequest } from '../../inspect/inspect-request.ts';
import { type UploadDifference, uploadDifferences } from '../../inspect/upload-differences.ts';
import { CodeBox } from '../components/code-text.tsx';
import { Dialog } from '../components/dialog.tsx';
import { formatBytes } from '../components/format.ts';
import { Notice } from '../components/notice.tsx';
import { SectionHead } from '../components/section.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import { FieldsText } from '../exchange/fields-text.tsx';
import { hiddenByName } from '../exchange/hidden-by-name.ts';
import { shownFields } from '../exchange/shown-fields.ts';
import { useDisplay } from '../state/display-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { CaptureColumns } from './capture-input.tsx';
import type { CaptureTask, InspectedReplyHead } from './capture-messages.ts';
import { focusField } from './import-dialog.tsx';
import { useCaptureInput, useCaptureResult } from './use-capture.ts';

/** The views of other features that it is put together from. */
export interface InspectViews {
  readonly report: (report: DemoReport) => ReactNode;
  readonly differences: (differences: readonly UploadDifference[]) => ReactNode;
  readonly reasons: (reasons: readonly Reason[]) => ReactNode;
}

interface InspectDialogProps {
  readonly views: InspectViews;
  readonly onClose: () => void;
}

/** A captured request taken apart, a captured reply judged, and both beside the present configuration. */
export function InspectDialog({ views, onClose }: InspectDialogProps) {
  const { assumptions } = useSession().session;
  const input = useCaptureInput();
  const task = useMemo((): CaptureTask => ({ type: 'inspect', assumptions }), [assumptions]);
  const result = useCaptureResult(input, task);
  const inspected = result.outcome?.kind === 'read' ? result.outcome.answer.inspected : null;
  return (
    <Dialog title="Inspect a captured request" width="full" onClose={onClose} onOpen={focusField}>
      <CaptureColumns input={input} result={result}>
        {inspected === null && (
          <p className="max-w-prose text-small text-muted">
            Paste a request or a reply that was captured elsewhere: raw HTTP, a log, a HAR, or a curl command.
            The request is taken apart and compared with what this configuration sends; the reply is judged as
            the app would.
          </p>
        )}
        {inspected?.request && <RequestView request={inspected.request} views={views} />}
        {inspected?.reply && <ReplyView reply={inspected.reply} views={views} />}
      </CaptureColumns>
    </Dialog>
  );
}

interface RequestViewProps {
  readonly request: InspectedRequest;
  readonly views: InspectViews;
}

function RequestView({ request, views }: RequestViewProps) {
  const { request: plan, inputs } = useRequest().built;
  const mediaSize = inputs.media.size;
  const differences = useMemo(
    () => (plan === null ? null : uploadDifferences(comparable(request, mediaSize), plan, formatBytes)),
    [request, plan, mediaSize],
  );
  return (
    <>
      {differences?.length === 0 && <Notice tone="good">As this configuration sends it.</Notice>}
      {differences !== null && differences.length > 0 && views.differences(differences)}
      <section aria-label="Captured request, taken apart" className="flex flex-col gap-2">
        {views.report(reportOf(request))}
      </section>
    </>
  );
}

function reportOf({ method, target, headers, bodyLength, fields, files }: InspectedRequest): DemoReport {
  const none = { id: '', receivedAt: '', bodyKept: false, fault: null };
  return { ...none, method, target, headers, bodyLength, fields, files };
}

interface ReplyViewProps {
  readonly reply: InspectedReplyHead;
  readonly views: InspectViews;
}

function ReplyView({ reply: { status, headers, verdict }, views }: ReplyViewProps) {
  const { showSecrets } = useDisplay();
  const shown = useMemo(() => {
    const hide = showSecrets ? (_: string, value: string) => value : hiddenByName;
    return shownFields(headers.map(([name, value]) => [name, hide(name, value)]));
  }, [headers, showSecrets]);
  const { success, mediaUrl } = verdict;
  return (
    <section aria-label="Captured reply, judged" className="flex flex-col gap-2">
      <SectionHead title="The reply, as the app reads it" />
      <Notice tone={success ? 'good' : 'bad'}>
        <p className="font-medium">{success ? 'Upload succeeded' : 'Upload failed'}</p>
        <p className="code text-small">
          <ExcerptText text={success ? (mediaUrl ?? '') : (verdict.shown ?? '')} />
        </p>
      </Notice>
      <div className="-mx-4">{views.reasons(verdict.reasons)}</div>
      <CodeBox>
        <strong>HTTP {status}</strong>
        <FieldsText fields={shown} />
        {'\n'}
        <ExcerptText text={verdict.text} />
      </CodeBox>
    </section>
  );
}
