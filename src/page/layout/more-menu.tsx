import { lazy } from 'react';
import { LazyMenu } from '../components/lazy-menu.tsx';

export const loadMoreList = () => import('./more-list.tsx');
const MoreList = lazy(() => loadMoreList().then((module) => ({ default: module.MoreList })));

const label = 'More';

/** Where the top bar has no room: what it would offer. */
export function MoreMenu() {
  return (
    <span className="flex-none medium:hidden">
      <LazyMenu label={label}>
        <MoreList label={label} />
      </LazyMenu>
    </span>
  );
}
