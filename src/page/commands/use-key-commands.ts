/** The commands of the first load: buttons of the top bar, and keys of the whole page. All others: use-all-commands.ts. */
import { useDisplay } from '../state/display-provider.tsx';
import { useUploads } from '../state/uploads-provider.tsx';
import { useProblemNavigation } from '../state/use-problem-navigation.ts';
import { type Command, isCommand } from './command.ts';
import { press } from './press.ts';
import { useBar } from './use-bar.ts';

export function useKeyCommands(): readonly Command[] {
  const bar = useBar();
  const { send } = useUploads();
  const { goToNext } = useProblemNavigation();
  const { openDialog } = useDisplay();
  return [
    { id: 'send', title: 'Send test upload', group: 'Test upload', keys: ['Mod+Enter'], run: send },
    ...bar.filter(isCommand),
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
      run: () => openDialog('palette'),
      entry: { menu: 'more', label: 'All commands', detail: 'Search everything that can be done here' },
    },
  ];
}
