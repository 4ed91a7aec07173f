import type { Command } from '../commands/command.ts';
import { useDocument } from '../state/document-provider.tsx';
import { examplesFor } from './examples.ts';

export function useExampleCommands(): readonly Command[] {
  const { openExample } = useDocument();
  return examplesFor(window.location.origin).map((example) => ({
    id: `example-${example.id}`,
    title: `Example: ${example.title}`,
    group: 'Account XML',
    run: () => openExample(example),
  }));
}
