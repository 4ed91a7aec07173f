import type { Command } from '../commands/command.ts';
import { useDocument } from '../state/document-provider.tsx';
import { examplesFor } from './examples.ts';
import { useReset } from './use-reset.ts';

export function useExampleCommands(): readonly Command[] {
  const { openExample } = useDocument();
  const reset = useReset();
  const examples = examplesFor(window.location.origin).map(
    (example): Command => ({
      id: `example-${example.id}`,
      title: `Example: ${example.title}`,
      group: 'Account XML',
      run: () => openExample(example),
    }),
  );
  return [
    ...examples,
    { id: 'reset', title: 'Reset everything to the first example', group: 'Account XML', run: reset },
  ];
}
