import ChevronDown from 'lucide-react/icons/chevron-down';
import { lazy, Suspense, useState } from 'react';
import { LoadFault } from '../components/error-boundary.tsx';
import '../components/button.css';

export const loadExamplesList = () => import('./examples-list.tsx');
const ExamplesList = lazy(() => loadExamplesList().then((module) => ({ default: module.ExamplesList })));

/** A menu of examples; the menu itself is loaded when it is asked for. */
export function ExamplesMenu() {
  const [isWanted, setIsWanted] = useState(false);
  const closed = (
    <button
      type="button"
      className="button"
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setIsWanted(true)}
    >
      Examples <ChevronDown aria-hidden />
    </button>
  );
  if (!isWanted) return closed;
  return (
    <LoadFault>
      <Suspense fallback={closed}>
        <ExamplesList />
      </Suspense>
    </LoadFault>
  );
}
