import { useRef } from 'react';
import { type BarButton as BarButtonOf, type BarMenu, nameOf } from '../commands/command.ts';
import { useBar } from '../commands/use-bar.ts';
import { BarButton } from './bar-button.tsx';
import { useBarRoom } from './bar-room.ts';
import { DocumentBar } from './document-bar.tsx';

/** What there is no room for, and what has no button. */
const more: BarMenu = { menu: 'more', bar: { label: 'More', side: 'display' } };

/** In the page as built, before the room is measured (bar-room.ts), by the width. */
const places = {
  document: 'flex flex-none data-left-out:hidden group-not-data-room/bar:max-medium:nth-of-type-[n+2]:hidden',
  display: 'flex flex-none data-left-out:hidden group-not-data-room/bar:max-[51rem]:hidden',
} satisfies Record<BarButtonOf['side'], string>;

export function TopBar() {
  const bar = useRef<HTMLElement>(null);
  const items = useBar();
  useBarRoom(bar, items.map((item) => item.bar.label).join());
  const buttons = (side: BarButtonOf['side']) =>
    items
      .filter((item) => item.bar.side === side)
      .map((item) => (
        <span
          key={nameOf(item)}
          data-bar-item={nameOf(item)}
          className={`${places[side]} ${item.bar.foldsAway ? 'presenting:hidden' : ''}`}
        >
          <BarButton item={item} />
        </span>
      ));
  return (
    <header
      ref={bar}
      className="group/bar flex min-h-12 flex-none flex-wrap items-center gap-x-1.5 border-b border-line bg-pane px-4 max-medium:px-3"
    >
      <div className="mr-auto max-w-full min-w-0 flex-none medium:mr-2.5 max-[22.49rem]:basis-full">
        <h1 className="truncate max-[20rem]:whitespace-normal text-title leading-[1.3] font-[650] tracking-[-0.01em]">
          Media Upload <span className="text-accent">Playground</span>
        </h1>
        <p className="truncate text-tiny leading-[1.3] text-muted">Test the app’s media uploads</p>
      </div>
      {buttons('document')}
      <DocumentBar />
      <div className="flex-1 max-medium:hidden" />
      {buttons('display')}
      <span className="flex flex-none">
        <BarButton item={more} />
      </span>
    </header>
  );
}
