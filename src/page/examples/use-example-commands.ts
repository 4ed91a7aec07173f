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
      entry: {
        menu: 'examples',
        section: example.group,
        label: example.title,
        detail: example.description,
      },
    }),
  );
  return [
    ...examples,
    {
      id: 'reset',
      title: 'Reset everything to the first example',
      group: 'Account XML',
      run: reset,
      entry: {
        menu: 'examples',
        section: 'Start over',
        label: 'Reset',
        detail: 'Account XML, parameters, media and assumptions as on a first visit. Can be undone.',
      },
    },
  ];
}
