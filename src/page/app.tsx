import { AccountPane } from './account/account-pane.tsx';
import { Panes, StackedPanes } from './components/pane-layout.tsx';
import { DemoServerControl } from './demo-server/demo-server-control.tsx';
import { firstExample } from './examples/first-example.ts';
import {
  AccountForm,
  CheckAnnouncer,
  DemoUploads,
  Drafts,
  HistoryRecorder,
  MyServerLine,
  Offline,
  OpenDialog,
  PointerLayer,
  Reference,
  SidePanel,
  Tour,
  WhatArrived,
} from './later-views.tsx';
import { AfterEditor } from './layout/after-editor.tsx';
import { OnePane, PaneTabs } from './layout/pane-tabs.tsx';
import { SkipLink } from './layout/skip-link.tsx';
import { StatusBar } from './layout/status-bar.tsx';
import { TopBar } from './layout/top-bar.tsx';
import { useShortcuts } from './layout/use-shortcuts.ts';
import { ProblemsPane } from './problems/problems-pane.tsx';
import { RequestPane } from './request/request-pane.tsx';
import { ResponsePane } from './response/response-pane.tsx';
import { TestUpload } from './send/test-upload.tsx';
import { useDisplay } from './state/display-provider.tsx';
import { Providers } from './state/providers.tsx';
import { useLinkInAddress } from './state/sharing/link-in-address.ts';

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
  useLinkInAddress();
  const { panel, isPresenting } = useDisplay();
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
            <Offline />
          </AfterEditor>
        }
      />
      <OpenDialog />
      <AfterEditor>
        <PointerLayer />
        <HistoryRecorder />
        <CheckAnnouncer />
      </AfterEditor>
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
