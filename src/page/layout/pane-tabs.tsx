import type { ReactNode } from 'react';
import { type Tab, TabList } from '../components/tabs.tsx';
import { useMediaQuery } from '../components/use-media-query.ts';
import { type PaneId, useDisplay } from '../state/display-provider.tsx';

const panelId = 'pane';
/** As the breakpoint `wide` of the theme. */
const narrow = '(width < 65rem)';

const tabs: readonly Tab<PaneId>[] = [
  { id: 'account', title: 'Account XML' },
  { id: 'request', title: 'Request' },
  { id: 'upload', title: 'Test upload' },
];

/** Where there is room for one pane: which one. */
export function PaneTabs() {
  const { pane, showPane } = useDisplay();
  return (
    <nav className="flex-none border-b border-line bg-pane px-3 py-1.5 wide:hidden" aria-label="Panes">
      <TabList label="Panes" tabs={tabs} selected={pane} onSelect={showPane} panelId={panelId} isFull />
    </nav>
  );
}

interface OnePaneProps {
  readonly id: PaneId;
  /** A sheet covers it where it stands beside others. */
  readonly isCovered?: boolean;
  readonly children: ReactNode;
}

/** A pane, beside the others or in their place. */
export function OnePane({ id, isCovered = false, children }: OnePaneProps) {
  const { pane } = useDisplay();
  const isNarrow = useMediaQuery(narrow);
  const isShown = pane === id;
  return (
    <div
      className={`wide:h-full ${isShown ? '' : 'max-wide:hidden'}`}
      inert={isCovered && !isNarrow}
      {...(isNarrow && isShown && { role: 'tabpanel', id: panelId, 'aria-labelledby': `${panelId}-${id}` })}
    >
      {children}
    </div>
  );
}
