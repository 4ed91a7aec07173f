import { type ComponentProps, type ReactNode, use } from 'react';
import { Meta, SectionTitle } from './section.tsx';
import { FitContext } from './split/fit-context.ts';
import { useFileDrop } from './use-file-drop.ts';

interface PaneProps {
  /** Its heading, and the name of its region. */
  readonly title: string;
  /** Its place in the flow of the data. */
  readonly number: 1 | 2 | 3;
  readonly controls?: ReactNode;
  /** `wide`: its controls are elsewhere where there is room for one pane, and so it has no head there. */
  readonly hasHead?: 'always' | 'wide';
  /** Takes files that are dropped anywhere on it. */
  readonly onFiles?: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

// Below the wide layout one pane is seen, and all of it scrolls in one.
const frame = 'relative flex h-auto min-h-0 min-w-0 flex-1 flex-col bg-pane wide:h-full';

/** One of the three steps of the page: what it is called, its controls, and what it holds. */
export function Pane(props: PaneProps) {
  const { title, number, controls, hasHead = 'always', onFiles, children } = props;
  const { isOver, handlers } = useFileDrop(onFiles);
  return (
    <section data-pane="" className={frame} aria-label={title} {...handlers}>
      <header
        className={`flex min-h-11 flex-none items-center gap-2.25 border-b border-line px-4 ${hasHead === 'wide' ? 'max-wide:sr-only' : ''}`}
      >
        <span
          className="grid size-4.75 flex-none place-items-center rounded-full max-wide:hidden bg-text text-tiny font-bold text-pane"
          aria-hidden
        >
          {number}
        </span>
        <h2 className="text-title font-semibold whitespace-nowrap max-wide:sr-only">{title}</h2>
        <div
          className={`flex min-w-0 flex-1 items-center justify-end gap-2 ${hasHead === 'wide' ? 'max-wide:hidden' : ''}`}
        >
          {controls}
        </div>
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

/** The same with a heading. */
export function LowerPane({ title, level, meta, controls, children }: LowerPaneProps) {
  return (
    <PaneFrame label={title}>
      <header className="flex min-h-8.5 flex-none items-center gap-2 px-4">
        <SectionTitle level={level}>{title}</SectionTitle>
        {meta && <Meta>{meta}</Meta>}
        {controls && <div className="ml-auto text-small text-muted">{controls}</div>}
      </header>
      {children}
    </PaneFrame>
  );
}

interface PaneFrameProps {
  /** The name of its region. */
  readonly label: string;
  readonly children: ReactNode;
}

/** What belongs to the pane above it, with a head of its own. */
export function PaneFrame({ label, children }: PaneFrameProps) {
  return (
    <section data-pane="" className={frame} aria-label={label}>
      {children}
    </section>
  );
}

/**
 * The part of a pane that scrolls. Positioned, for what is absolute in it (an unseen text) to scroll
 * with it and lengthen no page; its focus ring is inside, where nothing cuts it off.
 */
export function PaneScroll({
  children,
  ...rest
}: Omit<ComponentProps<'div'>, 'className' | 'style' | 'ref'>) {
  return (
    <div
      ref={use(FitContext)}
      data-scroll=""
      className="relative min-h-0 flex-1 overscroll-contain focus-visible:-outline-offset-2 wide:overflow-auto"
      {...rest}
    >
      <div>{children}</div>
    </div>
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
