/** How things are shown, which changes nothing of what is sent: theme, secrets, panels, presenting. */
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { AssumptionId } from '../../core/assumptions.ts';
import { requiredContext } from './required-context.ts';
import { type Theme, useTheme } from './use-theme.ts';

/** Over the first pane; what each shows: later-views.tsx. */
export type Panel = 'assumptions' | 'history' | 'server-check';

/** Over the page; what each shows: later-views.tsx. */
export type DialogId = 'export' | 'palette' | 'servers' | 'receiver' | 'share' | 'import' | 'inspect';

export type PaneId = 'account' | 'request' | 'upload';

/** A new object each time that it is asked for. */
export interface WantedAssumption {
  readonly id: AssumptionId;
}

export interface Display {
  readonly theme: Theme;
  /** Passwords can be read on the screen; dots otherwise, and always while presenting. */
  readonly showSecrets: boolean;
  readonly setShowSecrets: (show: boolean) => void;
  /** For a room: large type, few details, no passwords. */
  readonly isPresenting: boolean;
  readonly setPresenting: (on: boolean) => void;
  /** Spaces, tabs and line ends of the request have marks. */
  readonly showInvisibles: boolean;
  readonly setShowInvisibles: (show: boolean) => void;
  /** Tab indents in the editor; else it leaves it, as it does everywhere. */
  readonly tabIndents: boolean;
  readonly setTabIndents: (indents: boolean) => void;
  /** The pane that is seen where there is room for one. */
  readonly pane: PaneId;
  readonly showPane: (pane: PaneId) => void;
  /** The panel over the first pane; null: none. */
  readonly panel: Panel | null;
  readonly setPanel: (panel: Panel | null) => void;
  /** The assumption that the panel was opened for. */
  readonly assumption: WantedAssumption | null;
  readonly openAssumption: (id: AssumptionId) => void;
  /** What the Reference is open at, such as `rule TPL-7`; empty: at its top. Null: it is closed. */
  readonly reference: { readonly entry: string } | null;
  readonly openReference: (entry: string) => void;
  readonly closeReference: () => void;
  /** The dialog that is open; null: none. */
  readonly dialog: DialogId | null;
  readonly openDialog: (dialog: DialogId) => void;
  /** Another one may have been opened by it meanwhile. */
  readonly closeDialog: (dialog: DialogId) => void;
}

const [Provider, useDisplay] = requiredContext<Display>('Display');

export { useDisplay };

export function DisplayProvider({ children }: { readonly children: ReactNode }) {
  const theme = useTheme();
  const [secretsShown, setShowSecrets] = useState(false);
  const [isPresenting, present] = useState(false);
  const [showInvisibles, setShowInvisibles] = useStoredFlag('invisibles');
  const [reference, setReference] = useState<Display['reference']>(null);
  const [tabIndents, setTabIndents] = useStoredFlag('tab-indents');
  const [dialog, openDialog] = useState<DialogId | null>(null);
  const [pane, showPane] = useState<PaneId>('account');
  const [{ panel, assumption }, setOpen] = useState<Pick<Display, 'panel' | 'assumption'>>(nothingOpen);
  const setPanel = useCallback((next: Panel | null) => setOpen({ panel: next, assumption: null }), []);
  const openAssumption = useCallback(
    (id: AssumptionId) => setOpen({ panel: 'assumptions', assumption: { id } }),
    [],
  );
  const setPresenting = useCallback((on: boolean) => {
    present(on);
    // Nor do they come back when it ends: the projector may still be on.
    setShowSecrets(false);
  }, []);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-presenting', isPresenting);
  }, [isPresenting]);
  const showSecrets = secretsShown && !isPresenting;
  const display = useMemo(
    () => ({
      theme,
      showSecrets,
      setShowSecrets,
      isPresenting,
      setPresenting,
      showInvisibles,
      setShowInvisibles,
      tabIndents,
      setTabIndents,
      pane,
      showPane,
      panel,
      setPanel,
      assumption,
      openAssumption,
      reference,
      openReference: (entry: string) => setReference({ entry }),
      closeReference: () => setReference(null),
      dialog,
      openDialog,
      closeDialog: (closed: DialogId) => openDialog((open) => (open === closed ? null : open)),
    }),
    [
      theme,
      showSecrets,
      isPresenting,
      setPresenting,
      showInvisibles,
      setShowInvisibles,
      tabIndents,
      setTabIndents,
      pane,
      panel,
      setPanel,
      assumption,
      openAssumption,
      reference,
      dialog,
    ],
  );
  return <Provider value={display}>{children}</Provider>;
}

const nothingOpen = { panel: null, assumption: null };

/** Kept across visits, as the theme is; off at first. */
function useStoredFlag(name: string): readonly [boolean, (on: boolean) => void] {
  const key = `media-upload-playground.${name}`;
  const [isOn, setIsOn] = useState(() => {
    try {
      return localStorage.getItem(key) === 'on';
    } catch {
      return false;
    }
  });
  const choose = useCallback(
    (on: boolean) => {
      setIsOn(on);
      try {
        if (on) localStorage.setItem(key, 'on');
        else localStorage.removeItem(key);
      } catch {
        // Without storage the choice holds for this visit.
      }
    },
    [key],
  );
  return [isOn, choose];
}
