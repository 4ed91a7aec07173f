/** Every command of the page, for what lists them; a feature has its own in `use-…-commands.ts`. */
import type { Command } from './commands/command.ts';
import { usePageCommands } from './commands/use-page-commands.ts';
import { useDemoCommands } from './demo-server/use-demo-commands.ts';
import { useDraftCommands } from './drafts/use-draft-commands.ts';
import { useExampleCommands } from './examples/use-example-commands.ts';
import { useExportCommands } from './export/use-export-commands.ts';

export function useAllCommands(): readonly Command[] {
  return [
    ...usePageCommands(),
    ...useExampleCommands(),
    ...useExportCommands(),
    ...useDraftCommands(),
    ...useDemoCommands(),
  ];
}
