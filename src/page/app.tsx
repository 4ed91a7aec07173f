import { lazy, useEffect } from 'react';
import { AccountPane } from './account/account-pane.tsx';
import { startLinkedHighlighting } from './components/linked-highlighting.ts';
import { Panes, StackedPanes } from './components/pane-layout.tsx';
import { TooltipLayer } from './components/popup/tooltip-layer.tsx';
import { DemoServerControl } from './demo-server/demo-server-control.tsx';
import { firstExample } from './examples/first-example.ts';
import { AfterEditor, Later } from './layout/later.tsx';
import { OnePane, PaneTabs } from './layout/pane-tabs.tsx';
import { SkipLink } from './layout/skip-link.tsx';
import { StatusBar } from './layout/status-bar.tsx';
import { TopBar } from './layout/top-bar.tsx';
import { useShortcuts } from './layout/use-shortcuts.ts';
import {
  loadAccountForm,
  loadAssumptionsPanel,
  loadDrafts,
  loadMyServer,
  loadPalette,
  loadReference,
  loadTour,
  loadWhatArrived,
} from './prefetch.ts';
import { ProblemsPane } from './problems/problems-pane.tsx';
import { RequestPane } from './request/request-pane.tsx';
import { ResponsePane } from './response/response-pane.tsx';
import { TestUpload } from './send/test-upload.tsx';
import { useDisplay } from './state/display-provider.tsx';
import { editorSettled } from './state/editor-settled.ts';
import { Providers } from './state/providers.tsx';

const AccountForm = lazy(() => loadAccountForm().then((module) => ({ default: module.AccountForm })));
const AssumptionsPanel = lazy(() =>
  loadAssumptionsPanel().then((module) => ({ default: module.AssumptionsPanel })),
);
const MeasuredDialog = lazy(() =>
  import('./servers/measured-dialog.tsx').then((module) => ({ default: module.MeasuredDialog })),
);
const MyServerLine = lazy(() =>
  editorSettled.then(loadMyServer).then((module) => ({ default: module.MyServerLine })),
);
const Drafts = lazy(() => loadDrafts().then((module) => ({ default: module.Drafts })));
const PaletteLayer = lazy(() => loadPalette().then((module) => ({ default: module.PaletteLayer })));
const ReferenceLayer = lazy(() => loadReference().then((module) => ({ default: module.ReferenceLayer })));
const DemoUploads = lazy(() => loadWhatArrived().then((module) => ({ default: module.DemoUploads })));
const Tour = lazy(() => loadTour().then((module) => ({ default: module.Tour })));
const WhatArrived = lazy(() => loadWhatArrived().then((module) => ({ default: module.WhatArrived })));

const first = firstExample(window.location.origin);

const mainId = 'panes';

/** The page: what it holds in its providers, and three panes to show it. */
export function App() {
  return (
    <Providers first={first}>
      <Page />
    </Providers>
  );
}

function Page() {
  useShortcuts();
  const { panel, isPresenting } = useDisplay();
  useEffect(() => startLinkedHighlighting(window.document), []);
  return (
    <div className="flex h-dvh flex-col">
      <SkipLink to={mainId} />
      <TopBar />
      <PaneTabs />
      <div className="flex min-h-0 flex-1">
        <main
          id={mainId}
          tabIndex={-1}
          className="focus:outline-none min-h-0 min-w-0 flex-1 max-wide:overflow-auto max-wide:overscroll-contain max-wide:bg-pane"
        >
          <Panes
            isResultFirst={isPresenting}
            account={
              <>
                <OnePane id="account" isCovered={panel !== null}>
                  <AccountPane form={<AccountForm />} problems={<ProblemsPane />} offer={drafts('offer')} />
                </OnePane>
                <SidePanel />
              </>
            }
            request={
              <OnePane id="request">
                <RequestPane server={<MyServerLine />} />
              </OnePane>
            }
            upload={
              <OnePane id="upload">
                <StackedPanes
                  id="upload"
                  label="Height of the reply"
                  lowerMin={90}
                  fit={{ sized: 0, initial: 'min(26.2rem, 100% - 11.6rem)', least: 90 }}
                  upper={<TestUpload server={<DemoServerControl />} />}
                  lower={<ResponsePane arrived={<WhatArrived />} uploads={<DemoUploads />} />}
                />
              </OnePane>
            }
          />
        </main>
        <Reference />
      </div>
      <StatusBar
        drafts={drafts('status')}
        tour={
          <AfterEditor>
            <Tour />
          </AfterEditor>
        }
      />
      <Palette />
      <MeasuredServers />
      <TooltipLayer />
    </div>
  );
}

function drafts(part: 'offer' | 'status') {
  return (
    <AfterEditor>
      <Drafts part={part} first={first} />
    </AfterEditor>
  );
}

function SidePanel() {
  const { panel, setPanel } = useDisplay();
  if (panel === null) return null;
  return (
    <Later>
      <AssumptionsPanel onClose={() => setPanel(null)} />
    </Later>
  );
}

/** Beside the panes, or over them where there is no space. */
function Reference() {
  const { reference } = useDisplay();
  return (
    reference && (
      <Later>
        <ReferenceLayer wanted={reference} />
      </Later>
    )
  );
}

function Palette() {
  const { isPaletteOpen } = useDisplay();
  return (
    isPaletteOpen && (
      <Later>
        <PaletteLayer />
      </Later>
    )
  );
}

function MeasuredServers() {
  const { areServersOpen, setServersOpen } = useDisplay();
  return (
    areServersOpen && (
      <Later>
        <MeasuredDialog onClose={() => setServersOpen(false)} />
      </Later>
    )
  );
}
