import { useMemo, useState } from 'react';
import type { Exchange, Reply } from '../../app/exchange.ts';
import { plural } from '../../app/format.ts';
import { bodyFacts, decodeReply, type ReplyText, readReply, replyNotes } from '../../app/reply-text.ts';
import type { Verdict } from '../../core/response/verdict.ts';
import { CopyButton } from '../common/copy-button.tsx';
import { type Tab, TabList, TabPanel, usePanelId } from '../common/tabs.tsx';
import { VisibleText } from '../common/visible-text.tsx';
import { XmlText } from '../common/xml-text.tsx';
import './reply-view.css';

interface ReplyViewProps {
  readonly exchange: Exchange;
  readonly reply: Reply;
  readonly verdict: Verdict | null;
}

type View = 'pretty' | 'raw';
const views: readonly Tab<View>[] = [
  { id: 'pretty', title: 'Pretty' },
  { id: 'raw', title: 'Raw' },
];

/** The reply as it came: status line, headers, body. Never rendered, only shown as text. */
export function ReplyView({ exchange, reply, verdict }: ReplyViewProps) {
  const [view, setView] = useState<View>('pretty');
  const panelId = usePanelId();
  const text = useMemo(() => verdict?.text ?? decodeReply(reply), [verdict, reply]);
  const kind = verdict?.kind ?? null;
  const shown = useMemo(() => readReply(text, kind, view), [text, kind, view]);
  const facts = useMemo(() => bodyFacts(reply, exchange.end), [reply, exchange.end]);
  const head = `HTTP/${reply.httpVersion} ${reply.status} ${reply.statusText}`;
  const trailers = exchange.end?.trailers ?? [];
  return (
    <div className="reply">
      {replyNotes(exchange).map((note) => (
        <p key={note} className="reply-note">
          <VisibleText text={note} />
        </p>
      ))}
      <div className="reply-head wire code">
        <strong>{head}</strong>
        <Fields fields={reply.headers} />
      </div>
      <div className="section-head">
        <div className="section-facts">
          <h3 className="section-title">Body</h3>
          <span className="section-meta">{facts.join(' · ')}</span>
        </div>
        <div className="section-tools">
          {shown.canPretty && (
            <TabList
              label="View of the reply"
              tabs={views}
              selected={view}
              onSelect={setView}
              panelId={panelId}
            />
          )}
          <CopyButton label="Copy reply" text={() => text} />
        </div>
      </div>
      <TabPanel panelId={panelId} selected={view} className="reply-body">
        <Body
          shown={shown}
          mediaUrl={verdict?.mediaUrl ?? null}
          isWhole={exchange.end !== null && !exchange.end.truncated}
        />
      </TabPanel>
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
  return fields.map(([name, value], index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place; names may come twice
    <span key={index}>
      {(index > 0 || !isFirst) && '\n'}
      <span className="wire-quiet">{name}:</span> <VisibleText text={value} />
    </span>
  ));
}

interface BodyProps {
  readonly shown: ReplyText;
  readonly mediaUrl: string | null;
  /** Nothing of the reply was dropped. */
  readonly isWhole: boolean;
}

function Body({ shown, mediaUrl, isWhole }: BodyProps) {
  const { text, isXml, hidden } = shown;
  if (text === '') return <p className="reply-empty">The body is empty.</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, and must do so by keyboard */}
      <pre className={isXml ? 'wire reply-text reply-xml' : 'wire reply-text'} tabIndex={0}>
        {isXml ? <XmlText text={text} /> : <Marked text={text} part={mediaUrl} />}
      </pre>
      {hidden > 0 && (
        <p className="reply-cut">
          {plural(hidden, 'more character')} not shown. Copy gives{' '}
          {isWhole ? 'all of it' : 'all that was kept'}.
        </p>
      )}
    </>
  );
}

/** The text with the value that made the verdict set off from it. */
function Marked({ text, part }: { readonly text: string; readonly part: string | null }) {
  const at = part ? text.indexOf(part) : -1;
  if (part === null || at < 0) return <VisibleLines text={text} />;
  return (
    <>
      <VisibleLines text={text.slice(0, at)} />
      <mark className="reply-mark">{part}</mark>
      <VisibleLines text={text.slice(at + part.length)} />
    </>
  );
}

/** Line ends are line ends here; all else that is invisible is marked. */
function VisibleLines({ text }: { readonly text: string }) {
  return text.split('\n').map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
    <span key={index}>
      {index > 0 && '\n'}
      <VisibleText text={line.endsWith('\r') ? line.slice(0, -1) : line} />
    </span>
  ));
}
