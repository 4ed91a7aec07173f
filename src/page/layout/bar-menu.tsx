import { type ComponentProps, Fragment, type ReactElement, useState } from 'react';
import type { BarMenu as BarMenuOf, MenuId } from '../commands/command.ts';
import { useBar } from '../commands/use-bar.ts';
import { Menu, MenuGroup, MenuItem } from '../components/menu.tsx';
import { useAllCommands } from '../use-all-commands.ts';
import { isLeftOut } from './bar-room.ts';
import { type MenuLine, menuSections } from './menu-sections.ts';

interface BarMenuProps {
  readonly menu: BarMenuOf;
  readonly button: ReactElement<ComponentProps<'button'>>;
}

/** A menu of the top bar: loaded when it is opened. */
export function BarMenu({ menu: { menu, bar, about }, button }: BarMenuProps) {
  return (
    <Menu trigger={button} align={bar.side === 'display' ? 'end' : 'start'} about={about}>
      <Sections menu={menu} />
    </Menu>
  );
}

/** Drawn anew each time that it opens: by then the bar may have room for more. */
function Sections({ menu }: { readonly menu: MenuId }) {
  const items = useBar();
  const commands = useAllCommands();
  const [leftOut] = useState(() => (menu === 'more' ? items.filter(isLeftOut) : []));
  return menuSections(menu, commands, leftOut).map(({ title, entries }) => {
    const list = entries.map((entry) => <Line key={entry.id} {...entry} />);
    if (title === '') return <Fragment key={title}>{list}</Fragment>;
    return (
      <MenuGroup key={title} title={title}>
        {list}
      </MenuGroup>
    );
  });
}

function Line({ id, label, detail, isDisabled, run }: MenuLine) {
  return (
    <MenuItem data-option={id} disabled={isDisabled} onSelect={run}>
      <strong>{label}</strong>
      {detail !== label && <span>{detail}</span>}
    </MenuItem>
  );
}
