import ChevronDown from 'lucide-react/icons/chevron-down';
import { lazy, Suspense, useState } from 'react';
import { LoadFault } from '../components/error-boundary.tsx';
import type { ServerPointer } from './use-failing-server.ts';
import '../components/button.css';
import './failing-servers.css';

export const loadFailingServers = () => import('./failing-servers-list.tsx');
const FailingServersList = lazy(() =>
  loadFailingServers().then((module) => ({ default: module.FailingServersList })),
);

interface FailingServersMenuProps {
  readonly url: string | null;
  readonly onPoint: (pointer: ServerPointer) => void;
}

const label = 'Try a failing server';

/** Ways for a server to fail, each an edit of the Account XML; the menu is loaded when it is asked for. */
export function FailingServersMenu({ url, onPoint }: FailingServersMenuProps) {
  const [isWanted, setIsWanted] = useState(false);
  const closed = (
    <button
      type="button"
      className="button button-small failing-button"
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setIsWanted(true)}
    >
      {label} <ChevronDown aria-hidden />
    </button>
  );
  if (!isWanted) return closed;
  return (
    <LoadFault>
      <Suspense fallback={closed}>
        <FailingServersList url={url} onPoint={onPoint} label={label} />
      </Suspense>
    </LoadFault>
  );
}
