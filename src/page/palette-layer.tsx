import { CommandPalette } from './palette/command-palette.tsx';
import { useDisplay } from './state/display-provider.tsx';
import { useAllCommands } from './use-all-commands.ts';

/** The palette with every command of the page: loaded when it is opened. */
export function PaletteLayer() {
  const { setPaletteOpen } = useDisplay();
  return <CommandPalette commands={useAllCommands()} onClose={() => setPaletteOpen(false)} />;
}
