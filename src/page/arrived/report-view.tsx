import { type ReactNode, useMemo } from 'react';
import type { RequestPlan } from '../../core/request/plan.ts';
import type { DemoReport } from '../../demo/report.ts';
import { CodeBox } from '../components/code-text.tsx';
import { Fact, Facts, HashFact } from '../components/facts.tsx';
import { formatBytes, plural } from '../components/format.ts';
import { Notice } from '../components/notice.tsx';
import { Meta, SectionHead } from '../components/section.tsx';
import type { Excerpt } from '../exchange/excerpt.ts';
import { ExcerptView, NotShown } from '../exchange/excerpt-text.tsx';
import { FieldsText } from '../exchange/fields-text.tsx';
import { useDisplay } from '../state/display-provider.tsx';
import { type Arrived, type ArrivedFile, shownReport } from './arrived.ts';
import { MediaView } from './media-view.tsx';

interface ReportViewProps {
  readonly report: DemoReport;
  /** Whose passwords are hidden: the plan that the report is of, or the request at hand. */
  readonly plan: RequestPlan | null;
  /** Another client sent it. */
  readonly isForeign?: boolean;
  /** It was captured elsewhere, and did not arrive here. */
  readonly isCaptured?: boolean;
  /** SHA-256 of the media that was sent, where it is known. */
  readonly sentHash?: string | null;
}

/** An upload as the demo server received and understood it. */
export function ReportView({
  report,
  plan,
  isForeign = false,
  isCaptured = false,
  sentHash = null,
}: ReportViewProps) {
  const { showSecrets } = useDisplay();
  const arrived = useMemo(
    () => shownReport(report, plan, showSecrets, isForeign),
    [report, plan, showSecrets, isForeign],
  );
  const { requestLine, headers, fields, moreFields, files, fault } = arrived;
  return (
    <>
      <SectionHead
        title={isCaptured ? 'As it was captured' : isForeign ? 'As it arrived' : 'What arrived'}
        meta={`${plural(headers.shown.length + headers.hidden, 'header')}, body of ${formatBytes(arrived.bodyLength)}`}
      />
      {!isCaptured && (
        <p className="text-small text-muted">
          As the built-in demo server received it. {secretNote(arrived)}
        </p>
      )}
      {fault && (
        <Notice tone="warn">
          <ExcerptView excerpt={fault} />
        </Notice>
      )}
      {files.map((file, index) => (
        <FileView
          // biome-ignore lint/suspicious/noArrayIndexKey: a file is its place; names may come twice
          key={index}
          file={file}
          title={files.length === 1 ? 'File' : `File ${index + 1}`}
          sentHash={sentHash}
          isCaptured={isCaptured}
        />
      ))}
      {fields.length > 0 && (
        <Part title="Fields">
          {fields.map(({ name, value, isCut }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place; names may come twice
            <Fact key={index} name={<Name excerpt={name} />} isCode isLong={value.text.length > 600}>
              <ExcerptView excerpt={value} />
              {isCut && <Meta> the server kept no more of it</Meta>}
            </Fact>
          ))}
        </Part>
      )}
      {moreFields > 0 && <NotShown>… {plural(moreFields, 'more field')} not shown</NotShown>}
      <CodeBox>
        <strong>
          <ExcerptView excerpt={requestLine} />
        </strong>
        <FieldsText fields={headers} />
      </CodeBox>
    </>
  );
}

interface FileViewProps {
  readonly file: ArrivedFile;
  readonly title: string;
  readonly sentHash: string | null;
  readonly isCaptured: boolean;
}

function FileView({ file, title, sentHash, isCaptured }: FileViewProps) {
  const { field, name, type, size, sha256, bytesAre } = file;
  return (
    <Part title={title} aside={!isCaptured && <MediaView file={file} />}>
      <Fact name="Part" isCode>
        <ExcerptView excerpt={field} />
      </Fact>
      <Fact name="File name" isCode>
        {name === null ? <Meta>none</Meta> : <ExcerptView excerpt={name} />}
      </Fact>
      <Fact name="Type" isCode>
        <ExcerptView excerpt={type} />
        {bytesAre !== null && bytesAre !== type.text && <Meta> but its bytes are {bytesAre}</Meta>}
      </Fact>
      {sha256 === '' ? (
        <Fact name="Content">
          <Meta>not at hand</Meta>
        </Fact>
      ) : (
        <>
          <Fact name="Size">{formatBytes(size)}</Fact>
          <HashFact name="SHA-256" copyLabel="Copy SHA-256 of the file" hash={sha256} />
        </>
      )}
      {sentHash !== null && (
        <Fact name="Compared">
          {sentHash === sha256 ? (
            <span className="font-medium text-good">Same bytes as the media that was sent</span>
          ) : (
            <span className="font-medium text-bad">Other bytes than the media that was sent</span>
          )}
        </Fact>
      )}
    </Part>
  );
}

function secretNote({ hidesSecrets }: Arrived): string {
  return hidesSecrets ? 'Passwords are hidden on screen; the server received their real values.' : '';
}

interface PartProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

function Part({ title, aside, children }: PartProps) {
  return (
    <div>
      <h4 className="text-small font-medium">{title}</h4>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        {aside}
        <div className="min-w-60 flex-1">
          <Facts>{children}</Facts>
        </div>
      </div>
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
