import { type ReactNode, useMemo } from 'react';
import { plural } from '../components/format.ts';
import { VisibleText } from '../components/visible-text.tsx';
import { type Excerpt, excerptOf, valueLimits } from './excerpt.ts';

/** What somebody else wrote: its beginning, to the letter, and how much more there is. */
export function ExcerptText({ text }: { readonly text: string }) {
  return <ExcerptView excerpt={useMemo(() => excerptOf(text), [text])} />;
}

/** Of a value that may have been cut before, where more of it than is shown is of use. */
export function ExcerptOfField({ field: { text, hidden } }: { readonly field: Excerpt }) {
  const excerpt = useMemo(() => excerptOf(text, valueLimits, text.length + hidden), [text, hidden]);
  return <ExcerptView excerpt={excerpt} />;
}

/** Of what was cut before. */
export function ExcerptView({ excerpt: { text, hidden } }: { readonly excerpt: Excerpt }) {
  return (
    <>
      <VisibleText text={text} />
      {hidden > 0 && <NotShown>… {plural(hidden, 'more character')} not shown</NotShown>}
    </>
  );
}

/** Says something of the text, and is no part of it. */
export function NotShown({ children }: { readonly children: ReactNode }) {
  return <span className="text-small text-muted italic select-none">{children}</span>;
}
