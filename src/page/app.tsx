import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { AccountPane } from './account/account-pane.tsx';
import { LoadErrorBoundary } from './components/error-boundary.tsx';
import { startLinkedHighlighting } from './components/linked-highlighting.ts';
import { Panes, StackedPanes } from './components/pane-layout.tsx';
import { TooltipLayer } from './components/popup/tooltip-layer.tsx';
import { DemoServerControl } from './demo-server/demo-server-control.tsx';
import { firstExample } from './examples/first-example.ts';
import { assumptionsButtonId, StatusBar } from './layout/status-bar.tsx';
import { TopBar } from './layout/top-bar.tsx';
import { useShortcuts } from './layout/use-shortcuts.ts';
import {
  loadAccountForm,
  loadAssumptionsPanel,
  loadPalette,
  loadReference,
  loadWhatArrived,
} from './prefetch.ts';
import { ProblemList } from './problems/problem-list.tsx';
import { RequestPane } from './request/request-pane.tsx';
import { ResponsePane } from './response/response-pane.tsx';
import { TestUpload } from './send/test-upload.tsx';
import { useDisplay } from './state/display-provider.tsx';
import { Providers } from './state/providers.tsx';

const AccountForm = lazy(() => loadAccountForm().then((module) => ({ default: module.AccountForm })));
const AssumptionsPanel = lazy(() =>
  loadAssumptionsPanel().then((module) => ({ default: module.AssumptionsPanel })),
);
const PaletteLayer = lazy(() => loadPalette().then((module) => ({ default: module.PaletteLayer })));
const ReferenceLayer = lazy(() => loadReference().then((module) => ({ default: module.ReferenceLayer })));
const WhatArrived = lazy(() => loadWhatArrived().then((module) => ({ default: module.WhatArrived })));

const first = firstExample(window.location.origin);

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
  useEffect(() => startLinkedHighlighting(window.document), []);
  return (
    <div className="flex min-h-full flex-col wide:h-full">
      <TopBar />
      <div className="flex min-h-0 flex-1">
        <main className="min-h-0 min-w-0 flex-1">
          <Panes
            account={<AccountPane form={<AccountForm />} problems={<ProblemList />} />}
            request={<RequestPane />}
            upload={
              <StackedPanes
                id="upload"
                label="Height of the reply"
                sizes={[60, 40]}
                lowerMin={90}
                upper={<TestUpload server={<DemoServerControl />} />}
                lower={<ResponsePane arrived={<WhatArrived />} />}
              />
            }
          />
        </main>
        <Reference />
      </div>
      <StatusBar />
      <SidePanel />
      <Palette />
      <TooltipLayer />
    </div>
  );
}

function SidePanel() {
  const { panel, setPanel } = useDisplay();
  if (panel === null) return null;
  const close = () => {
    setPanel(null);
    window.document.getElementById(assumptionsButtonId)?.focus();
  };
  return (
    <Later>
      <AssumptionsPanel onClose={close} />
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

function Later({ children }: { readonly children: ReactNode }) {
  return (
    <LoadErrorBoundary>
      <Suspense fallback={null}>{children}</Suspense>
    </LoadErrorBoundary>
  );
}
