import { type ReactNode, useMemo } from 'react';
import type { RequestPlan } from '../../core/request/plan.ts';
import type { DemoReport } from '../../demo/report.ts';
import { CodeText } from '../components/code-text.tsx';
import { Fact, Facts, HashFact } from '../components/facts.tsx';
import { formatBytes, plural } from '../components/format.ts';
import { Notice } from '../components/notice.tsx';
import { Meta, SectionHead } from '../components/section.tsx';
import type { Excerpt } from '../exchange/excerpt.ts';
import { ExcerptView, NotShown } from '../exchange/excerpt-text.tsx';
import { FieldsText } from '../exchange/fields-text.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { useUploads } from '../state/uploads-provider.tsx';
import { type Arrived, shownReport } from './arrived.ts';
import { type ArrivedState, useArrived } from './use-arrived.ts';

/** After an upload to the demo server of this page: what that server received and understood. */
export function WhatArrived() {
  const { upload } = useUploads();
  const exchange = upload && !upload.isRunning ? upload.exchange : null;
  const arrived = useArrived(exchange);
  if (exchange === null || arrived.kind === 'none') return null;
  return (
    <section aria-label="What arrived" className="flex flex-col gap-2 border-t border-line px-4 pt-2.5 pb-3">
      {arrived.kind === 'reported' ? (
        <Report report={arrived.report} plan={exchange.sent.plan} />
      ) : (
        <>
          <SectionHead title="What arrived" />
          <p className="text-small text-muted">{reasons[arrived.kind]}</p>
        </>
      )}
    </section>
  );
}

const reasons = {
  asking: 'Asking the demo server…',
  missing:
    'The demo server has no report of this upload. It keeps the last one only: its head may not have arrived, or another upload came after it.',
  withheld:
    'This playground is shared, so its demo server shows nobody what it received. Start the playground on your own computer to see it.',
  unreachable:
    'The demo server could not be asked. Is the command that started the playground still running?',
} satisfies Record<Exclude<ArrivedState['kind'], 'none' | 'reported'>, string>;

interface ReportProps {
  readonly report: DemoReport;
  readonly plan: RequestPlan;
}

function Report({ report, plan }: ReportProps) {
  const { showSecrets } = useDisplay();
  const arrived = useMemo(() => shownReport(report, plan, showSecrets), [report, plan, showSecrets]);
  const { requestLine, headers, fields, moreFields, files, fault } = arrived;
  return (
    <>
      <SectionHead
        title="What arrived"
        meta={`${plural(headers.shown.length + headers.hidden, 'header')}, body of ${formatBytes(arrived.bodyLength)}`}
      />
      <p className="text-small text-muted">As the built-in demo server received it. {secretNote(arrived)}</p>
      {fault && (
        <Notice tone="warn">
          <ExcerptView excerpt={fault} />
        </Notice>
      )}
      <CodeText>
        <strong>
          <ExcerptView excerpt={requestLine} />
        </strong>
        <FieldsText fields={headers} />
      </CodeText>
      {fields.length > 0 && (
        <Part title="Fields">
          {fields.map(({ name, value, isCut }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place; names may come twice
            <Fact key={index} name={<Name excerpt={name} />} isCode>
              <ExcerptView excerpt={value} />
              {isCut && <Meta> the server kept no more of it</Meta>}
            </Fact>
          ))}
        </Part>
      )}
      {moreFields > 0 && <NotShown>… {plural(moreFields, 'more field')} not shown</NotShown>}
      {files.map(({ field, name, type, size, sha256 }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a file is its place; names may come twice
        <Part key={index} title={files.length === 1 ? 'File' : `File ${index + 1}`}>
          <Fact name="Part" isCode>
            <ExcerptView excerpt={field} />
          </Fact>
          <Fact name="File name" isCode>
            {name === null ? <Meta>none</Meta> : <ExcerptView excerpt={name} />}
          </Fact>
          <Fact name="Type" isCode>
            <ExcerptView excerpt={type} />
          </Fact>
          <Fact name="Size">{formatBytes(size)}</Fact>
          <HashFact name="SHA-256" copyLabel="Copy SHA-256 of the file" hash={sha256} />
        </Part>
      ))}
    </>
  );
}

function secretNote({ hidesSecrets }: Arrived): string {
  return hidesSecrets ? 'Passwords are hidden on screen; the server received their real values.' : '';
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <h4 className="text-small font-medium">{title}</h4>
      <Facts>{children}</Facts>
    </div>
  );
}

function Name({ excerpt }: { readonly excerpt: Excerpt }) {
  return (
    <span className="code">
      <ExcerptView excerpt={excerpt} />
    </span>
  );
}
