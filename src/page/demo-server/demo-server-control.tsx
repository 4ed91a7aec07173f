import SkipForward from 'lucide-react/icons/skip-forward';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { LoadErrorBoundary } from '../components/error-boundary.tsx';
import { IconButton } from '../components/icon-button.tsx';
import { MenuButton } from '../components/menu-button.tsx';
import { editorSettled } from '../state/editor-settled.ts';
import { useRequest } from '../state/request-provider.tsx';
import { ask, useAsked } from './asked.ts';
import { type Behaviour, behaviourOf } from './behaviour.ts';

export const loadDemoServer = () => import('./demo-server-picker.tsx');
const DemoServerPicker = lazy(() =>
  loadDemoServer().then((module) => ({ default: module.DemoServerPicker })),
);

/** How the demo server behaves, by the URL of the request; a list to choose from; and the next one. */
export function DemoServerControl() {
  const url = useRequest().built.request?.url;
  const behaviour = behaviourOf(url, window.location.origin);
  const asked = useAsked();
  const isListed = asked?.kind === 'list';
  // What goes on in it goes on while its list is closed; but the editor is loaded first.
  const [isWanted, setIsWanted] = useState(false);
  const [stateOf, setStateOf] = useState<((name: string) => string) | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => void editorSettled.then(() => setIsWanted(true)), []);
  const onReady = useCallback((describe: (name: string) => string) => setStateOf(() => describe), []);
  const label = `Demo server: ${describe(behaviour, stateOf)}`;
  return (
    <div className="flex min-w-0 items-center [&>button:first-child]:min-w-0 [&>button:first-child]:shrink">
      <MenuButton
        ref={button}
        size="small"
        data-command="behaviour"
        tip={label}
        aria-haspopup="dialog"
        aria-expanded={isListed}
        onClick={() => ask(isListed ? null : { kind: 'list' })}
      >
        <span className="truncate">{label}</span>
      </MenuButton>
      <IconButton
        label="Next behaviour of the demo server"
        tip="Next behaviour of the demo server (F9)"
        data-command="next-behaviour"
        onClick={() => ask({ kind: 'next' })}
      >
        <SkipForward aria-hidden />
      </IconButton>
      {(isWanted || asked !== null) && (
        <LoadErrorBoundary>
          <Suspense fallback={null}>
            <DemoServerPicker asked={asked} button={button} onReady={onReady} />
          </Suspense>
        </LoadErrorBoundary>
      )}
    </div>
  );
}

function describe(behaviour: Behaviour, stateOf: ((name: string) => string) | null): string {
  switch (behaviour.kind) {
    case 'elsewhere':
      return 'not used';
    case 'normal':
      return 'works normally';
    case 'status':
      return `answers ${behaviour.status}`;
    case 'scenario':
      return stateOf?.(behaviour.name) ?? behaviour.name;
  }
}
