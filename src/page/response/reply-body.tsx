import { useState } from 'react';
import { CopyButton } from '../components/copy-button.tsx';
import { plural } from '../components/format.ts';
import { type Tab, TabList, TabPanel, usePanelId } from '../components/tabs.tsx';
import { visibleLines } from '../components/visible-characters.ts';
import { VisibleRuns } from '../components/visible-text.tsx';
import { XmlText } from '../components/xml-text.tsx';
import type { Excerpt } from '../exchange/excerpt.ts';
import type { ReplyReading } from '../exchange/reply-reading.ts';
import type { ReplySource } from '../exchange/reply-source.ts';
import { download } from '../state/download.ts';

type View = 'pretty' | 'raw';
const views: readonly Tab<View>[] = [
  { id: 'pretty', title: 'Pretty' },
  { id: 'raw', title: 'Raw' },
];

interface ReplyBodyProps {
  readonly reading: ReplyReading;
  readonly source: ReplySource | null;
  readonly facts: readonly string[];
  /** Nothing of the reply was dropped. */
  readonly isWhole: boolean;
}

/** The body as text: its beginning, where it is long, and all of it by Copy or Save. */
export function ReplyBody({ reading, source, facts, isWhole }: ReplyBodyProps) {
  const [view, setView] = useState<View>('pretty');
  const panelId = usePanelId();
  const { raw, pretty, whole, isXml, verdict } = reading;
  const shown = (view === 'pretty' && pretty) || raw;
  return (
    <>
      <BodyHead facts={facts}>
        {pretty !== null && (
          <TabList
            label="View of the reply"
            tabs={views}
            selected={view}
            onSelect={setView}
            panelId={panelId}
          />
        )}
        {whole !== null ? (
          <CopyButton label="Copy reply" text={() => whole} />
        ) : (
          <SaveButton source={source} />
        )}
      </BodyHead>
      <TabPanel panelId={panelId} selected={view} className="reply-body">
        <BodyText shown={shown} isXml={isXml} mediaUrl={verdict?.mediaUrl ?? null} />
        {shown.hidden > 0 && (
          <p className="reply-cut">
            {plural(shown.hidden, 'more character')} not shown. {whole !== null ? 'Copy' : 'Save'} gives{' '}
            {isWhole ? 'all of it' : 'all that was kept'}.
          </p>
        )}
      </TabPanel>
    </>
  );
}

interface BodyHeadProps {
  readonly facts: readonly string[];
  readonly children?: React.ReactNode;
}

export function BodyHead({ facts, children }: BodyHeadProps) {
  return (
    <div className="section-head">
      <div className="section-facts">
        <h3 className="section-title">Body</h3>
        <span className="section-meta">{facts.join(' · ')}</span>
      </div>
      <div className="section-tools">{children}</div>
    </div>
  );
}

function SaveButton({ source }: { readonly source: ReplySource | null }) {
  const save = async () => {
    const body = await source?.save();
    if (body) download('reply', body);
  };
  return (
    <button type="button" className="button button-quiet button-small" onClick={save}>
      Save reply
    </button>
  );
}

interface BodyTextProps {
  readonly shown: Excerpt;
  readonly isXml: boolean;
  readonly mediaUrl: Excerpt | null;
}

function BodyText({ shown, isXml, mediaUrl }: BodyTextProps) {
  if (shown.text === '' && shown.hidden === 0) return <p className="reply-empty">The body is empty.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, and must do so by keyboard
    <pre className={isXml ? 'wire reply-text reply-xml' : 'wire reply-text'} tabIndex={0}>
      {isXml ? (
        <XmlText text={shown.text} />
      ) : (
        <Marked text={shown.text} part={mediaUrl?.hidden === 0 ? mediaUrl.text : null} />
      )}
    </pre>
  );
}

/** The text with the value that made the verdict set off from it. */
function Marked({ text, part }: { readonly text: string; readonly part: string | null }) {
  const at = part ? text.indexOf(part) : -1;
  if (part === null || at < 0) return <VisibleRuns runs={visibleLines(text)} />;
  return (
    <>
      <VisibleRuns runs={visibleLines(text.slice(0, at))} />
      <mark className="reply-mark">{part}</mark>
      <VisibleRuns runs={visibleLines(text.slice(at + part.length))} />
    </>
  );
}
