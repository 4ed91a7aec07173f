/** How things are shown, which changes nothing of what is sent: theme, secrets, invisible characters. */
import { type ReactNode, useCallback, useMemo, useState } from 'react';
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
  /** The list of all commands is open. */
  readonly isPaletteOpen: boolean;
  readonly setPaletteOpen: (isOpen: boolean) => void;
}

const [Provider, useDisplay] = requiredContext<Display>('Display');

export { useDisplay };

export function DisplayProvider({ children }: { readonly children: ReactNode }) {
  const theme = useTheme();
  const [showSecrets, setShowSecrets] = useState(false);
  const [showInvisibles, setShowInvisibles] = useStoredFlag('invisibles');
  const [panel, setPanel] = useState<Panel | null>(null);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const display = useMemo(
    () => ({
      theme,
      showSecrets,
      setShowSecrets,
      showInvisibles,
      setShowInvisibles,
      panel,
      setPanel,
      isPaletteOpen,
      setPaletteOpen,
    }),
    [theme, showSecrets, showInvisibles, setShowInvisibles, panel, isPaletteOpen],
  );
  return <Provider value={display}>{children}</Provider>;
}

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
