import { useMemo } from 'react';
import type { Reply } from '../../upload/exchange.ts';
import { CodeText } from '../components/code-text.tsx';
import { SectionTitle } from '../components/section.tsx';
import { VisibleText } from '../components/visible-text.tsx';
import { ExcerptText } from '../exchange/excerpt-text.tsx';
import type { Exchange } from '../exchange/exchange.ts';
import { FieldsText } from '../exchange/fields-text.tsx';
import type { ReadOutcome } from '../exchange/reply-source.ts';
import { shownFields } from '../exchange/shown-fields.ts';
import { BodyHead, BodyNote, ReplyBody } from './reply-body.tsx';
import { bodyFacts, replyNotes } from './reply-text.ts';

interface ReplyViewProps {
  readonly exchange: Exchange;
  readonly reply: Reply;
  /** What came of reading its body; null while it is being read. */
  readonly outcome: ReadOutcome | null;
}

/** The reply as it came: status line, headers, body. Never rendered, only shown as text. */
export function ReplyView({ exchange, reply, outcome }: ReplyViewProps) {
  const headers = useMemo(() => shownFields(reply.headers), [reply.headers]);
  const { trailers } = exchange.end ?? {};
  const shownTrailers = useMemo(() => shownFields(trailers ?? []), [trailers]);
  return (
    <div className="grid grid-cols-1 gap-2 border-t border-line px-4 pt-2.5 pb-3">
      {replyNotes(exchange).map((note) => (
        <p key={note} className="border-l-3 border-info pl-2.25 text-small wrap-anywhere">
          <VisibleText text={note} />
        </p>
      ))}
      <CodeText>
        <strong>
          HTTP/{reply.httpVersion} {reply.status} <ExcerptText text={reply.statusText} />
        </strong>
        <FieldsText fields={headers} />
      </CodeText>
      <Body exchange={exchange} reply={reply} outcome={outcome} />
      {shownTrailers.shown.length > 0 && (
        <div>
          <SectionTitle>Trailers, after the body</SectionTitle>
          <CodeText>
            <FieldsText fields={shownTrailers} isFirst />
          </CodeText>
        </div>
      )}
    </div>
  );
}

const unread = {
  'gave-up':
    'The response is too large to show: reading it took more than a minute, or more memory than a page gets.',
  unavailable: 'The part of the page that reads a reply could not be loaded. Send again to retry.',
} as const;

function Body({ exchange: { end, local }, reply, outcome }: ReplyViewProps) {
  const reading = outcome?.kind === 'read' ? outcome.reading : null;
  const facts = bodyFacts(reply, end, reading?.packing ?? null);
  if (reading) {
    const isWhole = end !== null && !end.truncated;
    return <ReplyBody reading={reading} source={local?.source ?? null} facts={facts} isWhole={isWhole} />;
  }
  return (
    <div>
      <BodyHead facts={facts} />
      <BodyNote>
        {outcome === null || outcome.kind === 'read' ? 'Reading the body…' : unread[outcome.kind]}
      </BodyNote>
    </div>
  );
}
