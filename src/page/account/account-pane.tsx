import Redo2 from 'lucide-react/icons/redo-2';
import Undo2 from 'lucide-react/icons/undo-2';
import { lazy, type RefObject, Suspense, useMemo, useState } from 'react';
import type { AccountChoice } from '../../core/account/read-account.ts';
import type { BuiltRequest } from '../../core/build-request.ts';
import type { Fix, Position } from '../../core/source/diagnostics.ts';
import { utf8Length } from '../../core/source/utf8-length.ts';
import { LoadFault } from '../components/error-boundary.tsx';
import { formatSize } from '../components/format.ts';
import { TabList, TabPanel, usePanelId } from '../components/tabs.tsx';
import { RoomHead } from '../layout/pane-head.tsx';
import { Floors } from '../layout/pane-layout.tsx';
import type { ParameterMark } from '../monaco/parameter-marks.ts';
import type { TextSpan } from '../monaco/xml-editor.ts';
import { ProblemList } from '../problems/problem-list.tsx';
import type { Hues } from '../state/parameter-hues.ts';
import type { Problem } from '../state/problems.ts';
import type { AccountView } from '../state/session.ts';
import { AccountEditor, type AccountEditorHandle } from './account-editor.tsx';
import { describeLineEnds, lineEndsOf } from './line-ends.ts';
import '../components/button.css';
import './account-pane.css';

export const loadAccountForm = () => import('../form/account-form.tsx');
const AccountForm = lazy(() => loadAccountForm().then((module) => ({ default: module.AccountForm })));

const views = [
  { id: 'xml', title: 'XML' },
  { id: 'form', title: 'Form' },
] as const;

interface AccountRoomProps {
  readonly editor: RefObject<AccountEditorHandle | null>;
  readonly view: AccountView;
  readonly onView: (view: AccountView) => void;
  readonly choice: AccountChoice;
  readonly xml: string;
  readonly onText: (xml: string) => void;
  readonly onCursor: (selection: TextSpan | null) => void;
  readonly built: BuiltRequest;
  readonly hues: Hues;
  readonly marks: readonly ParameterMark[];
  readonly problems: readonly Problem[];
  readonly onProblem: (problem: Problem) => void;
  /** Shows a place of the XML. */
  readonly onPlace: (start: Position, end: Position) => void;
  readonly onFix: (fix: Fix) => void;
  readonly hideSecrets: boolean;
  readonly theme: 'light' | 'dark';
}

export function AccountRoom(props: AccountRoomProps) {
  const { editor, view, onView, choice, built, hues, problems, onProblem, onPlace, onFix, ...rest } = props;
  const { xml, hideSecrets } = rest;
  const diagnosedXml = built.inputs.xml;
  const [history, setHistory] = useState({ canUndo: false, canRedo: false });
  const panelId = usePanelId();
  const facts = useMemo(() => documentFacts(diagnosedXml), [diagnosedXml]);
  return (
    <section className="room" aria-label="Account XML">
      <RoomHead number={1} title="Account XML">
        <span className="history-tools">
          <HistoryButton label="Undo" canPress={history.canUndo} onPress={() => editor.current?.undo()} />
          <HistoryButton label="Redo" canPress={history.canRedo} onPress={() => editor.current?.redo()} />
        </span>
        <TabList
          label="View of the Account XML"
          tabs={views}
          selected={view}
          onSelect={onView}
          panelId={panelId}
        />
      </RoomHead>
      <Floors
        id="account"
        label="Height of the problem list"
        sizes={[78, 22]}
        lowerMin={64}
        upper={
          <TabPanel panelId={panelId} selected={view} className="room">
            {/* It stays while the form is shown: it keeps the text, its history and the cursor. */}
            <div className="room-panel" hidden={view !== 'xml'}>
              <AccountEditor ref={editor} built={built} onHistory={setHistory} {...rest} />
            </div>
            {view === 'form' && (
              <LoadFault>
                <Suspense fallback={<p className="room-waiting">The form is being loaded …</p>}>
                  <AccountForm
                    editor={editor}
                    xml={xml}
                    choice={choice}
                    built={built}
                    problems={problems}
                    hues={hues}
                    history={history}
                    hideSecrets={hideSecrets}
                    onProblem={onProblem}
                    onPlace={onPlace}
                    onFix={onFix}
                  />
                </Suspense>
              </LoadFault>
            )}
            <div className="document-foot">
              <p className="document-facts">{facts}</p>
              {view === 'xml' && (
                <p>
                  <kbd>Tab</kbd> indents. <kbd>Ctrl</kbd> <kbd>M</kbd> lets it leave the editor.
                </p>
              )}
            </div>
          </TabPanel>
        }
        lower={
          <ProblemList
            built={built}
            problems={problems}
            onSelect={onProblem}
            onPlace={onPlace}
            onFix={onFix}
          />
        }
      />
    </section>
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
    <button
      type="button"
      className="button button-quiet button-small button-icon"
      aria-label={label}
      aria-disabled={!canPress}
      data-tip={label}
      onClick={() => canPress && onPress()}
    >
      <Icon aria-hidden />
    </button>
  );
}

function documentFacts(xml: string): string {
  const bytes = utf8Length(xml);
  return `${formatSize(bytes)}, ${describeLineEnds(lineEndsOf(xml))}`;
}
