import { lazy } from 'react';
import { LazyMenu } from '../components/lazy-menu.tsx';
import type { ServerPointer } from './use-failing-server.ts';

export const loadFailingServers = () => import('./failing-servers-list.tsx');
const FailingServersList = lazy(() =>
  loadFailingServers().then((module) => ({ default: module.FailingServersList })),
);

interface FailingServersMenuProps {
  readonly url: string | null;
  readonly onPoint: (pointer: ServerPointer) => void;
}

const label = 'Try a failing server';

/** Ways for a server to fail, each an edit of the Account XML. */
export function FailingServersMenu({ url, onPoint }: FailingServersMenuProps) {
  return (
    <LazyMenu label={label} size="small">
      <FailingServersList url={url} onPoint={onPoint} label={label} />
    </LazyMenu>
  );
}
