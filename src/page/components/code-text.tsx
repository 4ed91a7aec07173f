import type { ReactNode } from 'react';

const text = 'text-code leading-(--code-line) whitespace-pre-wrap [tab-size:4]';

const box =
  'relative max-h-105 overflow-auto rounded-md border border-solid border-line bg-raised px-2.5 py-2 focus-visible:outline-offset-2';

/** Lines of a message, to the letter. */
export function CodeText({ children }: { readonly children: ReactNode }) {
  return <div className={`code ${text} wrap-anywhere`}>{children}</div>;
}

interface CodeBoxProps {
  /** Breaks lines inside words: else a long URL stands below its own indentation, as if after an empty line. */
  readonly breaksWords?: boolean;
  readonly children: ReactNode;
}

/** The same in a box that scrolls. */
export function CodeBox({ breaksWords = false, children }: CodeBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, and must do so by keyboard
    <pre className={`${text} ${box} ${breaksWords ? 'break-all' : 'wrap-anywhere'}`} tabIndex={0}>
      {children}
    </pre>
  );
}
