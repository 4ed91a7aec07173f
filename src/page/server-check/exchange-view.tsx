import type { CutText, HeaderPair, RecordedExchange } from '../../server-check/report.ts';
import { CodeBox } from '../components/code-text.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { formatBytes, formatMilliseconds, plural } from '../components/format.ts';
import { Meta } from '../components/section.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import { ReasonList } from './reason-list.tsx';

/** One request and its reply, as they are recorded: masked, and no longer than a report keeps. */
export function ExchangeView({ exchange }: { readonly exchange: RecordedExchange }) {
  const { about, milliseconds, request, reply, failure, verdict } = exchange;
  return (
    <div className="grid gap-0.5">
      {about !== '' && (
        <p className="text-small font-medium">
          <ExcerptText text={about} /> <Meta>{formatMilliseconds(milliseconds)}</Meta>
        </p>
      )}
      {verdict && (
        <p className="text-small">
          {verdict.success ? 'Upload succeeded. ' : 'Upload failed. '}
          {verdict.success ? (
            <span className="text-muted">
              media_url: <ExcerptText text={verdict.mediaUrl ?? ''} />
            </span>
          ) : (
            <span className="text-muted">
              The user sees: <ExcerptText text={verdict.shown ?? ''} />
            </span>
          )}
        </p>
      )}
      {failure && (
        <p className="text-small text-bad">
          <ExcerptText text={[failure.title, failure.detail].filter(Boolean).join(': ')} />
        </p>
      )}
      <Disclosure summary={`Request: ${request.method}, ${formatBytes(request.bodyLength)} of body`} isLazy>
        <Message first={`${request.method} ${request.url}`} headers={request.headers} body={request.body} />
      </Disclosure>
      {reply && (
        <Disclosure summary={`Reply: ${reply.status}, ${formatBytes(reply.bytes)} of body`} isLazy>
          <Message
            first={`HTTP/${reply.httpVersion} ${reply.status} ${reply.statusText}`}
            headers={reply.headers}
            body={reply.body}
          />
        </Disclosure>
      )}
      {verdict && verdict.reasons.length > 0 && (
        <Disclosure summary={`Verdict: ${plural(verdict.reasons.length, 'reason')}`} isLazy>
          <ReasonList reasons={verdict.reasons} />
        </Disclosure>
      )}
    </div>
  );
}

interface MessageProps {
  readonly first: string;
  readonly headers: readonly HeaderPair[];
  readonly body: CutText;
}

function Message({ first, headers, body: { text, more } }: MessageProps) {
  const head = [first, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n');
  return (
    <CodeBox>
      <ExcerptText text={text === '' ? head : `${head}\n\n${text}`} />
      {more > 0 && <Meta> … {plural(more, 'more character')} not kept</Meta>}
    </CodeBox>
  );
}
