import { type ComponentProps, lazy } from 'react';
import { type BarCommand, type BarItem, type BarButton as Face, isCommand } from '../commands/command.ts';
import { keyLabels } from '../commands/key-label.ts';
import { Button } from '../components/button.tsx';
import { useIsMac } from '../components/is-mac.ts';
import { MenuButton } from '../components/menu-button.tsx';
import { LazyMenu } from './lazy-menu.tsx';

export const loadBarMenu = () => import('./bar-menu.tsx');
const BarMenu = lazy(() => loadBarMenu().then((module) => ({ default: module.BarMenu })));

/** By the room that was measured (bar-room.ts); in the page as built, before that, by the width. */
const words = {
  document: 'group-data-[room=icons]/bar:sr-only group-not-data-room/bar:max-[65rem]:sr-only',
  display:
    'group-data-[room=fewer]/bar:sr-only group-data-[room=icons]/bar:sr-only group-not-data-room/bar:max-[75rem]:sr-only',
};

/** A command of the top bar, or a menu of commands. */
export function BarButton({ item }: { readonly item: BarItem }) {
  if (isCommand(item)) return <Runs command={item} />;
  const button = <OpensMenu bar={item.bar} />;
  return (
    <LazyMenu button={button}>
      <BarMenu menu={item} button={button} />
    </LazyMenu>
  );
}

function Runs({ command }: { readonly command: BarCommand }) {
  const isMac = useIsMac();
  const { id, bar, keys, isAvailable = true, run } = command;
  const [key] = keys ?? [];
  return (
    <Button
      variant={bar.side === 'display' ? 'quiet' : 'plain'}
      data-command={id}
      tip={key === undefined ? bar.tip : `${bar.tip} (${keyLabels(key, isMac).join(' ')})`}
      aria-pressed={bar.isOn}
      aria-keyshortcuts={key?.replace('Mod', isMac ? 'Meta' : 'Control')}
      disabled={!isAvailable}
      onClick={run}
    >
      <Content {...bar} />
    </Button>
  );
}

interface OpensMenuProps extends ComponentProps<typeof MenuButton> {
  readonly bar: Face;
}

function OpensMenu({ bar, ...rest }: OpensMenuProps) {
  return (
    <MenuButton tip={bar.tip} {...rest}>
      <Content {...bar} />
    </MenuButton>
  );
}

function Content({ Icon, label, side, isIcon }: Face) {
  if (Icon === undefined) return label;
  return (
    <>
      <Icon aria-hidden />
      <span className={isIcon ? 'sr-only' : words[side]}>{label}</span>
    </>
  );
}
