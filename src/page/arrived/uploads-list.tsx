import { useMemo } from 'react';
import { type DemoReport, demoUploadPath, keptMedia, mostUploads } from '../../demo/report.ts';
import { uploadDifferences } from '../../inspect/upload-differences.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { formatBytes, formatSize, plural } from '../components/format.ts';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import { hiddenByName } from '../exchange/hidden-by-name.ts';
import { useDisplay } from '../state/display-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { hiddenOf } from './arrived.ts';
import { askingReasons } from './asking.ts';
import { DifferencesView } from './differences-view.tsx';
import { ReadingsView } from './readings-view.tsx';
import { ReportView } from './report-view.tsx';
import { useUploadsList } from './use-uploads-list.ts';

/** The last uploads to the demo server, of this page and of whatever else is pointed at it. */
export function UploadsListView() {
  const list = useUploadsList();
  const address = `${window.location.origin}${demoUploadPath}`;
  if (list.kind === 'withheld') return <p className="text-small text-muted">{reasons.withheld}</p>;
  return (
    <div className="flex flex-col gap-2 text-small">
      <p className="text-muted">
        Point a script or a real client here. Each of the last {mostUploads} uploads is compared with this
        configuration; files are kept for {keptMedia.milliseconds / 60_000} minutes.
      </p>
      <p className="flex items-center gap-1">
        <span className="code min-w-0 wrap-anywhere">{address}</span>
        <CopyButton label="Copy upload address" text={() => address} />
      </p>
      {list.kind === 'listed' && list.uploads.length > 0 ? (
        <ol aria-label="Last uploads" className="flex flex-col divide-y divide-line">
          {list.uploads.map((report) => (
            <li key={report.id} className="py-1">
              <UploadItem report={report} />
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-muted">{list.kind === 'listed' ? reasons.empty : reasons[list.kind]}</p>
      )}
    </div>
  );
}

const reasons = { ...askingReasons, empty: 'Nothing has arrived yet. What does, appears here by itself.' };

function UploadItem({ report }: { readonly report: DemoReport }) {
  const { request: plan } = useRequest().built;
  const { showSecrets } = useDisplay();
  const differences = useMemo(
    () => (plan === null ? null : uploadDifferences(report, plan, formatBytes)),
    [report, plan],
  );
  const hide = (name: string, text: string) => {
    if (showSecrets) return text;
    const byName = hiddenByName(name, text);
    return plan === null ? byName : hiddenOf(plan, byName);
  };
  return (
    <Disclosure
      isLazy
      summary={
        <>
          <span className="tabular-nums">{timeOf(report)}</span>{' '}
          <span className="code text-text">{report.method.slice(0, 20)}</span>{' '}
          <span className="text-text">
            <ExcerptText text={contentsOf(report)} />
          </span>
          {differences && (
            <span className={differences.length === 0 ? 'text-good' : 'text-warn'}>
              {' · '}
              {differences.length === 0 ? 'as this configuration' : plural(differences.length, 'difference')}
            </span>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-2 pb-2 pl-4">
        {differences && differences.length > 0 && <DifferencesView differences={differences} hide={hide} />}
        <ReportView report={report} plan={plan} isForeign />
        <Disclosure summary="How other parsers read it" isLazy>
          <ReadingsView report={report} showValues={showSecrets} />
        </Disclosure>
      </div>
    </Disclosure>
  );
}

function timeOf({ receivedAt }: DemoReport): string {
  return new Date(receivedAt).toLocaleTimeString('en-GB');
}

/** Who sent what: `CloudSoftphone/1.5.6: sample.jpg of 40.2 KiB, 3 fields`. */
function contentsOf({ headers, fields, files, fault }: DemoReport): string {
  const agent = headers.find(([name]) => name.toLowerCase() === 'user-agent')?.[1].split(' ', 1)[0] ?? '';
  const [first] = files;
  const more = files.length > 1 ? ` and ${files.length - 1} more` : '';
  const file = first ? `${cut(first.name ?? first.field)}${more} of ${formatSize(first.size)}` : 'no file';
  const from = agent === '' ? '' : `${cut(agent)}: `;
  return `${from}${file}, ${plural(fields.length, 'field')}${fault === null ? '' : ', with a fault'}`;
}

const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
