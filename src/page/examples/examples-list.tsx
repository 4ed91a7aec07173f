import ChevronDown from 'lucide-react/icons/chevron-down';
import * as Menu from 'radix-ui/dropdown-menu';
import { useMemo } from 'react';
import { useDocument } from '../state/document-provider.tsx';
import { exampleGroups, examplesFor } from './examples.ts';
import '../components/menu.css';

/** Opens at once: it is drawn because its button was pressed. */
export function ExamplesList() {
  const { openExample } = useDocument();
  const examples = useMemo(() => examplesFor(window.location.origin), []);
  return (
    <Menu.Root defaultOpen modal={false}>
      <Menu.Trigger className="button">
        Examples <ChevronDown aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content className="menu" align="start" sideOffset={5} collisionPadding={8}>
          <p className="menu-about">Each is answered by the demo media server of this playground.</p>
          {exampleGroups.map((group) => (
            <Menu.Group key={group}>
              <Menu.Label className="menu-group">{group}</Menu.Label>
              {examples
                .filter((example) => example.group === group)
                .map((example) => (
                  <Menu.Item key={example.id} className="menu-item" onSelect={() => openExample(example)}>
                    <strong>{example.title}</strong>
                    <span>{example.description}</span>
                  </Menu.Item>
                ))}
            </Menu.Group>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
