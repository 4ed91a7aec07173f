import { type ReactNode, useState } from 'react';

interface DisclosureProps {
  /** What is always there to press. */
  readonly summary: ReactNode;
  /** What it holds is worth drawing only while it is open. */
  readonly isLazy?: boolean;
  readonly children: ReactNode;
}

/** A detail that is there when somebody asks for it. */
export function Disclosure({ summary, isLazy = false, children }: DisclosureProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="w-fit cursor-pointer rounded-sm py-0.75 pr-1 text-small font-medium wrap-anywhere text-muted hover:text-text">
        {summary}
      </summary>
      {(!isLazy || isOpen) && children}
    </details>
  );
}
