/** The views that come with a module of their own: after the editor, or when they are first opened. */
import type { ComponentType } from 'react';
import { Later, later } from './components/later.tsx';
import { type DialogId, type Panel, useDisplay } from './state/display-provider.tsx';
import { editorSettled } from './state/editor-settled.ts';

interface OpenedProps {
  readonly onClose: () => void;
}

/** One at a time over the first pane, by `setPanel`. */
export const panels = {
  assumptions: later<OpenedProps>(() =>
    import('./assumptions/assumptions-panel.tsx').then((module) => module.AssumptionsPanel),
  ),
  history: later<OpenedProps>(() =>
    import('./history/history-panel.tsx').then((module) => module.HistoryPanel),
  ),
  'server-check': later<OpenedProps>(() =>
    import('./server-check/check-panel.tsx').then((module) => module.CheckPanel),
  ),
} satisfies Record<Panel, ComponentType<OpenedProps>>;

/** One at a time over the page, by `openDialog`. */
export const dialogs = {
  export: later<OpenedProps>(() =>
    import('./export/export-notice.tsx').then((module) => module.ExportNotice),
  ),
  palette: later<OpenedProps>(() => import('./palette-layer.tsx').then((module) => module.PaletteLayer)),
  receiver: later<OpenedProps>(() =>
    import('./receivers/receiver-dialog.tsx').then((module) => module.ReceiverDialog),
  ),
  servers: later<OpenedProps>(() =>
    import('./servers/measured-dialog.tsx').then((module) => module.MeasuredDialog),
  ),
  share: later<OpenedProps>(() => import('./share/share-dialog.tsx').then((module) => module.ShareDialog)),
  import: later<OpenedProps>(() =>
    import('./captured/import-dialog.tsx').then((module) => module.ImportDialog),
  ),
  inspect: later<OpenedProps>(() => import('./inspect-layer.tsx').then((module) => module.InspectLayer)),
} satisfies Record<DialogId, ComponentType<OpenedProps>>;

export const AccountForm = later(() =>
  import('./form/account-form.tsx').then((module) => module.AccountForm),
);
export const MyServerLine = later(() =>
  editorSettled.then(() => import('./servers/my-server-line.tsx')).then((module) => module.MyServerLine),
);
export const Drafts = later(() => import('./drafts/drafts.tsx').then((module) => module.Drafts));
export const Offline = later(() => import('./offline/offline.tsx').then((module) => module.Offline));
export const HistoryRecorder = later(() =>
  import('./history/history-recorder.tsx').then((module) => module.HistoryRecorder),
);
export const CheckAnnouncer = later(() =>
  import('./server-check/check-announcer.tsx').then((module) => module.CheckAnnouncer),
);
export const ReferenceLayer = later(() =>
  import('./reference-layer.tsx').then((module) => module.ReferenceLayer),
);
export const PointerLayer = later(() =>
  import('./layout/pointer-layer.tsx').then((module) => module.PointerLayer),
);
export const Tour = later(() => import('./tour/tour.tsx').then((module) => module.Tour));
export const WhatArrived = later(() =>
  import('./arrived/what-arrived.tsx').then((module) => module.WhatArrived),
);
export const DemoUploads = later(() =>
  import('./arrived/what-arrived.tsx').then((module) => module.DemoUploads),
);

export function SidePanel() {
  const { panel, setPanel } = useDisplay();
  const View = panel && panels[panel];
  return (
    View && (
      <Later>
        <View onClose={() => setPanel(null)} />
      </Later>
    )
  );
}

export function OpenDialog() {
  const { dialog, closeDialog } = useDisplay();
  const View = dialog && dialogs[dialog];
  return (
    View && (
      <Later>
        <View onClose={() => closeDialog(dialog)} />
      </Later>
    )
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
