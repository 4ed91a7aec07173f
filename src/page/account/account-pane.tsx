import Redo2 from 'lucide-react/icons/redo-2';
import Undo2 from 'lucide-react/icons/undo-2';
import { type ReactNode, Suspense, useMemo } from 'react';
import { utf8Length } from '../../core/source/utf8-length.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { LoadErrorBoundary } from '../components/error-boundary.tsx';
import { formatSize } from '../components/format.ts';
import { IconButton } from '../components/icon-button.tsx';
import { Kbd } from '../components/kbd.tsx';
import { Pane, Waiting } from '../components/pane.tsx';
import { StackedPanes } from '../components/pane-layout.tsx';
import { TabList, TabPanel, usePanelId } from '../components/tabs.tsx';
import { useBrowserValue } from '../components/use-browser-value.ts';
import { useDisplay } from '../state/display-provider.tsx';
import { useEditor, useEditorState } from '../state/editor-provider.tsx';
import { useRequest } from '../state/request-provider.tsx';
import { useSession } from '../state/session-provider.tsx';
import { useDrops } from '../state/use-drops.ts';
import { AccountEditor } from './account-editor.tsx';
import { DocumentNotice } from './document-notice.tsx';
import { keySnippet } from './key-snippet.ts';
import { describeLineEnds, lineEndsOf } from './line-ends.ts';

const views = [
  { id: 'xml', title: 'XML' },
  { id: 'form', title: 'Form' },
] as const;

interface AccountPaneProps {
  /** Another view of the same text; loaded when it is asked for. */
  readonly form: ReactNode;
  /** Below the text. */
  readonly problems: ReactNode;
  /** Between them: another document to go on with. */
  readonly offer: ReactNode;
}

export function AccountPane({ form, problems, offer }: AccountPaneProps) {
  const { session, change } = useSession();
  const { xml } = useRequest().inputs;
  const editor = useEditor();
  const { canUndo, canRedo } = useEditorState();
  const panelId = usePanelId();
  // The origin is in the example, and its length in the count.
  const facts = useBrowserValue(
    useMemo(() => documentFacts(xml), [xml]),
    '\u00A0',
  );
  const { isPresenting } = useDisplay();
  const { view } = session;
  return (
    <Pane
      title="Account XML"
      number={1}
      onFiles={useDrops('document')}
      controls={
        <>
          <span className="flex flex-none presenting:hidden">
            <HistoryButton label="Undo" canPress={canUndo} onPress={editor.undo} />
            <HistoryButton label="Redo" canPress={canRedo} onPress={editor.redo} />
          </span>
          <TabList
            label="View of the Account XML"
            tabs={views}
            selected={view}
            onSelect={(chosen) => change({ type: 'view', view: chosen })}
            panelId={panelId}
          />
        </>
      }
    >
      <StackedPanes
        id="account"
        label="Height of the problem list"
        lowerMin={64}
        fit={{ sized: 1, initial: '4.2rem', least: 120 }}
        isUpperAlone={isPresenting}
        upper={
          <TabPanel panelId={panelId} selected={view} isFilling>
            {/* It stays while the form is shown: it keeps the text, its history and the cursor. */}
            <div
              className={view === 'xml' ? 'flex min-h-0 flex-1 flex-col' : undefined}
              hidden={view !== 'xml'}
            >
              <AccountEditor />
            </div>
            {view === 'form' && (
              <LoadErrorBoundary>
                <Suspense fallback={<Waiting>Loading the form …</Waiting>}>{form}</Suspense>
              </LoadErrorBoundary>
            )}
            {offer}
            <DocumentNotice />
            <div className="flex flex-none flex-wrap justify-between gap-x-3 border-t border-line px-4 py-1 text-tiny text-muted presenting:hidden">
              <p className="tabular-nums">{facts}</p>
              <CopyKeys />
              {view === 'xml' && <TabSetting />}
            </div>
          </TabPanel>
        }
        lower={problems}
      />
    </Pane>
  );
}

function CopyKeys() {
  const { built } = useRequest();
  const { showSecrets } = useDisplay();
  return (
    <span className="-my-1 mr-auto flex">
      <CopyButton
        label="Copy this service’s keys"
        tip={`Copy this service’s keys as XML, ${showSecrets ? 'with their passwords' : 'without passwords'}`}
        text={() => keySnippet(built, showSecrets)}
      />
    </span>
  );
}

/** Not where there is no keyboard. */
function TabSetting() {
  const { tabIndents, setTabIndents } = useDisplay();
  return (
    <label
      className="-my-1 flex min-h-6 items-center gap-1.5 [@media(hover:none)]:hidden"
      data-tip="Otherwise Tab leaves the editor. Ctrl M in the editor switches, too (on a Mac ⌃⇧M)."
    >
      <input
        type="checkbox"
        className="size-3.5 accent-accent"
        checked={tabIndents}
        onChange={(event) => setTabIndents(event.target.checked)}
      />
      <span>
        <Kbd>Tab</Kbd> indents
      </span>
    </label>
  );
}

interface HistoryButtonProps {
  readonly label: 'Undo' | 'Redo';
  readonly canPress: boolean;
  readonly onPress: () => void;
}

const historyIcons = { Undo: Undo2, Redo: Redo2 } as const;

/** Not disabled when there is nothing left to undo: it would lose the focus. */
function HistoryButton({ label, canPress, onPress }: HistoryButtonProps) {
  const Icon = historyIcons[label];
  return (
    <IconButton label={label} aria-disabled={!canPress} onClick={() => canPress && onPress()}>
      <Icon aria-hidden />
    </IconButton>
  );
}

function documentFacts(xml: string): string {
  const bytes = utf8Length(xml);
  return `${formatSize(bytes)}, ${describeLineEnds(lineEndsOf(xml))}`;
}
