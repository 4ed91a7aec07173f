/** What the top bar offers, once: as buttons where there is room, else as entries of its menu. */
import BookOpen from 'lucide-react/icons/book-open';
import Download from 'lucide-react/icons/download';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import FolderOpen from 'lucide-react/icons/folder-open';
import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Presentation from 'lucide-react/icons/presentation';
import Sun from 'lucide-react/icons/sun';
import { useIsMac } from '../components/is-mac.ts';
import { useDisplay } from '../state/display-provider.tsx';
import { useDocument } from '../state/document-provider.tsx';
import type { ThemeChoice } from '../state/use-theme.ts';

export interface BarCommand {
  readonly label: string;
  readonly tip: string;
  readonly Icon: typeof Eye;
  /** At its left the buttons of the document, at its right those of the display. */
  readonly side: 'document' | 'display';
  /** Of a button that stays pressed. */
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
  /** Its button never shows its word. */
  readonly isIcon?: boolean;
  /** As `aria-keyshortcuts` names it. */
  readonly keys?: string;
  readonly run: () => void;
}

const themes = {
  system: { next: 'light', Icon: Monitor, label: 'Theme: system' },
  light: { next: 'dark', Icon: Sun, label: 'Theme: light' },
  dark: { next: 'system', Icon: Moon, label: 'Theme: dark' },
} satisfies Record<ThemeChoice, { next: ThemeChoice; Icon: typeof Eye; label: string }>;

export function useBarCommands(): readonly BarCommand[] {
  const { choose, save } = useDocument();
  const { theme, showSecrets, setShowSecrets, isPresenting, setPresenting, openReference } = useDisplay();
  const isMac = useIsMac();
  const key = isMac ? 'Meta' : 'Control';
  const shown = isMac ? '⌘' : 'Ctrl ';
  const { next, Icon, label } = themes[theme.choice];
  return [
    {
      label: 'Open…',
      tip: `Open an Account XML from a file (${shown}O), or drop one on the page. It can be undone.`,
      Icon: FolderOpen,
      side: 'document',
      keys: `${key}+O`,
      run: choose,
    },
    {
      label: 'Save',
      tip: `Save the Account XML to the browser’s downloads, to the byte (${shown}S)`,
      Icon: Download,
      side: 'document',
      keys: `${key}+S`,
      run: save,
    },
    {
      label: 'Present',
      tip: isPresenting
        ? 'Back to all details'
        : 'For a room: large type, what matters only, and no passwords on the screen',
      Icon: Presentation,
      side: 'display',
      isOn: isPresenting,
      run: () => setPresenting(!isPresenting),
    },
    {
      label: 'Show passwords',
      tip: secretsTip(showSecrets, isPresenting),
      Icon: showSecrets ? Eye : EyeOff,
      side: 'display',
      isOn: showSecrets,
      isDisabled: isPresenting,
      run: () => setShowSecrets(!showSecrets),
    },
    {
      label: 'Reference',
      tip: 'Rules, keys, parameters and shortcuts, explained (?)',
      Icon: BookOpen,
      side: 'display',
      isIcon: true,
      run: () => openReference(''),
    },
    { label, tip: label, Icon, side: 'display', isIcon: true, run: () => theme.choose(next) },
  ];
}

function secretsTip(areShown: boolean, isPresenting: boolean): string {
  if (isPresenting) return 'Passwords stay hidden while you present';
  if (areShown) return 'Passwords can be read by whoever sees your screen';
  return 'Passwords are shown as dots; what is sent is the same';
}
