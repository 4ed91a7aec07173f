import type { ReactNode } from 'react';
import { CopyButton } from './copy-button.tsx';

/** Names and values in two columns. */
export function Facts({ children }: { readonly children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[fit-content(40%)_minmax(0,1fr)] gap-x-3.5 gap-y-0.5 text-small">
      {children}
    </dl>
  );
}

interface FactProps {
  readonly name: ReactNode;
  /** In the face of code: to the letter. */
  readonly isCode?: boolean;
  /** Of more than some lines: it scrolls in a box of its own. */
  readonly isLong?: boolean;
  readonly children: ReactNode;
}

export function Fact({ name, isCode = false, isLong = false, children }: FactProps) {
  return (
    <>
      <dt className="wrap-anywhere text-muted">{name}</dt>
      <dd
        className={`wrap-anywhere ${isCode ? 'code whitespace-pre-wrap' : ''} ${isLong ? 'relative max-h-[8lh] overflow-auto' : ''}`}
        tabIndex={isLong ? 0 : undefined}
      >
        {children}
      </dd>
    </>
  );
}

interface HashFactProps {
  readonly name: string;
  /** Of the button: `Copy SHA-256`. */
  readonly copyLabel: string;
  readonly hash: string;
  /** The same with places to break at. */
  readonly children?: ReactNode;
}

export function HashFact({ name, copyLabel, hash, children = hash }: HashFactProps) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="flex items-start gap-1 wrap-anywhere">
        <span className="code min-w-0 text-[0.71875rem] leading-4.75">{children}</span>
        <CopyButton label={copyLabel} text={() => hash} />
      </dd>
    </>
  );
}
