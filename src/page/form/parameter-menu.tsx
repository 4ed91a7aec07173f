import { type ComponentProps, useRef, useState } from 'react';
import { Menu, MenuGroup, MenuPair } from '../components/menu.tsx';
import { useForm } from './form-context.ts';
import { type Insertable, insertableParameters } from './insertable-parameters.ts';

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
  return <InsertButton aria-label={props.label} onClick={() => setIsWanted(true)} />;
}

/** At the end of the field's box. */
function InsertButton(
  props: Omit<ComponentProps<'button'>, 'className' | 'children'> & {
    readonly 'data-tip'?: string | undefined;
  },
) {
  return (
    <button
      type="button"
      className="h-6.25 w-6 flex-none self-start rounded-r-[5px] border-0 bg-transparent p-0 font-mono text-code font-semibold text-muted hover:bg-raised hover:text-text focus-visible:-outline-offset-2 data-[state=open]:bg-raised data-[state=open]:text-text"
      aria-haspopup="menu"
      aria-expanded={false}
      data-tip={tip}
      {...props}
    >
      %
    </button>
  );
}

function OpenMenu({ label, withMedia, onInsert }: ParameterMenuProps) {
  const { nodes, hueOf } = useForm();
  const [isOpen, setIsOpen] = useState(true);
  const chosen = useRef<Insertable | null>(null);
  return (
    <Menu
      trigger={<InsertButton aria-label={label} data-tip={isOpen ? undefined : tip} />}
      onOpenChange={setIsOpen}
      align="end"
      width="wide"
      onClose={(event) => {
        const what = chosen.current;
        chosen.current = null;
        if (what === null) return;
        // The focus goes to the field, after what was inserted.
        event.preventDefault();
        onInsert(what);
      }}
    >
      {insertableParameters(nodes, withMedia).map(({ title, items }) => (
        <MenuGroup key={title} title={title}>
          {items.map((item) => (
            <MenuPair
              key={item.before}
              textValue={item.parameter ?? item.before}
              onSelect={() => {
                chosen.current = item;
              }}
            >
              <code
                className="justify-self-start rounded-[3px] px-0.75 wrap-anywhere data-hue:bg-(--prov-tint) data-hue:text-(--prov-text)"
                data-hue={item.parameter === null ? undefined : hueOf(item.parameter)}
              >
                {item.before}
                {item.after && `…${item.after}`}
              </code>
              <span>{item.about}</span>
            </MenuPair>
          ))}
        </MenuGroup>
      ))}
    </Menu>
  );
}
