import { ReferencePanel } from './reference/reference-panel.tsx';
import { type Display, useDisplay } from './state/display-provider.tsx';
import { useAllCommands } from './use-all-commands.ts';

interface ReferenceLayerProps {
  readonly wanted: NonNullable<Display['reference']>;
}

/** The Reference, with the keys of the page's own commands: loaded when it is opened. */
export function ReferenceLayer({ wanted }: ReferenceLayerProps) {
  const { closeReference } = useDisplay();
  return <ReferencePanel commands={useAllCommands()} wanted={wanted} onClose={closeReference} />;
}
