import * as Menu from 'radix-ui/dropdown-menu';
import { useRef, useState } from 'react';
import { type Insertable, insertableParameters } from './insertable-parameters.ts';
import '../components/menu.css';
import { useForm } from './form-context.ts';
import './parameter-menu.css';

interface ParameterMenuProps {
  readonly label: string;
  readonly withMedia: boolean;
  readonly onInsert: (what: Insertable) => void;
}

const tip = 'Insert a parameter';

/** A button at a field that offers the parameters; the menu is made when it is asked for. */
export function ParameterMenu(props: ParameterMenuProps) {
  const [isWanted, setIsWanted] = useState(false);
  if (isWanted) return <OpenMenu {...props} />;
  return (
    <button
      type="button"
      className="parameter-menu-button code"
      aria-label={props.label}
      aria-haspopup="menu"
      aria-expanded={false}
      data-tip={tip}
      onClick={() => setIsWanted(true)}
    >
      %
    </button>
  );
}

function OpenMenu({ label, withMedia, onInsert }: ParameterMenuProps) {
  const { nodes, hueOf } = useForm();
  const chosen = useRef<Insertable | null>(null);
  const [isOpen, setIsOpen] = useState(true);
  return (
    <Menu.Root open={isOpen} onOpenChange={setIsOpen} modal={false}>
      <Menu.Trigger
        className="parameter-menu-button code"
        aria-label={label}
        data-tip={isOpen ? undefined : tip}
      >
        %
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Content
          className="menu parameter-menu"
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            const what = chosen.current;
            chosen.current = null;
            if (what === null) return;
            // The focus goes to the field, behind what was put in.
            event.preventDefault();
            onInsert(what);
          }}
        >
          {insertableParameters(nodes, withMedia).map(({ title, items }) => (
            <Menu.Group key={title}>
              <Menu.Label className="parameter-menu-title">{title}</Menu.Label>
              {items.map((item) => (
                <Menu.Item
                  key={item.before}
                  className="menu-item parameter-menu-item"
                  textValue={item.parameter ?? item.before}
                  onSelect={() => {
                    chosen.current = item;
                  }}
                >
                  <code data-hue={item.parameter === null ? undefined : hueOf(item.parameter)}>
                    {item.before}
                    {item.after && `…${item.after}`}
                  </code>
                  <span>{item.about}</span>
                </Menu.Item>
              ))}
            </Menu.Group>
          ))}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}
