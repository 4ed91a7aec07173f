import type { ReactNode } from 'react';

/** For the parent of buttons in the top bar: easier to hit where only their icons are shown. */
export const barButtons =
  'max-medium:[&>button]:my-2 max-medium:[&>button]:min-h-8 max-medium:[&>button]:px-[7px]';

/** The word on a button of the top bar. On a narrow screen it stays for those who listen. */
export function BarWord({ children }: { readonly children: ReactNode }) {
  return <span className="max-medium:sr-only">{children}</span>;
}
