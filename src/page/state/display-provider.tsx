/** How things are shown, which changes nothing of what is sent: theme, secrets, invisible characters. */
import { type ReactNode, useMemo, useState } from 'react';
import { requiredContext } from './required-context.ts';
import { type Theme, useTheme } from './use-theme.ts';

export type Panel = 'assumptions';

export interface Display {
  readonly theme: Theme;
  /** Passwords can be read on the screen; dots otherwise. */
  readonly showSecrets: boolean;
  readonly setShowSecrets: (show: boolean) => void;
  /** Spaces, tabs and line ends of the request have marks. */
  readonly showInvisibles: boolean;
  readonly setShowInvisibles: (show: boolean) => void;
  /** The panel beside the panes; null: none. */
  readonly panel: Panel | null;
  readonly setPanel: (panel: Panel | null) => void;
}

const [Provider, useDisplay] = requiredContext<Display>('Display');

export { useDisplay };

export function DisplayProvider({ children }: { readonly children: ReactNode }) {
  const theme = useTheme();
  const [showSecrets, setShowSecrets] = useState(false);
  const [showInvisibles, setShowInvisibles] = useState(false);
  const [panel, setPanel] = useState<Panel | null>(null);
  const display = useMemo(
    () => ({ theme, showSecrets, setShowSecrets, showInvisibles, setShowInvisibles, panel, setPanel }),
    [theme, showSecrets, showInvisibles, panel],
  );
  return <Provider value={display}>{children}</Provider>;
}
