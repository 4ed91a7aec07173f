import type { Command } from '../commands/command.ts';
import { press } from '../commands/press.ts';
import { useDocument } from '../state/document-provider.tsx';
import { removeAllDrafts } from '../storage/drafts.ts';
import { useDraftSettings } from './draft-settings.ts';
import { describeForgotten } from './storage-faults.ts';

export function useDraftCommands(): readonly Command[] {
  const [settings, choose] = useDraftSettings();
  const { notify } = useDocument();
  const group = 'Drafts';
  const isOff = settings === 'off';
  const hasPasswords = settings === 'with passwords';
  return [
    { id: 'restore-draft', title: 'Restore last session', group, ...press('restore-draft') },
    { id: 'forget-draft', title: 'Forget the last session', group, ...press('forget-draft') },
    {
      id: 'forget-drafts',
      title: 'Forget all drafts',
      group,
      run: () => void removeAllDrafts().then((removed) => notify({ text: describeForgotten(removed) })),
    },
    {
      id: 'keep-drafts',
      title: isOff ? 'Keep drafts' : 'Stop keeping drafts',
      group,
      run: () => choose(isOff ? 'without passwords' : 'off'),
    },
    {
      id: 'keep-passwords',
      title: hasPasswords ? 'Leave passwords out of drafts' : 'Keep passwords in drafts',
      group,
      isAvailable: !isOff,
      run: () => choose(hasPasswords ? 'without passwords' : 'with passwords'),
    },
  ];
}
