import { useEffect, useState } from 'react';

/** Whole seconds since `phase` began, by the page's clock. */
export function useSecondsSince(phase: string): number {
  const [passed, setPassed] = useState({ phase, seconds: 0 });
  useEffect(() => {
    const began = performance.now();
    const timer = setInterval(() => {
      setPassed({ phase, seconds: Math.floor((performance.now() - began) / 1000) });
    }, 500);
    return () => clearInterval(timer);
  }, [phase]);
  return passed.phase === phase ? passed.seconds : 0;
}
