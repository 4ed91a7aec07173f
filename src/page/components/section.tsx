import type { ReactNode } from 'react';

interface SectionHeadProps {
  readonly title: ReactNode;
  /** A fact or two beside the title. */
  readonly meta?: ReactNode;
  /** Chips after them. */
  readonly chips?: ReactNode;
  /** Buttons at its end. */
  readonly tools?: ReactNode;
}

/** The head of a part of a pane. */
export function SectionHead({ title, meta, chips, tools }: SectionHeadProps) {
  return (
    <div className="flex items-start gap-2">
      <div className="flex min-h-6.5 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
        <SectionTitle>{title}</SectionTitle>
        {meta && <Meta>{meta}</Meta>}
        {chips && <span className="contents presenting:hidden">{chips}</span>}
      </div>
      {tools && <div className="flex min-h-6.5 flex-none items-center gap-1 presenting:hidden">{tools}</div>}
    </div>
  );
}

interface SectionTitleProps {
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

export function SectionTitle({ level = 3, children }: SectionTitleProps) {
  const Heading = `h${level}` as const;
  return <Heading className="text-small font-semibold">{children}</Heading>;
}

/** A fact in small grey type; figures of one width. */
export function Meta({ tip, children }: { readonly tip?: string; readonly children: ReactNode }) {
  return (
    <span className="text-small text-muted tabular-nums" data-tip={tip}>
      {children}
    </span>
  );
}
