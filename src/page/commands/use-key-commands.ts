/** The commands that have keys of the whole page: part of the first load. All others: all-commands.ts. */
import { useDisplay } from '../state/display-provider.tsx';
import { useDocument } from '../state/document-provider.tsx';
import { useUploads } from '../state/uploads-provider.tsx';
import { useProblemNavigation } from '../state/use-problem-navigation.ts';
import type { Command } from './command.ts';
import { press } from './press.ts';

export function useKeyCommands(): readonly Command[] {
  const { send } = useUploads();
  const { choose, save } = useDocument();
  const { goToNext } = useProblemNavigation();
  const { setPaletteOpen, openReference } = useDisplay();
  return [
    { id: 'send', title: 'Send test upload', group: 'Test upload', keys: ['Mod+Enter'], run: send },
    { id: 'open', title: 'Open an Account XML…', group: 'Account XML', keys: ['Mod+O'], run: choose },
    { id: 'save', title: 'Save the Account XML', group: 'Account XML', keys: ['Mod+S'], run: save },
    {
      id: 'next-problem',
      title: 'Go to the next problem',
      group: 'Account XML',
      keys: ['F8'],
      run: () => goToNext('next'),
    },
    {
      id: 'previous-problem',
      title: 'Go to the previous problem',
      group: 'Account XML',
      keys: ['Shift+F8'],
      run: () => goToNext('previous'),
    },
    {
      id: 'next-behaviour',
      title: 'Next behaviour of the demo server',
      group: 'Test upload',
      keys: ['F9'],
      run: () => press('next-behaviour').run(),
    },
    {
      id: 'palette',
      title: 'Show all commands',
      group: 'Help',
      keys: ['Mod+K', 'F1'],
      run: () => setPaletteOpen(true),
    },
    { id: 'reference', title: 'Reference', group: 'Help', keys: ['?'], run: () => openReference('') },
  ];
}
