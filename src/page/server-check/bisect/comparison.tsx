import type { ReactNode } from 'react';
import { Disclosure } from '../../components/disclosure.tsx';

interface ComparisonProps {
  /** `two uploads of the history`. */
  readonly of: string;
  readonly children: ReactNode;
}

/** Below the scenarios, for those who look for it. */
export function Comparison({ of, children }: ComparisonProps) {
  return (
    <div className="border-t border-line px-4 py-1.5">
      <Disclosure summary={`Find what matters between ${of}`} isLazy>
        <section
          ref={bringIntoView}
          className="grid gap-1.5 pt-1 pb-1.5 text-small"
          aria-label={`What matters between ${of}`}
        >
          {children}
        </section>
      </Disclosure>
    </div>
  );
}

/** Once, when it opens: under the bar at the foot it would not be seen. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
