import { useMemo } from 'react';
import { plural } from '../components/format.ts';
import { VisibleText } from '../components/visible-text.tsx';
import type { Exchange, Reply } from '../exchange/exchange.ts';
import type { ReadOutcome } from '../exchange/reply-source.ts';
import { shownFields } from '../exchange/shown-fields.ts';
import { ExcerptText, ExcerptView } from './excerpt-text.tsx';
import { BodyHead, ReplyBody } from './reply-body.tsx';
import { bodyFacts, replyNotes } from './reply-text.ts';
import './reply-view.css';

interface ReplyViewProps {
  readonly exchange: Exchange;
  readonly reply: Reply;
  /** What came of reading its body; null while it is being read. */
  readonly outcome: ReadOutcome | null;
}

/** The reply as it came: status line, headers, body. Never rendered, only shown as text. */
export function ReplyView({ exchange, reply, outcome }: ReplyViewProps) {
  const trailers = exchange.end?.trailers ?? [];
  return (
    <div className="reply">
      {replyNotes(exchange).map((note) => (
        <p key={note} className="reply-note">
          <VisibleText text={note} />
        </p>
      ))}
      <div className="reply-head wire code">
        <strong>
          HTTP/{reply.httpVersion} {reply.status} <ExcerptText text={reply.statusText} />
        </strong>
        <Fields fields={reply.headers} />
      </div>
      <Body exchange={exchange} reply={reply} outcome={outcome} />
      {trailers.length > 0 && (
        <>
          <h3 className="section-title reply-trailers">Trailers, behind the body</h3>
          <div className="wire code">
            <Fields fields={trailers} isFirst />
          </div>
        </>
      )}
    </div>
  );
}

interface FieldsProps {
  readonly fields: Reply['headers'];
  /** Nothing stands above them. */
  readonly isFirst?: boolean;
}

function Fields({ fields, isFirst = false }: FieldsProps) {
  const { shown, hidden } = useMemo(() => shownFields(fields), [fields]);
  return (
    <>
      {shown.map(({ name, value }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place; names may come twice
        <span key={index}>
          {(index > 0 || !isFirst) && '\n'}
          <span className="wire-quiet">
            <ExcerptView excerpt={name} />:
          </span>{' '}
          <ExcerptView excerpt={value} />
        </span>
      ))}
      {hidden > 0 && <span className="excerpt-more">{`\n… ${plural(hidden, 'more field')} not shown`}</span>}
    </>
  );
}

const unread = {
  'gave-up':
    'The response is too large to show: reading it took more than a minute, or more memory than a page gets.',
  unavailable: 'The part of the page that reads a reply could not be loaded. Send again to retry.',
} as const;

function Body({ exchange: { end, source }, reply, outcome }: ReplyViewProps) {
  const reading = outcome?.kind === 'read' ? outcome.reading : null;
  const facts = bodyFacts(reply, end, reading?.packing ?? null);
  if (reading) {
    const isWhole = end !== null && !end.truncated;
    return <ReplyBody reading={reading} source={source} facts={facts} isWhole={isWhole} />;
  }
  return (
    <>
      <BodyHead facts={facts} />
      <p className="reply-empty">
        {outcome === null || outcome.kind === 'read' ? 'Reading the body…' : unread[outcome.kind]}
      </p>
    </>
  );
}
