/**
 * The top bar: its buttons in the order of importance. Where there is no room the last ones go first, into the
 * menu More. Part of the first load.
 */
import BookOpen from 'lucide-react/icons/book-open';
import Download from 'lucide-react/icons/download';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import FolderOpen from 'lucide-react/icons/folder-open';
import History from 'lucide-react/icons/history';
import ListChecks from 'lucide-react/icons/list-checks';
import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Presentation from 'lucide-react/icons/presentation';
import Share2 from 'lucide-react/icons/share-2';
import Sun from 'lucide-react/icons/sun';
import { useDisplay } from '../state/display-provider.tsx';
import { useDocument } from '../state/document-provider.tsx';
import type { ThemeChoice } from '../state/use-theme.ts';
import type { BarItem } from './command.ts';

const themes = {
  system: { next: 'light', Icon: Monitor },
  light: { next: 'dark', Icon: Sun },
  dark: { next: 'system', Icon: Moon },
} satisfies Record<ThemeChoice, { next: ThemeChoice; Icon: typeof Eye }>;

export function useBar(): readonly BarItem[] {
  const { choose, save } = useDocument();
  const { theme, showSecrets, setShowSecrets, isPresenting, setPresenting, openReference, openDialog } =
    useDisplay();
  const { panel, setPanel } = useDisplay();
  const { next, Icon } = themes[theme.choice];
  return [
    {
      menu: 'examples',
      bar: { label: 'Examples', side: 'document' },
      about: 'Each is answered by the demo media server of this playground.',
    },
    {
      id: 'open',
      title: 'Open an Account XML…',
      group: 'Account XML',
      keys: ['Mod+O'],
      run: choose,
      bar: {
        label: 'Open…',
        tip: 'Open an Account XML from a file, or drop one on the page. It can be undone.',
        Icon: FolderOpen,
        side: 'document',
        foldsAway: true,
      },
    },
    {
      id: 'save',
      title: 'Save the Account XML',
      group: 'Account XML',
      keys: ['Mod+S'],
      run: save,
      bar: {
        label: 'Save',
        tip: 'Save the Account XML to the browser’s downloads, to the byte',
        Icon: Download,
        side: 'document',
        foldsAway: true,
      },
    },
    {
      id: 'share',
      title: 'Share this session…',
      group: 'Account XML',
      run: () => openDialog('share'),
      bar: {
        label: 'Share',
        tip: 'This session as a link or a file, its secrets left out',
        Icon: Share2,
        side: 'document',
      },
    },
    {
      menu: 'export',
      bar: { label: 'Export', tip: 'The request for other programs', side: 'document', foldsAway: true },
    },
    {
      id: 'present',
      title: isPresenting ? 'Stop presenting' : 'Present',
      group: 'View',
      run: () => setPresenting(!isPresenting),
      bar: {
        label: 'Present',
        tip: isPresenting
          ? 'Back to all details'
          : 'For a room: large type, what matters only, and no passwords on the screen',
        Icon: Presentation,
        side: 'display',
        isOn: isPresenting,
      },
    },
    {
      id: 'passwords',
      title: showSecrets ? 'Hide passwords' : 'Show passwords',
      group: 'View',
      isAvailable: !isPresenting,
      run: () => setShowSecrets(!showSecrets),
      bar: {
        label: 'Show passwords',
        tip: secretsTip(showSecrets, isPresenting),
        Icon: showSecrets ? Eye : EyeOff,
        side: 'display',
        isOn: showSecrets,
        foldsAway: true,
      },
    },
    {
      id: 'history',
      title: 'History',
      group: 'Test upload',
      run: () => setPanel(panel === 'history' ? null : 'history'),
      bar: {
        label: 'History',
        tip: 'The uploads that were sent: to find, compare and restore',
        Icon: History,
        side: 'document',
        isOn: panel === 'history',
        foldsAway: true,
      },
    },
    {
      id: 'server-check',
      title: 'Check server',
      group: 'Test upload',
      run: () => setPanel(panel === 'server-check' ? null : 'server-check'),
      bar: {
        label: 'Check server',
        tip: 'Whether your server takes all that the app sends: many test uploads and a report',
        Icon: ListChecks,
        side: 'document',
        isOn: panel === 'server-check',
        foldsAway: true,
      },
    },
    {
      id: 'reference',
      title: 'Reference',
      group: 'Help',
      keys: ['?'],
      run: () => openReference(''),
      bar: {
        label: 'Reference',
        tip: 'Rules, keys, parameters and shortcuts, explained',
        Icon: BookOpen,
        side: 'display',
        isIcon: true,
      },
    },
    {
      id: 'next-theme',
      title: 'Next theme',
      group: 'View',
      run: () => theme.choose(next),
      bar: {
        label: `Theme: ${theme.choice}`,
        tip: `Theme: ${theme.choice}`,
        Icon,
        side: 'display',
        isIcon: true,
      },
    },
  ];
}

function secretsTip(areShown: boolean, isPresenting: boolean): string {
  if (isPresenting) return 'Passwords stay hidden while you present';
  if (areShown) return 'Passwords can be read by whoever sees your screen';
  return 'Passwords are shown as dots; what is sent is the same';
}
