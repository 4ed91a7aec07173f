import { type ReactNode, useState } from 'react';
import { Button } from '../components/button.tsx';
import { CodeBox } from '../components/code-text.tsx';
import { CopyButton } from '../components/copy-button.tsx';
import { plural } from '../components/format.ts';
import { SectionHead } from '../components/section.tsx';
import { type Tab, TabList, TabPanel, usePanelId } from '../components/tabs.tsx';
import { visibleLines } from '../components/visible-characters.ts';
import { VisibleRuns } from '../components/visible-text.tsx';
import { XmlText } from '../components/xml-text.tsx';
import type { Excerpt } from '../exchange/excerpt.ts';
import type { ReplyReading } from '../exchange/reply-reading.ts';
import type { ReplySource } from '../exchange/reply-source.ts';
import { download } from '../state/download.ts';
import { ReplyTreeView } from './reply-tree-view.tsx';

type View = 'pretty' | 'raw' | 'parsed';
const textViews: readonly Tab<View>[] = [
  { id: 'pretty', title: 'Pretty' },
  { id: 'raw', title: 'Raw' },
];
const allViews: readonly Tab<View>[] = [...textViews, { id: 'parsed', title: 'Parsed' }];

interface ReplyBodyProps {
  readonly reading: ReplyReading;
  readonly source: ReplySource | null;
  readonly facts: readonly string[];
  /** Nothing of the reply was dropped. */
  readonly isWhole: boolean;
}

/** The body as text or as a tree: its beginning, where it is long, and all of it by Copy or Save. */
export function ReplyBody({ reading, source, facts, isWhole }: ReplyBodyProps) {
  const [chosen, setView] = useState<View>('pretty');
  const panelId = usePanelId();
  const { raw, pretty, tree, whole, isXml, verdict } = reading;
  const view = chosen === 'parsed' && tree === null ? 'pretty' : chosen;
  const shown = (view === 'pretty' && pretty) || raw;
  return (
    <div className="grid grid-cols-1 gap-1">
      <BodyHead facts={facts}>
        {pretty !== null && (
          <TabList
            label="View of the reply"
            tabs={tree === null ? textViews : allViews}
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
      <TabPanel panelId={panelId} selected={view}>
        {view === 'parsed' && tree !== null ? (
          <ReplyTreeView tree={tree} />
        ) : (
          <>
            <BodyText shown={shown} isXml={isXml} mediaUrl={verdict?.mediaUrl ?? null} />
            {shown.hidden > 0 && (
              <BodyNote>
                {plural(shown.hidden, 'more character')} not shown. {whole !== null ? 'Copy' : 'Save'} gives{' '}
                {isWhole ? 'all of it' : 'all that was kept'}.
              </BodyNote>
            )}
          </>
        )}
      </TabPanel>
    </div>
  );
}

interface BodyHeadProps {
  readonly facts: readonly string[];
  readonly children?: ReactNode;
}

export function BodyHead({ facts, children }: BodyHeadProps) {
  return <SectionHead title="Body" meta={facts.join(' · ')} tools={children} />;
}

/** Of the body, where its text would be or ends. */
export function BodyNote({ children }: { readonly children: ReactNode }) {
  return <p className="mt-1 text-small text-muted">{children}</p>;
}

function SaveButton({ source }: { readonly source: ReplySource | null }) {
  const save = async () => {
    const body = await source?.save();
    if (body) download('reply', body);
  };
  return (
    <Button variant="quiet" size="small" onClick={save}>
      Save reply
    </Button>
  );
}

interface BodyTextProps {
  readonly shown: Excerpt;
  readonly isXml: boolean;
  readonly mediaUrl: Excerpt | null;
}

function BodyText({ shown, isXml, mediaUrl }: BodyTextProps) {
  if (shown.text === '' && shown.hidden === 0) return <BodyNote>The body is empty.</BodyNote>;
  return (
    <CodeBox breaksWords={isXml}>
      {isXml ? (
        <XmlText text={shown.text} />
      ) : (
        <Marked text={shown.text} part={mediaUrl?.hidden === 0 ? mediaUrl.text : null} />
      )}
    </CodeBox>
  );
}

/** The text with the value that made the verdict set off from it. */
function Marked({ text, part }: { readonly text: string; readonly part: string | null }) {
  const at = part ? text.indexOf(part) : -1;
  if (part === null || at < 0) return <VisibleRuns runs={visibleLines(text)} />;
  return (
    <>
      <VisibleRuns runs={visibleLines(text.slice(0, at))} />
      <mark className="rounded-[3px] bg-good-tint text-good shadow-[0_0_0_1px_var(--color-good-line)]">
        {part}
      </mark>
      <VisibleRuns runs={visibleLines(text.slice(at + part.length))} />
    </>
  );
}
