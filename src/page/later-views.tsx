/** The views that come with a module of their own: after the editor, or when they are first opened. */
import { lazy } from 'react';
import { Later } from './layout/later.tsx';
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
import { useDisplay } from './state/display-provider.tsx';
import { editorSettled } from './state/editor-settled.ts';

export const AccountForm = lazy(() => loadAccountForm().then((module) => ({ default: module.AccountForm })));
const AssumptionsPanel = lazy(() =>
  loadAssumptionsPanel().then((module) => ({ default: module.AssumptionsPanel })),
);
const MeasuredDialog = lazy(() =>
  import('./servers/measured-dialog.tsx').then((module) => ({ default: module.MeasuredDialog })),
);
export const MyServerLine = lazy(() =>
  editorSettled.then(loadMyServer).then((module) => ({ default: module.MyServerLine })),
);
export const Drafts = lazy(() => loadDrafts().then((module) => ({ default: module.Drafts })));
const PaletteLayer = lazy(() => loadPalette().then((module) => ({ default: module.PaletteLayer })));
const ReferenceLayer = lazy(() => loadReference().then((module) => ({ default: module.ReferenceLayer })));
export const DemoUploads = lazy(() => loadWhatArrived().then((module) => ({ default: module.DemoUploads })));
export const Tour = lazy(() => loadTour().then((module) => ({ default: module.Tour })));
export const WhatArrived = lazy(() => loadWhatArrived().then((module) => ({ default: module.WhatArrived })));

export function SidePanel() {
  const { panel, setPanel } = useDisplay();
  if (panel === null) return null;
  return (
    <Later>
      <AssumptionsPanel onClose={() => setPanel(null)} />
    </Later>
  );
}

/** Beside the panes, or over them where there is no space. */
export function Reference() {
  const { reference } = useDisplay();
  return (
    reference && (
      <Later>
        <ReferenceLayer wanted={reference} />
      </Later>
    )
  );
}

export function Palette() {
  const { isPaletteOpen } = useDisplay();
  return (
    isPaletteOpen && (
      <Later>
        <PaletteLayer />
      </Later>
    )
  );
}

export function MeasuredServers() {
  const { areServersOpen, setServersOpen } = useDisplay();
  return (
    areServersOpen && (
      <Later>
        <MeasuredDialog onClose={() => setServersOpen(false)} />
      </Later>
    )
  );
}
