import { useMemo } from 'react';
import { Menu, MenuGroup, MenuItem } from '../components/menu.tsx';
import { MenuButton } from '../components/menu-button.tsx';
import { useDocument } from '../state/document-provider.tsx';
import { exampleGroups, examplesFor } from './examples.ts';
import { useReset } from './use-reset.ts';

export function ExamplesList({ label }: { readonly label: string }) {
  const { openExample } = useDocument();
  const reset = useReset();
  const examples = useMemo(() => examplesFor(window.location.origin), []);
  return (
    <Menu
      trigger={<MenuButton>{label}</MenuButton>}
      about="Each is answered by the demo media server of this playground."
    >
      {exampleGroups.map((group) => (
        <MenuGroup key={group} title={group}>
          {examples
            .filter((example) => example.group === group)
            .map((example) => (
              <MenuItem key={example.id} onSelect={() => openExample(example)}>
                <strong>{example.title}</strong>
                <span>{example.description}</span>
              </MenuItem>
            ))}
        </MenuGroup>
      ))}
      <MenuGroup title="Start over">
        <MenuItem onSelect={reset}>
          <strong>Reset</strong>
          <span>Account XML, parameters, media and assumptions as on a first visit. Can be undone.</span>
        </MenuItem>
      </MenuGroup>
    </Menu>
  );
}
