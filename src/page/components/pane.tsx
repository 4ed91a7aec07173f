import type { ComponentProps, ReactNode } from 'react';
import { Meta, SectionTitle } from './section.tsx';
import { useFileDrop } from './use-file-drop.ts';

interface PaneProps {
  /** Its heading, and the name of its region. */
  readonly title: string;
  /** Its place in the flow of the data. */
  readonly number: 1 | 2 | 3;
  readonly controls?: ReactNode;
  /** Takes files that are dropped anywhere on it. */
  readonly onFiles?: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

// Below the wide layout the panes stand one below the other, and the page scrolls instead of them.
const frame = 'relative flex h-auto min-h-0 min-w-0 flex-1 flex-col bg-pane wide:h-full';

/** One of the three steps of the page: what it is called, its controls, and what it holds. */
export function Pane({ title, number, controls, onFiles, children }: PaneProps) {
  const { isOver, handlers } = useFileDrop(onFiles);
  return (
    <section data-pane="" className={frame} aria-label={title} {...handlers}>
      <header className="flex min-h-11 flex-none items-center gap-2.25 border-b border-line px-4">
        <span
          className="grid size-4.75 flex-none place-items-center rounded-full bg-text text-tiny font-bold text-pane"
          aria-hidden
        >
          {number}
        </span>
        <h2 className="text-title font-semibold whitespace-nowrap">{title}</h2>
        <div className="flex min-w-0 flex-1 items-center justify-end gap-2">{controls}</div>
      </header>
      {children}
      {isOver && <DropOverlay />}
    </section>
  );
}

/** Over what the pane holds, which paints its own ground. */
function DropOverlay() {
  return (
    <div
      className="pointer-events-none absolute inset-0 z-6 bg-accent/12 outline-2 -outline-offset-6 outline-accent outline-dashed"
      aria-hidden
    />
  );
}

interface LowerPaneProps {
  readonly title: string;
  /** The level of its heading: 3 inside a pane. */
  readonly level: 2 | 3;
  /** A fact or two beside the title. */
  readonly meta?: ReactNode;
  readonly controls?: ReactNode;
  readonly children: ReactNode;
}

/** What belongs to the pane above it, with a smaller head. */
export function LowerPane({ title, level, meta, controls, children }: LowerPaneProps) {
  return (
    <section data-pane="" className={frame} aria-label={title}>
      <header className="flex min-h-8.5 flex-none items-center gap-2 px-4">
        <SectionTitle level={level}>{title}</SectionTitle>
        {meta && <Meta>{meta}</Meta>}
        {controls && <div className="ml-auto text-small text-muted">{controls}</div>}
      </header>
      {children}
    </section>
  );
}

/**
 * The part of a pane that scrolls. Positioned, for what is absolute in it (an unseen text) to scroll
 * with it and lengthen no page; its focus ring is inside, where nothing cuts it off.
 */
export function PaneScroll(props: Omit<ComponentProps<'div'>, 'className' | 'style'>) {
  return (
    <div
      className="relative min-h-0 flex-1 overscroll-contain focus-visible:-outline-offset-2 wide:overflow-auto"
      {...props}
    />
  );
}

/** In the place of what is still loading, or can't be loaded. */
export function Waiting({ role, children }: { readonly role?: 'alert'; readonly children: ReactNode }) {
  return (
    <p className="p-4 text-muted" role={role}>
      {children}
    </p>
  );
}
