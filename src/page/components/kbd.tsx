import type { ReactNode } from 'react';

/** A key to press. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className="rounded-sm border border-line bg-raised px-1 text-tiny">{children}</kbd>;
}
